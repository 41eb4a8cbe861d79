"""``quanheng score``: recompute every score, with the reasons (复算)."""

import typer

from quanheng.answers.scores import print_scores, scores_json
from quanheng.cli.options.answer import PlainFormat, PlainOption
from quanheng.cli.options.check import ConfigOption, NoConfigOption
from quanheng.cli.options.other_papers import EvidenceOption, evidence_of, say_notes
from quanheng.cli.session import (
    DebugOption,
    Lang,
    LangOption,
    LawOption,
    PathArgument,
    RegionOption,
    YearOption,
    read_input,
)
from quanheng.cli.settings_lookup import SettingsLookup
from quanheng.law.load import load_book
from quanheng.tasks.checking.score_report import score_report
from quanheng.tasks.checking.score_with_evidence import Behind, score_with_evidence
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.settings.settings import Settings

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def score(  # noqa: PLR0913, PLR0917 - options are arguments
    path: PathArgument,
    form: PlainOption = PlainFormat.TEXT,
    region: RegionOption = None,
    law: LawOption = None,
    year: YearOption = None,
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    evidence: EvidenceOption = "",
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """复算得分并说明依据 / Recompute every score, with the reasons."""
    given = Settings(region=region, law=law, year=year)
    settings = SettingsLookup(given, config, looks=not no_config).settings(path)
    report = read_report(*read_input(path)).in_year(settings.year)
    source = evidence_of(evidence)
    if source is None:
        cards = score_report(report, settings.region, settings.law)
        behind: tuple[Behind, ...] = ()
    else:
        say_notes(source.notes(report), lang)
        found = score_with_evidence(report, source, settings.region, settings.law)
        cards = tuple(scored.scorecard for scored in found)
        behind = tuple(scored.behind for scored in found)
    if form is PlainFormat.JSON:
        typer.echo(scores_json(path, report, cards, load_book(), lang, behind))
    else:
        print_scores(report, cards, lang)
