"""``quanheng evidence due``: what is late or will be soon (到期提醒)."""

from collections.abc import Callable
from datetime import datetime, time
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated, cast

import typer

from quanheng.answers.formats import as_file
from quanheng.cli.call_faults import bad_call
from quanheng.cli.session import (
    FOUND,
    DebugOption,
    Lang,
    LangOption,
    RegionOption,
    as_date,
    beijing_now,
)
from quanheng.cli.writing.outputs import ForceOption, write_output
from quanheng.core.bilingual import Words
from quanheng.law.book import NATIONWIDE
from quanheng.tasks.evidence.list_due import DueList, list_due

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class _Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    ICS = "ics"
    XLSX = "xlsx"


@app.command()
def due(  # noqa: PLR0913 - options are arguments
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="台账文件夹 the evidence folder")
    ],
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
    answer: Annotated[
        _Format, typer.Option("--format", help="输出格式 format of the answer")
    ] = _Format.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="输出文件，xlsx 必填 the file to write"),
    ] = None,
    region: RegionOption = None,
    force: ForceOption = False,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """到期提醒 / What is late or will be soon, by the body that owes it.

    Exit code 1: something is late.
    """
    if answer is _Format.XLSX and output is None:
        raise bad_call(Words("xlsx 须用 -o 指定文件", "xlsx needs -o FILE"))
    listed = list_due(folder, _moment(on), within, owner, region or NATIONWIDE)
    said = _answer(listed, answer, lang)
    if output is not None:
        write_output(output, said if isinstance(said, bytes) else as_file(said))
        typer.echo(f"wrote {output}" if lang is Lang.EN else f"已写入 {output}")
    else:
        typer.echo(said, nl=isinstance(said, str))
    if listed.late:
        raise typer.Exit(FOUND)


def _moment(on: str) -> datetime:
    """The end of a day, so that what fell due on it by the hour counts as late."""
    if not on:
        return beijing_now()
    return datetime.combine(as_date(on), time(23, 59, 59))


def _answer(listed: DueList, form: _Format, lang: str) -> str | bytes:
    """The list in a format, whose module is loaded when it is asked for."""
    module = "text" if form is _Format.JSON else form.value
    found = import_module(f"quanheng.answers.due.{module}")
    shape = getattr(found, f"due_{form.value}")
    return cast("Callable[[DueList, str], str | bytes]", shape)(listed, lang)
