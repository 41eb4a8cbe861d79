"""``quanheng diff``: what differs between two reports, cell by cell (比对)."""

from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated, Final, Protocol, cast

import typer

from quanheng.answers.diff.words import differs
from quanheng.answers.formats import as_file
from quanheng.cli.call_faults import bad_call
from quanheng.cli.session import (
    FOUND,
    DebugOption,
    Lang,
    LangOption,
    RegionOption,
    read_input,
)
from quanheng.cli.writing.outputs import ForceOption, write_output
from quanheng.comparing.change import Differences
from quanheng.core.bilingual import Words
from quanheng.law.book import NATIONWIDE
from quanheng.tasks.checking.diff_reports import diff_reports
from quanheng.tasks.reading.read_report import read_report

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Format(StrEnum):
    """How differences are printed (输出格式)."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    XLSX = "xlsx"


class _Answer(Protocol):
    def __call__(
        self, found: Differences, lang: str, *, everything: bool
    ) -> str | bytes: ...


_PAPER: Final = "文件，- 为标准输入 a file, - for stdin"


@app.command()
def diff(  # noqa: PLR0913, PLR0917 - options are arguments
    old: Annotated[str, typer.Argument(metavar="OLD", help=f"旧{_PAPER}")],
    new: Annotated[str, typer.Argument(metavar="NEW", help=f"新{_PAPER}")],
    form: Annotated[
        Format, typer.Option("--format", help="输出格式 output format")
    ] = Format.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="输出文件，xlsx 必填 the file to write"),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="也列出同值异写 same values too")
    ] = False,
    region: RegionOption = None,
    force: ForceOption = False,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> int:
    """逐格比对两份报告 / Show what differs between two reports."""
    if form is Format.XLSX and output is None:
        raise bad_call(
            Words(
                f"--format {form} 须用 -o 指定输出文件",
                f"--format {form} needs -o FILE",
            )
        )
    before, after = (read_report(*read_input(path)) for path in (old, new))
    found = diff_reports(before, after, region or NATIONWIDE)
    said = _answer(form)(found, lang, everything=everything)
    if output is not None:
        write_output(output, as_file(said))
        typer.echo(f"wrote {output}" if lang is Lang.EN else f"已写入 {output}")
    else:
        typer.echo(said)
    return FOUND if differs(found, everything=everything) else 0


def _answer(form: Format) -> _Answer:
    """The writer of a format, loaded when it is asked for."""
    module = import_module(f"quanheng.answers.diff.{form.value}")
    return cast("_Answer", getattr(module, f"diff_{form.value}"))
