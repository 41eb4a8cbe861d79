"""Figures are put into one format; no value changes and no fault comes about."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from quanheng.audit.engine import Finding
from quanheng.core.report import Report
from quanheng.record.load import load_project
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.writing.tidy_figures import Tidied, tidy_figures
from quanheng.testing.cases import WORKPLACE, overlaid, valid_record
from tests.conftest import CORPUS, EXAMPLES

CASES = yaml.safe_load(Path(__file__).with_name("tidy_figures.yaml").read_text("utf-8"))
FILES = [*EXAMPLES.glob("*.yaml"), *CORPUS.glob("docs/*.docx")]


def faults(report: Report) -> Iterator[Finding]:
    for project in check_report(report, WORKPLACE):
        yield from project.findings


def places(report: Report) -> set[tuple[str, object]]:
    return {(finding.rule.code, finding.hit.at) for finding in faults(report)}


def tidied(report: Report) -> Tidied:
    return tidy_figures(report, faults, WORKPLACE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_figures_of_a_kind_change_together_or_stay(case: dict[str, Any]) -> None:
    record = overlaid(valid_record(), case.get("given", {}))
    result = tidied(Report("a.yaml", (load_project(record),)))
    changes = {
        change.cell.at.key: change.new
        for kind, change in result.done
        if kind.zh == case["kind"]
    }
    assert changes == case.get("changes", {})
    kept = {kept.kind.zh: list(kept.codes) for kept in result.kept}
    assert kept == case.get("kept", {})


def test_format_that_would_bring_a_fault_is_not_taken() -> None:
    report = Report("a.yaml", (load_project(valid_record()),))

    def check(now: Report) -> Iterator[Finding]:
        found = next(faults(read_report(*example("publicity_project"))))
        if any(row.score and row.score.raw == "10.00" for row in rows(now)):
            yield found

    result = tidy_figures(report, check, WORKPLACE)
    (kept,) = result.kept
    assert kept.kind.en == "score"
    assert kept.codes
    assert [row.score for row in rows(result.report)] == [r.score for r in rows(report)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_fault_comes_about_and_nothing_is_left_to_do(path: Path) -> None:
    report = read_report(path.read_bytes(), path.name)
    result = tidied(report)
    assert places(result.report) <= places(report)
    again = tidied(result.report)
    assert (again.report, again.done) == (result.report, ())


def example(name: str) -> tuple[bytes, str]:
    path = EXAMPLES / f"{name}.yaml"
    return path.read_bytes(), path.name


def rows(report: Report) -> Any:
    return report.projects[0].indicators
