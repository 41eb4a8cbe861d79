"""``quanheng evidence match``: propose sales (产销对接)."""

from typing import Annotated

import typer

from quanheng.answers.formats import formatter
from quanheng.cli.folders import folder_at
from quanheng.cli.options.answer import ListFormat, ListOption, OutputOption
from quanheng.cli.options.evidence import FolderArgument
from quanheng.cli.options.law import RegionOption, workplace_of
from quanheng.cli.session import FOUND, DebugOption, Lang, LangOption, as_date, today
from quanheng.cli.writing.answer_file import check_place, write_answer
from quanheng.cli.writing.outputs import ForceOption
from quanheng.tasks.evidence.match_sales import match_sales


def match(
    folder: FolderArgument,
    on: Annotated[
        str, typer.Option("--on", metavar="DATE", help="对接日期 day of the matching")
    ] = "",
    form: ListOption = ListFormat.TEXT,
    output: OutputOption = None,
    region: RegionOption = None,
    force: ForceOption = False,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """产销对接建议，帮扶户优先 / Propose who sells what to whom, the poor first.

    Exit code 1: a demand is unmet, or stock is unsold near the end of its season.
    """
    check_place(form, output)
    day = as_date(on) if on else today()
    report = match_sales(folder_at(folder), workplace_of(day, region))
    said = formatter("matches", form)(report, day.isoformat(), lang)
    write_answer(said, output, lang)
    if report.unmet or any(one.days_left is not None for one in report.unsold):
        raise typer.Exit(FOUND)
