"""``quanheng evidence match``: who should sell what to whom (产销对接)."""

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated, TypeAlias, cast

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
    today,
)
from quanheng.cli.writing.outputs import ForceOption, write_output
from quanheng.core.bilingual import Words
from quanheng.law.book import NATIONWIDE
from quanheng.matching.report import MatchReport
from quanheng.tasks.evidence.match_sales import match_sales

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_Answer: TypeAlias = Callable[[MatchReport, str, str], str | bytes]


class _Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"


@app.command()
def match(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="台账文件夹 the evidence folder")
    ],
    on: Annotated[
        str, typer.Option("--on", metavar="DATE", help="对接日期 day of the matching")
    ] = "",
    form: Annotated[
        _Format, typer.Option("--format", help="输出格式 output format")
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
    """产销对接建议，帮扶户优先 / Propose who sells what to whom, the poor first.

    Exit code 1: a demand is unmet, or stock is unsold near the end of its season.
    """
    if form is _Format.XLSX and output is None:
        raise bad_call(
            Words(
                f"--format {form} 须用 -o 指定输出文件",
                f"--format {form} needs -o FILE",
            )
        )
    day = as_date(on) if on else today()
    report = match_sales(folder, day, region or NATIONWIDE)
    said = _answer(form)(report, day.isoformat(), lang)
    if output is not None:
        write_output(output, as_file(said))
        typer.echo(f"wrote {output}" if lang is Lang.EN else f"已写入 {output}")
    else:
        typer.echo(said)
    if report.unmet or any(one.days_left is not None for one in report.unsold):
        raise typer.Exit(FOUND)


def _answer(form: _Format) -> _Answer:
    """The writer of a format, loaded when it is asked for."""
    module = import_module(f"quanheng.answers.matches.{form.value}")
    return cast("_Answer", getattr(module, f"matches_{form.value}"))
