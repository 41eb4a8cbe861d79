"""What a check found is read again from its JSON."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quanheng.answers.findings.json import answer_file, join_answers
from quanheng.answers.findings.load import load_findings
from quanheng.answers.manner import Manner
from quanheng.audit.after.fingerprint import fingerprints
from quanheng.audit.after.waivers import Waiver
from quanheng.audit.engine import Finding
from quanheng.audit.rule import Severity
from quanheng.core.errors import UnreadableFileError
from quanheng.core.source import Source
from quanheng.tasks.checking.check_report import CheckedProject, check_report
from quanheng.tasks.checking.checked_file import CheckedFile
from quanheng.tasks.reading.read_report import read_report
from quanheng.testing.cases import WORKPLACE
from tests.conftest import CORPUS, EXAMPLES

FILES = [
    EXAMPLES / "publicity_project.docx",
    CORPUS / "docs/training_report_section_tables.docx",
    CORPUS / "docs/animal_disease_prose_report.txt",
    CORPUS / "docs/hr_dept_target_formulas.xlsx",
]
WAIVER = Waiver("VL", "已说明", "张三", date(2027, 1, 1), entry=Source(key="x"))


def answer(file: CheckedFile, lang: str = "zh") -> dict[str, Any]:
    manner = Manner(lang, WORKPLACE.book)
    (part,) = join_answers([answer_file(file, 0, manner)], manner)
    said: dict[str, Any] = json.loads(part.content)
    return said


def checked(name: str, data: bytes) -> CheckedFile:
    projects = check_report(read_report(data, name), WORKPLACE)
    return CheckedFile(name, projects)


def changed(
    project: CheckedProject, change: Callable[[Finding], Finding]
) -> CheckedProject:
    verdicts = (
        replace(verdict, findings=tuple(map(change, verdict.findings)))
        for verdict in project.verdicts
    )
    return replace(project, verdicts=tuple(verdicts))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_findings_come_back_equal(path: Any, lang: str) -> None:
    file = checked(path.name, path.read_bytes())
    kept = load_findings(answer(file, lang))
    assert tuple(one.finding for one in kept) == file.findings
    assert {one.file for one in kept} <= {path.name}
    assert [one.fingerprint for one in kept] == [
        mark
        for project in file.projects
        for mark in fingerprints(project.findings, project.project, path.name)
    ]
    for before, after in zip(file.findings, kept, strict=True):
        assert after.finding.message("en") == before.message("en")


@pytest.mark.parametrize(
    "change",
    [
        lambda found: replace(found, waiver=WAIVER),
        lambda found: replace(found, known=True),
        lambda found: replace(found, rule=replace(found.rule, severity=Severity.INFO)),
    ],
)
def test_waivers_baselines_and_severities_are_kept(
    change: Callable[[Finding], Finding],
) -> None:
    file = checked(FILES[0].name, FILES[0].read_bytes())
    file = replace(file, projects=tuple(changed(p, change) for p in file.projects))
    kept = load_findings(answer(file))
    assert tuple(one.finding for one in kept) == file.findings


def test_an_answer_says_what_made_it() -> None:
    file = checked(FILES[0].name, FILES[0].read_bytes())
    said = answer(file)
    assert said["program_version"]
    digests = {project["law_digest"] for project in said["files"][0]["projects"]}
    assert digests == {WORKPLACE.book.digest}


def test_another_law_has_another_digest() -> None:
    book = WORKPLACE.book
    other = replace(book, parameters=dict(list(book.parameters.items())[1:]))
    assert other.digest != book.digest


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"version": 2}, "version"),
        ({"findings": [{"code": "XX999"}]}, "findings[0].code"),
        (
            {"findings": [{"code": "ID304", "rule_severity": "x"}]},
            "findings[0].rule_severity",
        ),
        (
            {
                "findings": [
                    {
                        "code": "ID304",
                        "rule_severity": "info",
                        "hit": {"variant": "x"},
                    }
                ]
            },
            "findings[0].hit.variant",
        ),
        ({"findings": {"a": 1}}, "findings"),
    ],
)
def test_what_is_no_answer_is_refused_with_its_place(
    change: dict[str, Any], place: str
) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        load_findings({"version": 1, **change})
    assert place in raised.value.text()
