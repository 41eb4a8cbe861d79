"""Reports of two kinds of file held against each other."""

from pathlib import Path

import pytest

from quanheng.comparing.change import Kind
from quanheng.tasks.checking.diff_reports import diff_reports
from quanheng.tasks.reading.convert_report import convert_report
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.writing.render_report import render_report
from quanheng.testing.cases import WORKPLACE
from tests.conftest import ROOT

EXAMPLES = sorted(ROOT.glob("examples/*.yaml"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("suffix", [".html", ".docx", "record.xlsx"])
def test_one_report_in_two_kinds_of_file_does_not_differ(
    example: Path, suffix: str
) -> None:
    report = read_report(example.read_bytes(), example.name)
    if suffix == "record.xlsx":
        data = convert_report(report, "xlsx", "zh", None)
    else:
        data = render_report(report, suffix, WORKPLACE, report.projects[0].form)
    found = diff_reports(report, read_report(data, f"另一份{suffix}"), WORKPLACE)
    assert [(p.changes, p.lacks) for p in found.projects] == [((), ())]


def test_another_form_only_writes_differently() -> None:
    example = ROOT / "examples/county_library.yaml"
    report = read_report(example.read_bytes(), example.name)
    page = read_report(render_report(report, ".html", WORKPLACE, "national"), "表.html")
    (project,) = diff_reports(report, page, WORKPLACE).projects
    kinds = {change.kind for change in project.changes}
    assert Kind.CHANGED not in kinds
