"""``quanheng score``: recompute the scores, with the reasons (复算)."""

import typer

from quanheng.answers.scores import scores_json, scores_text
from quanheng.cli.options.answer import PlainFormat, PlainOption
from quanheng.cli.options.check import ConfigOption, NoConfigOption
from quanheng.cli.options.law import LawOption, RegionOption, YearOption, workplace_of
from quanheng.cli.options.like import LikeOption, hints_of
from quanheng.cli.options.other_papers import EvidenceOption, evidence_of
from quanheng.cli.session import (
    DebugOption,
    Lang,
    LangOption,
    PathArgument,
    read_input,
    today,
)
from quanheng.cli.settings_lookup import SettingsLookup
from quanheng.cli.writing.messages import say_all
from quanheng.tasks.checking.score_report import score_report
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.settings.settings import Settings


def score(  # noqa: PLR0913, PLR0917 - options are arguments
    path: PathArgument,
    form: PlainOption = PlainFormat.TEXT,
    region: RegionOption = None,
    law: LawOption = None,
    year: YearOption = None,
    like: LikeOption = "",
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    evidence: EvidenceOption = "",
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """复算得分并说明依据 / Recompute every score, with the reasons."""
    given = Settings(region=region, law=law, year=year)
    workplace = workplace_of(today())
    lookup = SettingsLookup(given, workplace, config, looks=not no_config)
    settings = lookup.settings(path)
    report = read_report(*read_input(path), hints_of(like)).in_year(settings.year)
    source = evidence_of(evidence)
    if source:
        say_all(source.notes(report), lang)
    scored = score_report(report, settings.workplace, source)
    if form is PlainFormat.JSON:
        typer.echo(scores_json(path, report, scored, workplace.book, lang))
    else:
        typer.echo(scores_text(report, scored, lang))
