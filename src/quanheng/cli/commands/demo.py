"""``quanheng demo``: the main job on the shipped example (演示)."""

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from quanheng.cli.answers.checked import CheckedFile
from quanheng.cli.answers.findings_text import findings_text
from quanheng.cli.answers.formats import Format, answer, as_file
from quanheng.cli.answers.scores import print_scores
from quanheng.cli.session import (
    DebugOption,
    Lang,
    LangOption,
    today,
    write_output,
)
from quanheng.tasks.check_report import check_report
from quanheng.tasks.read_report import read_with_document
from quanheng.tasks.render_report import render_report

app = typer.Typer(rich_markup_mode=None, add_completion=False)

EXAMPLE = "publicity_project.docx"
OUTPUTS = ("report.docx", "report.xlsx", "report.html")
ANSWERS = (Format.JSON, Format.SARIF, Format.HTML, Format.XLSX)


@app.command()
def demo(
    out: Annotated[
        Path, typer.Option("--out", help="输出文件夹 folder for the outputs")
    ] = Path("out/demo"),
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """演示全部功能 / Check, rescore and print the shipped example."""
    report, document = read_with_document(
        files("quanheng.examples").joinpath(EXAMPLE).read_bytes(), EXAMPLE
    )
    projects = check_report(report, as_of=today())
    checked = CheckedFile(EXAMPLE, projects, document=document)
    typer.echo(findings_text([checked], lang))
    print_scores(report, [project.scorecard for project in checked.projects], lang)
    for name in OUTPUTS:
        write_output(out / name, render_report(report, Path(name).suffix))
    for form in ANSWERS:
        said = as_file(answer(form, [checked], lang))
        write_output(out / f"findings.{form}", said)
    made = "、".join((*OUTPUTS, *(f"findings.{form}" for form in ANSWERS)))
    typer.echo(f"wrote {made} to {out}" if lang is Lang.EN else f"已写入 {out}：{made}")
