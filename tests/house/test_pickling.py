"""What is found goes from one process to another and stays the same (跨进程)."""

import pickle
from dataclasses import replace
from typing import TypeVar

import pytest

from quanheng.audit.after.stale_waivers import WAIVER_RULES
from quanheng.audit.engine import all_rules
from quanheng.audit.rule import Severity
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.checking.other_papers import read_other_papers
from quanheng.tasks.reading.read_report import read_report
from quanheng.testing.cases import WORKPLACE
from tests.conftest import EXAMPLES

_Thing = TypeVar("_Thing")


def sent(thing: _Thing) -> _Thing:
    """What arrives of a thing in another process."""
    again: _Thing = pickle.loads(pickle.dumps(thing))  # noqa: S301 - our own
    return again


@pytest.mark.parametrize(
    "name", ["publicity_project.docx", "drinking_water_transfer.yaml"]
)
def test_a_checked_project_survives(name: str) -> None:
    report = read_report((EXAMPLES / name).read_bytes(), name)
    checked = check_report(report, WORKPLACE)
    again = sent(checked)
    assert again == checked
    for one, other in zip(again, checked, strict=True):
        assert one.law.book is other.law.book
        assert one.opinion == other.opinion
        for lang in ("zh", "en"):
            said = [finding.message(lang) for finding in one.findings]
            assert said == [finding.message(lang) for finding in other.findings]


def test_every_rule_is_the_declared_one_again() -> None:
    rules = (*all_rules(), *WAIVER_RULES)
    again = sent(rules)
    assert all(one is other for one, other in zip(again, rules, strict=True))


def test_a_severity_that_was_set_travels_along() -> None:
    lesser = replace(all_rules()[0], severity=Severity.INFO)
    again = sent(lesser)
    assert (again.code, again.severity) == (lesser.code, Severity.INFO)


def test_an_archive_leaves_its_hashes_behind() -> None:
    data = (EXAMPLES / "county_library.docx").read_bytes()
    archive = read_other_papers(WORKPLACE, peers=[(data, "a.docx")]).peers.archive
    assert archive.passages.holders(0) == ()
    again = sent(archive)
    assert "passages" not in vars(again)
    assert again.peers == archive.peers
