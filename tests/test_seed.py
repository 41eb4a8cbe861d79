"""The real report that the project began with (domain guide §8)."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from quanheng.audit.engine import Outcome
from quanheng.tasks.checking.check_report import CheckedProject, check_report
from quanheng.tasks.reading.read_report import read_report
from quanheng.testing.cases import WORKPLACE

HITS = frozenset(
    """
    ID103 ID104 ID201 ID304 LB103 LB201 BG103 BG301 BG506 GL102 GL201 GL301 IN103
    IN104 IN106 IN201 IN208 IN301 IN304 IN308 WT104 WT201 WT301 VL101 VL102 VL201
    VL204 VL205 VL207 VL208 VL302 VL306 VL402 VL403 SC107 SC202 SC301 SC307 CS101
    CS201 CS202 CS203 CS204 CS205 CS206 PB103 PB201 PB204 EV101 EV105 WD101 WD102
    WD104 WD105 LY201 LY202 LY203 LY303
    """.split()
)
TEXT_DUMP_ONLY = frozenset({"LY303"})
"""Residue of bookmarks stands in the text dump alone."""


def checked(path: Path) -> CheckedProject:
    report = read_report(path.read_bytes(), path.name)
    (project,) = check_report(report, replace(WORKPLACE, day=date(2026, 1, 1)))
    return project


@pytest.fixture(scope="module")
def text(seed_text: Path) -> CheckedProject:
    return checked(seed_text)


@pytest.fixture(scope="module")
def word(seed_docx: Path) -> CheckedProject:
    return checked(seed_docx)


def hits(project: CheckedProject) -> set[str]:
    return {verdict.rule.code for verdict in project.outcomes(Outcome.HIT)}


def test_text_has_exactly_the_named_faults(text: CheckedProject) -> None:
    assert hits(text) == HITS


def test_word_file_has_exactly_the_named_faults(word: CheckedProject) -> None:
    assert hits(word) == HITS - TEXT_DUMP_ONLY


def test_both_files_draw_the_same_findings(
    text: CheckedProject, word: CheckedProject
) -> None:
    def said(project: CheckedProject) -> Counter[tuple[str, str]]:
        return Counter(
            (finding.rule.code, finding.message())
            for finding in project.findings
            if finding.rule.code not in TEXT_DUMP_ONLY
        )

    assert said(text) == said(word)


@pytest.mark.parametrize("name", ["text", "word"])
def test_score_is_confirmed_in_part(name: str, request: pytest.FixtureRequest) -> None:
    card = request.getfixturevalue(name).scorecard
    assert card.stated_total == 100
    assert card.stated_grade == "优秀"
    assert card.confirmed == Decimal("61.45")
    assert card.not_computable == Decimal("38.55")
    assert (card.total, card.grade) == (None, None)
    assert [row.name for row in card.rows if row.recomputed is None] == [
        "宣传天数（天）",
        "宣传资料印刷成本（元）",
        "展示忻州脱贫攻坚的实践、成就和经验",
    ]


def test_no_rule_crashes(text: CheckedProject, word: CheckedProject) -> None:
    for project in (text, word):
        assert [v.crash for v in project.outcomes(Outcome.CRASHED)] == []


def test_rules_that_need_the_year_say_so(text: CheckedProject) -> None:
    """N11: without a year there is nothing to hold dates against."""
    outcomes = {v.rule.code: v.outcome for v in text.verdicts}
    assert outcomes["ID105"] in (Outcome.INSUFFICIENT_DATA, Outcome.NOT_APPLICABLE)
