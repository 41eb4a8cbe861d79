"""``quanheng demo``: check and print the shipped examples (演示)."""

from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Annotated, Final

import typer

from quanheng.answers.findings.text import opinion_line, score_line, summary_line
from quanheng.answers.formats import Format, answer, as_file
from quanheng.answers.manner import Manner
from quanheng.answers.terminal import coloured
from quanheng.audit.rule import Severity
from quanheng.cli.folders import folder_at
from quanheng.cli.options.law import workplace_of
from quanheng.cli.session import DebugOption, Lang, LangOption, today
from quanheng.cli.writing.outputs import ForceOption, make_folder, write_output
from quanheng.core.bilingual import SERIES, Words
from quanheng.core.errors import MissingExtraError
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.checking.checked_file import CheckedFile
from quanheng.tasks.evidence.apply_evidence import evidence_source
from quanheng.tasks.reading.read_report import read_report, read_with_document
from quanheng.tasks.workplace import Workplace
from quanheng.tasks.writing.list_backing import list_backing
from quanheng.tasks.writing.render_report import render_report

GOOD: Final = "publicity_project"
"""Folder of the report that its registers support."""
FAULTY: Final = "publicity_project.docx"
"""A faulty report of the same project."""
PRINTS: Final = ("report.docx", "report.pdf", "report.html", "report.xlsx")
FAULTY_COPY: Final = "faulty.docx"
ANSWERS: Final = (Format.HTML, Format.XLSX, Format.JSON, Format.SARIF)
_SHOWN: Final = 5
"""Errors that are printed; all findings are in the files."""
_GOOD_HEAD: Final = Words(
    "一、自评报告（结合台账审核后成稿）", "1. A report, checked with its registers"
)
_FAULTY_HEAD: Final = Words(
    "二、问题较多的自评报告（用于演示审核）", "2. A report with faults, to be checked"
)
_MORE: Final = Words("另有错误{more}项，见 {file}", "{more} more errors are in {file}")
_PRINTED: Final = Words("成稿：{files}", "printed: {files}")
_CHECKED: Final = Words(
    "原件：{own}；审核结果：{files}", "the file: {own}; findings: {files}"
)
_WRITTEN: Final = Words("已写入 {out}", "written to {out}")


def demo(
    out: Annotated[
        Path, typer.Option("--out", help="输出文件夹 folder for the outputs")
    ] = Path("out/demo"),
    force: ForceOption = False,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """演示全部功能 / Check, rescore and print the shipped examples."""
    workplace = workplace_of(today())
    shipped = resources.files("quanheng.examples")
    make_folder(out, quiet=True)
    typer.echo(coloured(_GOOD_HEAD.text(lang), bold=True))
    with resources.as_file(shipped.joinpath(GOOD)) as folder:
        typer.echo("\n".join(_good(folder, out, workplace, lang)))
    typer.echo("\n" + coloured(_FAULTY_HEAD.text(lang), bold=True))
    data = shipped.joinpath(FAULTY).read_bytes()
    typer.echo("\n".join(_faulty(data, out, workplace, lang)))
    typer.echo("\n" + _WRITTEN.text(lang).format(out=out))


def _good(folder: Path, out: Path, workplace: Workplace, lang: Lang) -> Iterator[str]:
    """Check and print the report whose values come from registers."""
    path = folder / "report.yaml"
    source = evidence_source(folder_at(folder / "evidence"), workplace.book)
    report = read_report(path.read_bytes(), path.name)
    projects = check_report(report, workplace, evidence=source)
    yield from _said(CheckedFile(path.name, projects), lang)
    backings = list_backing(report, source, workplace)
    made = []
    for name in PRINTS:
        try:
            data = render_report(
                report, Path(name).suffix, workplace, backings=backings
            )
        except MissingExtraError as error:
            yield f"{name}: {error.text(lang)}"
            continue
        write_output(out / name, data)
        made.append(name)
    yield _PRINTED.text(lang).format(files=_listed(made, lang))


def _faulty(data: bytes, out: Path, workplace: Workplace, lang: Lang) -> Iterator[str]:
    """Check the faulty report; it is not printed."""
    report, document = read_with_document(data, FAULTY)
    projects = check_report(report, workplace)
    checked = CheckedFile(FAULTY_COPY, projects, document=document)
    yield from _said(checked, lang)
    write_output(out / FAULTY_COPY, data)
    names = [f"findings.{form}" for form in ANSWERS]
    for form, name in zip(ANSWERS, names, strict=True):
        (part,) = answer(form, [checked], Manner(lang, workplace.book))
        write_output(out / name, as_file(part.content))
    yield _CHECKED.text(lang).format(own=FAULTY_COPY, files=_listed(names, lang))


def _listed(names: Iterable[str], lang: Lang) -> str:
    return SERIES.text(lang).join(names)


def _said(checked: CheckedFile, lang: Lang) -> Iterator[str]:
    """Score, the first errors, opinion and counts of each project."""
    for project in checked.projects:
        yield score_line(project.scorecard, lang)
        errors = [f for f in project.findings if f.severity is Severity.ERROR]
        for finding in errors[:_SHOWN]:
            yield f"  {finding.rule.code}  {finding.message(lang)}"
        if more := len(errors[_SHOWN:]):
            yield "  " + _MORE.text(lang).format(more=more, file="findings.html")
        yield opinion_line(project, lang)
        yield summary_line(project, lang)
