"""``quanheng render``: write the official report (输出报告)."""

from pathlib import Path
from typing import Annotated

import typer

from quanheng.cli.session import (
    DebugOption,
    Lang,
    LangOption,
    PathArgument,
    read_input,
    write_output,
)
from quanheng.tasks.read_report import read_report
from quanheng.tasks.render_report import render_report

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def render(
    path: PathArgument,
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help="输出文件 .docx .xlsx .html the file to write"
        ),
    ],
    form: Annotated[
        str, typer.Option("--form", help="表式 shanxi、national the form to fill")
    ] = "",
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """输出正式报告 / Write the official report."""
    report = read_report(*read_input(path))
    write_output(output, render_report(report, output.suffix, form or None))
    typer.echo(f"wrote {output}" if lang is Lang.EN else f"已写入 {output}")
