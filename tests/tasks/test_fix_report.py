"""A report corrected before it is printed: what is certain goes, the rest stays."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from quanheng.audit.engine import Finding
from quanheng.core.field import text_of
from quanheng.core.report import Report
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.writing.corrections import Fixed
from quanheng.tasks.writing.fix_report import fix_report
from quanheng.tasks.writing.render_report import render_report
from quanheng.tasks.writing.tidy_report import tidy_report
from quanheng.testing.cases import WORKPLACE
from tests.conftest import EXAMPLES

LATER = replace(WORKPLACE, day=date(2026, 1, 1))


def check(report: Report) -> Iterator[Finding]:
    for project in check_report(report, LATER):
        yield from project.findings


def codes(report: Report) -> Counter[str]:
    return Counter(finding.rule.code for finding in check(report))


def safe_codes(report: Report) -> set[str]:
    return {
        finding.rule.code
        for finding in check(report)
        if any(edit.safe for edit in finding.hit.edits)
    }


def printed(report: Report, form: str | None = None) -> Report:
    """The report as somebody reads it in the Word file."""
    tidy = tidy_report(report, LATER)
    return read_report(render_report(tidy, ".docx", LATER, form), "a.docx")


def fixed(report: Report) -> Fixed[Report]:
    return fix_report(report, check)


@pytest.fixture(params=["publicity_project.yaml", "publicity_project.docx"])
def publicity(request: pytest.FixtureRequest) -> Report:
    return read_report((EXAMPLES / request.param).read_bytes(), request.param)


@pytest.fixture
def seed(seed_text: Path) -> Report:
    return read_report(seed_text.read_bytes(), seed_text.name)


def assert_form_is_right(source: Report) -> None:
    before, after = codes(source), codes(printed(source))
    assert [code for code in after if code.startswith("LY")] == []
    assert after == Counter(
        {code: n for code, n in before.items() if not code.startswith("LY")}
    )


def assert_certain_faults_are_gone(source: Report) -> None:
    result = fixed(source)
    after = printed(result.data)
    certain = safe_codes(source)
    listed = {correction.code for correction in result.done}
    assert result.left == ()
    assert safe_codes(after) == set()
    assert certain <= listed
    assert set(codes(source)) - set(codes(after)) - listed <= {"LY201", "LY203"}
    assert set(codes(after)) <= set(codes(source))


def test_printed_example_has_no_fault_of_form(publicity: Report) -> None:
    assert_form_is_right(publicity)


def test_printed_real_report_has_no_fault_of_form(seed: Report) -> None:
    assert "LY303" in codes(seed)
    assert_form_is_right(seed)


def test_certain_faults_of_the_example_are_gone(publicity: Report) -> None:
    assert_certain_faults_are_gone(publicity)


def test_certain_faults_of_the_real_report_are_gone(seed: Report) -> None:
    assert_certain_faults_are_gone(seed)


def test_correcting_again_changes_nothing(publicity: Report) -> None:
    once = fixed(publicity)
    again = fixed(once.data)
    assert (again.done, again.data) == ((), once.data)


def test_a_grade_is_corrected_in_its_sentence_too(publicity: Report) -> None:
    project = fixed(publicity).data.projects[0]
    sentence = text_of(project.conclusion)
    assert text_of(project.grade) == "优"
    assert sentence.endswith("等级为“优”。")
    assert sentence in [p.raw for p in project.paragraphs()]


@pytest.mark.parametrize("form", ["shanxi", "national"])
def test_corrections_reach_every_form(publicity: Report, form: str) -> None:
    assert safe_codes(printed(fixed(publicity).data, form)) == set()
