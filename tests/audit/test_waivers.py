"""Waivers accept what they name, and nothing after their last day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from quanheng.audit.after.stale_waivers import stale_waivers
from quanheng.audit.after.waived_or_known import with_known, with_waivers
from quanheng.audit.after.waivers import Waiver
from quanheng.audit.engine import Finding, Outcome, Verdict
from quanheng.audit.rule import Hit, Rule
from quanheng.core.source import Source

DAY = date(2025, 6, 30)
CELL = Source(table=1, row=8, column=4)
ENTRY = Source(key="waiver[1]")
WAIVER = Waiver("BG301", "两年合并核算", "李会计", DAY, entry=ENTRY)


@pytest.fixture
def verdict(rules: Mapping[str, Rule]) -> Verdict:
    rule = rules["BG301"]
    return Verdict(rule, Outcome.HIT, (Finding(rule, Hit(at=CELL)),))


@pytest.mark.parametrize(
    ("code", "at", "covered"),
    [
        ("BG301", "", True),
        ("bg3", "", True),
        ("arrival-rate-mismatch", "", True),
        ("BG302", "", False),
        ("BG301", "table[1]/row[8]/column[4]", True),
        ("BG301", "table[1]/row[8]", True),
        ("BG301", "table[1]", True),
        ("BG301", "table[1]/row[80]", False),
        ("BG301", "table[1]/row[8]/column[40]", False),
        ("BG301", "tab", False),
        ("BG301", "表1 第8行 第4列", True),
        ("BG301", "表1 第8行", True),
        ("BG301", "表1 第80行", False),
        ("BG301", "表1 第8行 第40列", False),
        ("BG301", "table 1 row 8", True),
    ],
)
def test_waiver_covers_what_it_names(
    verdict: Verdict, code: str, at: str, covered: bool
) -> None:
    waiver = replace(WAIVER, code=code, at=at)
    (marked,) = with_waivers([verdict], [waiver])
    assert marked.findings[0].counts is not covered
    assert marked.findings[0].waiver is (waiver if covered else None)


@pytest.mark.parametrize(
    ("pattern", "file", "meant"),
    [
        ("*", "a/b.docx", True),
        ("*.docx", "a/b.docx", True),
        ("a/*.docx", "/home/x/a/b.docx", True),
        ("a/*.docx", "c\\a\\b.docx", True),
        ("a/*.docx", "b/b.docx", False),
        ("*.xlsx", "b.docx", False),
    ],
)
def test_pattern_is_compared_with_the_end_of_the_path(
    pattern: str, file: str, meant: bool
) -> None:
    assert replace(WAIVER, file=pattern).is_for(file) is meant


@pytest.mark.parametrize(
    ("place", "covered"),
    [
        ("I14", True),
        ("工作表“附件1” I14", True),
        ("工作表“附件1”", True),
        ("sheet[附件1]/row[14]", True),
        ("I1", False),
        ("I140", False),
        ("工作表“附件” I14", False),
    ],
)
def test_a_cell_of_a_workbook_is_called_by_its_name(place: str, covered: bool) -> None:
    assert Source(sheet="附件1", row=14, column=9).is_called(place) is covered


def test_last_day_still_holds() -> None:
    assert not WAIVER.expired(DAY)
    assert WAIVER.expired(date(2025, 7, 1))


def stale(waiver: Waiver, verdicts: tuple[Verdict, ...], day: date = DAY) -> list[str]:
    found = stale_waivers([waiver], {"b.docx": verdicts}, day)
    return [finding.rule.code for finding in found]


def test_used_waiver_is_silent(verdict: Verdict) -> None:
    assert stale(WAIVER, with_waivers([verdict], [WAIVER])) == []


def test_expired_waiver_is_a_finding(verdict: Verdict) -> None:
    (finding,) = stale_waivers([WAIVER], {"b.docx": (verdict,)}, date(2026, 1, 1))
    assert finding.rule.code == "WV101"
    assert finding.hit.at == ENTRY
    assert (
        finding.message()
        == "李会计对BG301的豁免已于2025年6月30日到期，相关问题恢复计入审核结果"
    )
    assert "ended on 2025-06-30" in finding.message("en")


def test_unused_waiver_is_a_finding(verdict: Verdict) -> None:
    clean = Verdict(verdict.rule, Outcome.CLEAN)
    assert stale(WAIVER, (clean,)) == ["WV102"]


@pytest.mark.parametrize(
    ("waiver", "outcome"),
    [
        (replace(WAIVER, file="*.xlsx"), Outcome.CLEAN),
        (replace(WAIVER, code="WT101"), Outcome.CLEAN),
        (WAIVER, Outcome.NOT_GIVEN),
    ],
)
def test_waiver_of_what_was_not_asked_is_silent(
    verdict: Verdict, waiver: Waiver, outcome: Outcome
) -> None:
    assert stale(waiver, (Verdict(verdict.rule, outcome),)) == []


def test_known_finding_does_not_count(verdict: Verdict) -> None:
    (marked,) = with_known([verdict], ["mark"], {"mark"})
    assert marked.findings[0].known
    assert not marked.findings[0].counts


def test_only_what_is_new_is_left(verdict: Verdict) -> None:
    assert with_known([verdict], ["mark"], {"mark"}, only_new=True) == ()
    assert with_known([verdict], ["mark"], {"other"}, only_new=True) == (verdict,)
