"""``quanheng evidence due``: list deadlines that are late or near (到期提醒)."""

from datetime import datetime, time
from typing import Annotated

import typer

from quanheng.answers.formats import formatter
from quanheng.cli.folders import folder_at
from quanheng.cli.options.answer import DueFormat, DueOption, OutputOption
from quanheng.cli.options.evidence import FolderArgument
from quanheng.cli.options.law import RegionOption, workplace_of
from quanheng.cli.session import (
    FOUND,
    DebugOption,
    Lang,
    LangOption,
    as_date,
    beijing_now,
)
from quanheng.cli.writing.answer_file import check_place, write_answer
from quanheng.cli.writing.outputs import ForceOption
from quanheng.tasks.evidence.list_due import list_due


def due(  # noqa: PLR0913 - options are arguments
    folder: FolderArgument,
    *,
    on: Annotated[
        str,
        typer.Option(
            "--on", metavar="DATE", help="截至该日终了，默认此刻 the end of which day"
        ),
    ] = "",
    within: Annotated[
        int | None,
        typer.Option(
            "--within", metavar="N", min=0, max=36_525, help="预警天数 days ahead"
        ),
    ] = None,
    owner: Annotated[
        str, typer.Option("--owner", help="只列该承办单位 only what this body owes")
    ] = "",
    form: DueOption = DueFormat.TEXT,
    output: OutputOption = None,
    region: RegionOption = None,
    force: ForceOption = False,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """到期提醒 / What is late or will be soon, by the body that owes it.

    Exit code 1: something is late.
    """
    check_place(form, output)
    now = _moment(on)
    workplace = workplace_of(now.date(), region)
    listed = list_due(folder_at(folder), workplace, now, within, owner)
    write_answer(formatter("due", form)(listed, lang), output, lang)
    if listed.late:
        raise typer.Exit(FOUND)


def _moment(on: str) -> datetime:
    """The end of the day, so that deadlines within it count as late."""
    if not on:
        return beijing_now()
    return datetime.combine(as_date(on), time(23, 59, 59))
