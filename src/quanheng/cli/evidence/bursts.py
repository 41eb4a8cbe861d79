"""``quanheng evidence bursts``: what concerns more people than before (舆情异常)."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from quanheng.answers.evidence.bursts import bursts_json, bursts_text
from quanheng.cli.session import (
    FOUND,
    DebugOption,
    Lang,
    LangOption,
    RegionOption,
    as_date,
    today,
)
from quanheng.law.book import NATIONWIDE
from quanheng.tasks.evidence.find_concern_bursts import find_concern_bursts

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class _Format(StrEnum):
    TEXT = "text"
    JSON = "json"


@app.command()
def bursts(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="台账文件夹 the evidence folder")
    ],
    on: Annotated[
        str, typer.Option("--on", metavar="DATE", help="截至日期 the last day")
    ] = "",
    answer: Annotated[
        _Format, typer.Option("--format", help="输出格式 format of the answer")
    ] = _Format.TEXT,
    region: RegionOption = None,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """舆情异常增多的主题和地点 / Topics and places with more concerns than before.

    Exit code 1: there are some. A person decides what they mean.
    """
    day = as_date(on) if on else today()
    found = find_concern_bursts(folder, day, region or NATIONWIDE)
    shape = bursts_json if answer is _Format.JSON else bursts_text
    typer.echo(shape(found, day, lang))
    if found.bursts:
        raise typer.Exit(FOUND)
