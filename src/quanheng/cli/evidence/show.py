"""``quanheng evidence show``: show sealed fields of an entry (查看受保护信息)."""

import getpass
import sys
from functools import partial
from typing import Annotated

import typer

from quanheng.cli.folders import folder_at, keep_in_log, refuse_archive
from quanheng.cli.options.evidence import DirArgument
from quanheng.cli.options.law import shipped_book
from quanheng.cli.session import DebugOption, Lang, LangOption, beijing_now
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.tasks.evidence.unseal import Look, named_register, unseal


def show(
    folder: DirArgument,
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
        str, typer.Option("--by", help="查看人或科室，默认为登录名 who looks")
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
    refuse_archive(folder)
    book = shipped_book()
    named = named_register(folder_at(folder), register, book)
    found = unseal(named, row, look, partial(keep_in_log, folder), book)
    title = found.kind.title
    head = Words(f"{title.zh}第{row}行", f"{title.en}, row {row}")
    typer.echo(head.text(lang))
    for title, value in found.fields:
        typer.echo(f"  {title.text(lang)}  {_printable(value)}")
    if not found.fields:
        typer.echo(f"  {_NOTHING.text(lang)}")


_NOTHING = Words("无受保护信息", "nothing sealed")


def _printable(value: str) -> str:
    """A value without control characters."""
    return "".join(sign if sign.isprintable() else "�" for sign in value)
