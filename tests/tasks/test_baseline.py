"""A baseline keeps what is known, and only that is accepted as one."""

import json

import pytest

from quanheng.core.errors import QuanhengError
from quanheng.core.report import Report
from quanheng.record.load import load_project
from quanheng.tasks.checking.baseline import (
    baseline_file,
    known_findings,
    marks,
    read_baseline,
)
from quanheng.tasks.checking.check_report import CheckedProject, check_report
from quanheng.testing.cases import WORKPLACE, overlaid, valid_record


@pytest.fixture(scope="module")
def checked() -> CheckedProject:
    record = overlaid(valid_record(), {"indicators": {1: {"weight": "9"}}})
    report = Report("a.yaml", (load_project(record),))
    (project,) = check_report(report, WORKPLACE)
    return project


def test_what_is_written_is_known_again(checked: CheckedProject) -> None:
    data = baseline_file(known_findings(checked, "a.yaml", "zh"))
    assert checked.findings
    assert read_baseline(data, "b.json") == frozenset(marks(checked, "a.yaml"))


def test_entries_can_be_read_by_people(checked: CheckedProject) -> None:
    entries = json.loads(baseline_file(known_findings(checked, "a.yaml", "zh")))
    (weights,) = [e for e in entries["findings"] if e["code"] == "WT101"]
    assert weights["message"] == "各项权重合计为99分，应为100分"
    assert weights["file"] == "a.yaml"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"findings": [{}]}', "\xff"])
def test_other_files_are_no_baseline(text: str) -> None:
    with pytest.raises(QuanhengError, match="不是基线文件"):
        read_baseline(text.encode("latin-1"), "b.json")
