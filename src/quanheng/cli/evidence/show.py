"""``quanheng evidence show``: sealed fields of one entry (查看受保护信息)."""

import getpass
import sys
from pathlib import Path
from typing import Annotated

import typer

from quanheng.cli.session import DebugOption, Lang, LangOption, beijing_now
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.tasks.evidence.unseal import Look, unseal

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def show(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="台账文件夹 the evidence folder")
    ],
    register: Annotated[
        str, typer.Argument(metavar="REGISTER", help="台账，如 petitions the register")
    ],
    row: Annotated[
        int, typer.Argument(metavar="ROW", help="文件中的行号 row in its file")
    ],
    reason: Annotated[
        str, typer.Option("--reason", help="查看理由，必填 what it is needed for")
    ] = "",
    by: Annotated[
        str,
        typer.Option("--by", help="查看人或科室，默认为登录名 who looks"),
    ] = "",
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """查看受保护信息 / Show the sealed fields of one entry; every look is logged."""
    if not sys.stdout.isatty():
        raise QuanhengError(
            Words(
                "受保护信息只在终端上显示，不得存入文件或转给其他程序",
                "sealed data is shown on a terminal only, never in a file",
            ),
            Words("请直接在终端执行", "call it on a terminal"),
        )
    look = Look(by or getpass.getuser(), reason, beijing_now())
    found = unseal(folder, register, row, look)
    typer.echo(
        f"{found.kind.title.en}, row {found.row}"
        if lang is Lang.EN
        else f"{found.kind.title.zh}第{found.row}行"
    )
    for title, value in found.fields:
        typer.echo(f"  {title.text(lang)}  {_printable(value)}")
    if not found.fields:
        typer.echo("  nothing sealed" if lang is Lang.EN else "  无受保护信息")


def _printable(value: str) -> str:
    """A value without signs that steer a terminal."""
    return "".join(sign if sign.isprintable() else "�" for sign in value)
