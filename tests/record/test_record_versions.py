"""A stored report is judged as the one that it was made of, whatever stored it."""

import json
from pathlib import Path
from typing import Any

import pytest

from quanheng.audit.after.fingerprint import fingerprints
from quanheng.core.errors import UnknownFormError, UnreadableFileError
from quanheng.core.report import Report
from quanheng.record.load import load_report
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.reading.convert_report import convert_report, read_with_coverage
from quanheng.tasks.reading.read_report import read_report
from quanheng.testing.cases import WORKPLACE
from tests.conftest import CORPUS, EXAMPLES

OLD = Path(__file__).parent / "old"
FILES = sorted(
    path
    for folder in (CORPUS / "docs", EXAMPLES)
    for path in folder.iterdir()
    if path.is_file() and path.suffix != ".json"
)


def judged(report: Report) -> list[Any]:
    """What is found in a report, and by what it is known again."""
    return [
        (finding.rule.code, finding.hit, mark)
        for project in check_report(report, WORKPLACE)
        for finding, mark in zip(
            project.findings,
            fingerprints(project.findings, project.project, report.file),
            strict=True,
        )
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_stored_report_is_the_same_report(path: Path) -> None:
    try:
        report, found = read_with_coverage(path.read_bytes(), path.name)
    except (UnknownFormError, UnreadableFileError):
        pytest.skip("no self-evaluation")
    stored = convert_report(report, "json", "en", found)
    again, found_again = read_with_coverage(stored, "stored.json")
    assert (again, found_again) == (report, found)
    assert judged(again) == judged(report)


@pytest.mark.parametrize("path", sorted(OLD.iterdir()), ids=lambda path: path.name)
def test_a_record_of_version_1_is_judged_as_its_file(path: Path) -> None:
    """Two kept as they were written before rows and tables had places in a record."""
    report = read_report(path.read_bytes(), path.name)
    original = CORPUS / "docs" / report.file
    expected = read_report(original.read_bytes(), original.name)
    assert judged(report) == judged(expected)
    assert report.unread == expected.unread
    assert [p.table and p.table.shape for p in report.projects] == [
        p.table and p.table.shape for p in expected.projects
    ]


def test_a_reason_in_one_language_is_known_in_both() -> None:
    old = {"text": "第2页", "path": "page[2]", "why": "a scanned picture, not read"}
    report = load_report({"title": "自评", "unread": [{**old, "unseen": True}]}, "x")
    (part,) = report.unread
    assert (part.at.page, part.why.zh, part.unseen) == (2, "是扫描图，未读入", True)


@pytest.mark.parametrize("key", ["version", "record_version"])
def test_an_unknown_version_is_refused(key: str) -> None:
    with pytest.raises(UnreadableFileError, match=f"{key}）为99"):
        load_report({key: 99, "project": {"name": "甲"}}, "x.yaml")


@pytest.mark.parametrize(
    ("text", "place", "meant"),
    [
        ('{"goals": {"anual": "推广"}}', "goals.anual", "annual"),
        ('{"projects": [{"goal": {}}]}', "projects[0].goal", "goals"),
        ('{"projects": [], "indicators": []}', "indicators", "coverage"),
        ('{"project": {"nmae": "甲"}}', "project.nmae", "name"),
        ('{"title": {"raw": "甲", "places": []}}', "title.places", "value"),
        ('{"title": {"raw": "甲", "at": {"row": 1}}}', "title.at.row", "path"),
        ('{"labels": {"taget": "目标值"}}', "labels.taget", "target"),
        ('{"layout": {"pages": [{"with": 210}]}}', "layout.pages[0].with", "width"),
        ('{"title": "甲", "unread": [{"reson": 1}]}', "unread[0].reson", "reason"),
    ],
)
def test_an_unknown_key_is_refused_with_its_place_and_what_may_be_meant(
    text: str, place: str, meant: str
) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        load_report(json.loads(text), "x.json")
    zh, en = raised.value.text(), raised.value.text("en")
    assert zh.startswith(f"{place}：未知栏目")
    assert en.startswith(f"{place}: unknown key")
    assert meant in en
