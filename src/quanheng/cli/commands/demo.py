"""``quanheng demo``: the main job on the shipped examples (演示)."""

from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from quanheng.cli.answers.checked import CheckedFile
from quanheng.cli.answers.formats import Format, answer, as_file
from quanheng.cli.answers.manner import Manner
from quanheng.cli.answers.scores import print_scores
from quanheng.cli.outputs import ForceOption, make_folder, write_output
from quanheng.cli.session import (
    DebugOption,
    Lang,
    LangOption,
    today,
)
from quanheng.tasks.apply_evidence import evidence_source
from quanheng.tasks.check_report import check_report
from quanheng.tasks.list_backing import list_backing
from quanheng.tasks.read_report import read_report, read_with_document
from quanheng.tasks.render_report import render_report
from quanheng.tasks.score_with_evidence import score_with_evidence

app = typer.Typer(rich_markup_mode=None, add_completion=False)

EXAMPLE = "publicity_project.docx"
OUTPUTS = ("report.docx", "report.xlsx", "report.html")
ANSWERS = (Format.JSON, Format.SARIF, Format.HTML, Format.XLSX)
EVIDENCED = "publicity_project"
"""The folder of the example with registers."""
EVIDENCED_OUTPUTS = ("with_evidence.docx", "with_evidence.html")


@app.command()
def demo(
    out: Annotated[
        Path, typer.Option("--out", help="输出文件夹 folder for the outputs")
    ] = Path("out/demo"),
    force: ForceOption = False,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """演示全部功能 / Check, rescore and print the shipped examples."""
    report, document = read_with_document(
        resources.files("quanheng.examples").joinpath(EXAMPLE).read_bytes(), EXAMPLE
    )
    projects = check_report(report, as_of=today())
    checked = CheckedFile(EXAMPLE, projects, document=document)
    _show(checked, lang)
    print_scores(report, [project.scorecard for project in checked.projects], lang)
    make_folder(out, quiet=True)
    for name in OUTPUTS:
        write_output(out / name, render_report(report, Path(name).suffix))
    for form in ANSWERS:
        (part,) = answer(form, [checked], Manner(lang))
        write_output(out / f"findings.{form}", as_file(part.content))
    shipped = resources.files("quanheng.examples").joinpath(EVIDENCED)
    with resources.as_file(shipped) as folder:
        _show_evidence(folder, out, lang)
    answers = (f"findings.{form}" for form in ANSWERS)
    made = "、".join((*OUTPUTS, *answers, *EVIDENCED_OUTPUTS))
    typer.echo(f"wrote {made} to {out}" if lang is Lang.EN else f"已写入 {out}：{made}")


def _show_evidence(folder: Path, out: Path, lang: Lang) -> None:
    """Check, rescore and print a report whose values its registers give."""
    path = folder / "report.yaml"
    source = evidence_source(folder / "evidence")
    report = read_report(path.read_bytes(), path.name)
    projects = check_report(report, as_of=today(), evidence=source)
    name = f"{EVIDENCED}/{path.name}"
    _show(CheckedFile(name, projects), lang)
    scored = score_with_evidence(report, source)
    print_scores(report, [project.scorecard for project in scored], lang)
    backings = list_backing(report, source)
    for output in EVIDENCED_OUTPUTS:
        data = render_report(report, Path(output).suffix, backings=backings)
        write_output(out / output, data)


def _show(checked: CheckedFile, lang: Lang) -> None:
    for part in answer(Format.TEXT, [checked], Manner(lang)):
        typer.echo(part.content)
