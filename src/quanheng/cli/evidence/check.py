"""``quanheng evidence check``: what of the registers counts (检查台账)."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from quanheng.cli.answers.registers import registers_json, registers_text
from quanheng.cli.session import FOUND, DebugOption, Lang, LangOption
from quanheng.tasks.read_evidence import read_evidence

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class _Format(StrEnum):
    TEXT = "text"
    JSON = "json"


@app.command()
def check(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="台账文件夹 the evidence folder")
    ],
    answer: Annotated[
        _Format, typer.Option("--format", help="输出格式 format of the answer")
    ] = _Format.TEXT,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """检查台账 / Say what of the registers counts and what does not.

    Exit code 1: rows or files were refused.
    """
    found = read_evidence(folder)
    shape = registers_json if answer is _Format.JSON else registers_text
    typer.echo(shape(found, lang))
    if found.not_read or any(r.refused for r in found.registers.values()):
        raise typer.Exit(FOUND)
