"""``quanheng convert``: print what was read, with places (转换)."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from quanheng.cli.outputs import ForceOption, write_output
from quanheng.cli.session import (
    DebugOption,
    Lang,
    LangOption,
    PathArgument,
    read_input,
)
from quanheng.forms.coverage import Coverage
from quanheng.tasks.convert_report import convert_report, read_with_coverage

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class To(StrEnum):
    """Data formats (数据格式)."""

    JSON = "json"
    YAML = "yaml"
    XLSX = "xlsx"


@app.command()
def convert(
    path: PathArgument,
    to: Annotated[To, typer.Option("--to", help="数据格式 data format")] = To.JSON,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="输出文件，xlsx 必填 the file to write"),
    ] = None,
    force: ForceOption = False,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """输出读到的数据 / Print what was read."""
    if to is To.XLSX and output is None:
        raise typer.BadParameter("--to xlsx 须用 -o 指定输出文件 (needs -o FILE)")
    report, found = read_with_coverage(*read_input(path))
    data = convert_report(report, to, lang, found)
    if found is not None:
        _tell(found, lang)
    if output is None:
        typer.echo(data.decode(), nl=False)
        return
    write_output(output, data)
    typer.echo(f"wrote {output}" if lang is Lang.EN else f"已写入 {output}")


def _tell(found: Coverage, lang: Lang) -> None:
    """The share of the cells that was read, and the tables that were not."""
    share = f"{found.used}/{found.filled}"
    places = [at.text(lang) for at in found.unread]
    if lang is Lang.EN:
        typer.echo(f"read {share} cells with text ({found.percent}%)", err=True)
        unread = f"not understood: {', '.join(places)}"
    else:
        typer.echo(f"已读入 {share} 个有文字的单元格（{found.percent}%）", err=True)
        unread = f"未能识别：{'、'.join(places)}"
    if places:
        typer.echo(unread, err=True)
