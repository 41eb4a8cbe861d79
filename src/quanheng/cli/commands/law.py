"""``quanheng law``: a parameter through time and regions, with its sources (参数)."""

from typing import Annotated

import typer

from quanheng.answers.rules.parameters import parameter_list, parameter_text
from quanheng.cli.session import DebugOption, Lang, LangOption
from quanheng.law.load import load_book

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def law(
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", help="参数名 a parameter's name")
    ] = "",
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """查看法规参数 / Show a parameter through time, or list them all."""
    book = load_book()
    if name:
        typer.echo(parameter_text(book.parameter(name), book, lang))
    else:
        typer.echo(parameter_list(book, lang))
