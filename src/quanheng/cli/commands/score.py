"""``quanheng score``: recompute every score, with the reasons (复算)."""

from enum import StrEnum
from typing import Annotated

import typer

from quanheng.cli.answers.scores import print_scores, scores_json
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
from quanheng.law.book import NATIONWIDE
from quanheng.law.load import load_book
from quanheng.law.schemes import AUTO
from quanheng.tasks.read_report import read_report
from quanheng.tasks.score_report import score_report

app = typer.Typer(rich_markup_mode=None)


class Format(StrEnum):
    """How scores are printed (输出格式)."""

    TEXT = "text"
    JSON = "json"


@app.command()
def score(
    path: PathArgument,
    form: Annotated[
        Format, typer.Option("--format", help="输出格式 output format")
    ] = Format.TEXT,
    region: RegionOption = None,
    law: LawOption = None,
    year: YearOption = None,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """复算得分并说明依据 / Recompute every score, with the reasons."""
    report = read_report(*read_input(path)).in_year(year)
    cards = score_report(report, region or NATIONWIDE, law or AUTO)
    if form is Format.JSON:
        typer.echo(scores_json(path, report, cards, load_book(), lang))
    else:
        print_scores(report, cards, lang)
