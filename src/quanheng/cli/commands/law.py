"""``quanheng law``: show parameters with their values and sources (参数)."""

from typing import Annotated

import typer

from quanheng.answers.rules.parameters import entry_list, entry_text
from quanheng.cli.options.law import shipped_book
from quanheng.cli.session import DebugOption, Lang, LangOption


def law(
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", help="参数名 a parameter's name")
    ] = "",
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """查看法规参数 / Show a parameter through time, or list them all."""
    book = shipped_book()
    if name:
        typer.echo(entry_text(book.entry(name), book, lang))
    else:
        typer.echo(entry_list(book, lang))
