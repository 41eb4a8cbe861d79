"""``quanheng value``: show how a cell text is understood (取值)."""

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer

from quanheng.answers.values import value_text
from quanheng.cli.session import DebugOption, Lang, LangOption
from quanheng.core.grammar import read_expression
from quanheng.core.grammar.contract import describe

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Format(StrEnum):
    """How values are printed (输出格式)."""

    TEXT = "text"
    JSONL = "jsonl"


@app.command(context_settings={"ignore_unknown_options": True})
def value(
    texts: Annotated[
        list[str],
        typer.Argument(
            metavar="TEXT…", help="单元格文字，- 逐行读取标准输入 cell texts"
        ),
    ],
    form: Annotated[
        Format, typer.Option("--format", help="输出格式 output format")
    ] = Format.TEXT,
    year: Annotated[
        int | None, typer.Option("--year", help="评价年度 evaluation year")
    ] = None,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """解释单元格文字 / Show how the text of a cell is understood."""
    lines = sys.stdin.read().splitlines() if texts == ["-"] else texts
    for line in lines:
        described = describe(read_expression(line, year))
        if form is Format.JSONL:
            typer.echo(json.dumps(described, ensure_ascii=False))
        else:
            typer.echo(value_text(described, lang))
