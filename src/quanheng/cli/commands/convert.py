"""``quanheng convert``: print what was read, with places (转换)."""

from enum import StrEnum
from typing import Annotated

import typer

from quanheng.cli.session import (
    DebugOption,
    Lang,
    LangOption,
    PathArgument,
    read_input,
)
from quanheng.tasks.convert_report import convert_report
from quanheng.tasks.read_report import read_report

app = typer.Typer(rich_markup_mode=None)


class To(StrEnum):
    """Data formats (数据格式)."""

    JSON = "json"
    YAML = "yaml"


@app.command()
def convert(
    path: PathArgument,
    to: Annotated[To, typer.Option("--to", help="数据格式 data format")] = To.JSON,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """输出读到的数据 / Print what was read."""
    typer.echo(convert_report(read_report(*read_input(path)), to, lang), nl=False)
