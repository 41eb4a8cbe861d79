"""All that a web application does with a report, on bytes and values alone."""

import io
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quanheng.answers.corrections import difference
from quanheng.answers.findings.notes import notes_of
from quanheng.answers.formats import Format, answer
from quanheng.answers.manner import Manner
from quanheng.audit.engine import Finding
from quanheng.drafting.templates import shipped_templates
from quanheng.law.load import load_book
from quanheng.tasks.checking.baseline import (
    baseline_file,
    known_findings,
    read_baseline,
)
from quanheng.tasks.checking.check_file import check_file
from quanheng.tasks.checking.other_papers import words_digest
from quanheng.tasks.evidence.apply_evidence import evidence_source
from quanheng.tasks.evidence.folders.in_memory import FolderInMemory
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.settings.applied_settings import apply_settings, known_rules
from quanheng.tasks.settings.read_settings import read_settings
from quanheng.tasks.settings.read_waivers import read_waivers
from quanheng.tasks.settings.settings import Settings
from quanheng.tasks.workplace import Workplace
from quanheng.tasks.writing.annotate_file import annotate_file, signed_on
from quanheng.tasks.writing.fix_file import fix_file
from quanheng.tasks.writing.prepare_report import Preparation, prepare_report
from quanheng.tasks.writing.render_report import render_report
from tests.conftest import EXAMPLES

NAME = "宣传项目.docx"
FAULTY = (EXAMPLES / "publicity_project.docx").read_bytes()
RECORD = (EXAMPLES / "publicity_project" / "report.yaml").read_bytes()
FOLDER = EXAMPLES / "publicity_project" / "evidence"
EVIDENCE = {
    path.relative_to(FOLDER).as_posix(): path.read_bytes()
    for path in FOLDER.rglob("*")
    if path.is_file()
}
ACTIVITIES = "2次"
"""What the registers give for a cell that is blank in the record."""
WORKPLACE = Workplace(load_book(), date(2022, 3, 1))
APPLIED = apply_settings(Settings(), WORKPLACE)
INSTALLED = (
    *map(sysconfig.get_path, ("stdlib", "purelib", "platlib")),
    str(Path(sys.modules["quanheng"].__path__[0])),
)
"""What belongs to the program itself: modules, labels, sentences."""


@pytest.fixture(autouse=True)
def no_files(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Opening a file fails, but for what is installed with the program."""
    real = io.open

    def only_installed(file: Any, *args: Any, **options: Any) -> Any:
        if not str(file).startswith(INSTALLED):
            raise AssertionError(f"opens {file}")
        return real(file, *args, **options)

    with monkeypatch.context() as patched:
        patched.setattr("builtins.open", only_installed)
        patched.setattr("io.open", only_installed)
        yield


def test_opening_a_file_fails_here() -> None:
    with pytest.raises(AssertionError, match="opens"):
        Path(__file__).read_bytes()


def test_a_file_is_checked_by_settings_waivers_and_baseline() -> None:
    checked = check_file(FAULTY, NAME, APPLIED)
    (project,) = checked.projects
    first, second = (f.rule.code for f in project.findings[:2])
    waiver = f"""[[waiver]]
        code = "{first}"\nreason = "已核实"\nby = "财务科"\nuntil = 2030-12-31"""
    known = [k for k in known_findings(project, NAME, "zh") if k.code == second]
    applied = apply_settings(
        read_settings("fail-on = 'error'\nregion = '山西'".encode(), "设置"),
        WORKPLACE,
        waivers=read_waivers(waiver.encode(), "豁免", known_rules()),
        known=read_baseline(baseline_file(known), "基线"),
    )
    marked = check_file(FAULTY, NAME, applied)
    assert {f.rule.code for f in marked.findings if f.waiver} == {first}
    assert {f.rule.code for f in marked.findings if f.known} == {second}
    assert marked.projects[0].opinion.result == project.opinion.result
    assert marked.fails
    assert applied.workplace.region == "山西省"


@pytest.mark.parametrize("form", Format)
def test_findings_are_told_in_every_format(form: Format) -> None:
    checked = check_file(FAULTY, NAME, APPLIED)
    (part,) = answer(form, [checked], Manner("zh", WORKPLACE.book))
    assert part.content


def test_a_file_is_corrected_and_annotated() -> None:
    def check(now: bytes) -> tuple[Finding, ...]:
        return check_file(now, NAME, APPLIED).findings

    fixed = fix_file(FAULTY, NAME, check, unsafe=True)
    checked = check_file(fixed.data, NAME, APPLIED)
    assert fixed.done
    assert len(checked.findings) < len(check(FAULTY))
    assert fixed.done[0].edit.new in difference(NAME, NAME, fixed, "zh")
    notes = notes_of(checked, WORKPLACE.book, "zh")
    annotated = annotate_file(fixed.data, NAME, notes, signed_on(WORKPLACE.day))
    assert len(annotated) > len(fixed.data)
    said, again = (words_digest(read_report(d, NAME)) for d in (fixed.data, annotated))
    assert said == again


@pytest.mark.parametrize("suffix", [".docx", ".html", ".xlsx"])
def test_a_report_is_filled_corrected_drafted_and_printed(suffix: str) -> None:
    record = RECORD.replace(f"actual: {ACTIVITIES}".encode(), b"actual: ''")
    blank = read_report(record, "表.yaml")
    blank = replace(blank, projects=(replace(blank.projects[0], sections=()),))
    source = evidence_source(FolderInMemory("台账", EVIDENCE), WORKPLACE.book)
    done = prepare_report(
        blank,
        "表.yaml",
        APPLIED,
        Preparation(fix=True, templates=shipped_templates("zh"), figures=True),
        evidence=source,
    )
    assert done.fixed
    assert done.tidied
    assert done.backings[0].values
    printed = render_report(done.report, suffix, WORKPLACE, backings=done.backings)
    (project,) = read_report(printed, f"成稿{suffix}").projects
    assert ACTIVITIES in [row.actual.raw for row in project.indicators if row.actual]
    assert project.sections
