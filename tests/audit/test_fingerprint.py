"""A finding is known again while rule, project, kind of place and text stay."""

from dataclasses import replace

import pytest

from quanheng.audit.after.fingerprint import fingerprints
from quanheng.audit.engine import Finding
from quanheng.audit.rule import Hit, Rule
from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable, Project
from quanheng.core.source import Source


def row(name: str, number: int) -> Indicator:
    def cell(text: str, column: int) -> Field:
        return Field(text, Source(table=6, row=number, column=column))

    return Indicator(
        name=cell(name, 3),
        target=cell("≥95%", 5),
        actual=cell("95%", 6),
        at=Source(table=6, row=number),
    )


def project(*names: str, first: int = 2) -> Project:
    rows = tuple(row(name, number) for number, name in enumerate(names, first))
    return Project(name=Field("图书馆开放"), table=IndicatorTable(rows))


def mark(rule: Rule, hit: Hit, where: Project, file: str = "") -> str:
    (one,) = fingerprints([Finding(rule, hit)], where, file)
    return one


@pytest.fixture
def rule(rules: dict[str, Rule]) -> Rule:
    return rules["VL101"]


@pytest.mark.parametrize("column", [0, 3, 5, 6, 9])
def test_row_may_move(rule: Rule, column: int) -> None:
    before = Hit(at=Source(table=6, row=3, column=column), quote="95%")
    after = Hit(at=Source(table=6, row=5, column=column), quote="95%")
    old, new = project("参观人次", "满意度"), project("甲", "乙", "参观人次", "满意度")
    assert mark(rule, before, old) == mark(rule, after, new)


def test_paragraph_may_move_and_blanks_may_change(rule: Rule) -> None:
    before = Hit(at=Source(paragraph=3), quote="开放 一年")
    after = Hit(at=Source(paragraph=9), quote="开放一年")
    assert mark(rule, before, project("甲")) == mark(rule, after, project("甲"))


def test_another_rule_place_text_or_project_is_another_finding(
    rules: dict[str, Rule],
) -> None:
    where = project("参观人次", "满意度")
    rule, hit = rules["VL101"], Hit(at=Source(table=6, row=2, column=6), quote="95%")
    marks = {
        mark(rule, hit, where),
        mark(rules["VL102"], hit, where),
        mark(rule, replace(hit, quote="96%"), where),
        mark(rule, replace(hit, at=Source(table=6, row=3, column=6)), where),
        mark(rule, replace(hit, at=Source(table=6, row=2, column=5)), where),
        mark(rule, hit, replace(where, name=Field("博物馆开放"))),
    }
    assert len(marks) == 6


def test_findings_that_are_alike_are_told_apart(rule: Rule) -> None:
    finding = Finding(rule, Hit(at=Source(paragraph=3), quote="优秀"))
    one, two = fingerprints([finding, finding], project("甲"))
    assert one != two


def test_file_stands_in_for_a_missing_name(rule: Rule) -> None:
    nameless = replace(project("甲"), name=None)
    hit = Hit(at=Source(paragraph=3))
    assert mark(rule, hit, nameless, "x/a.docx") == mark(rule, hit, nameless, "a.docx")
    assert mark(rule, hit, nameless, "a.docx") != mark(rule, hit, nameless, "b.docx")


def test_budget_cell_is_known_by_row_and_column(rules: dict[str, Rule]) -> None:
    def budget(at: Source) -> Project:
        cells = {(BudgetRow.SPENT, BudgetColumn.TOTAL): Field("10", at)}
        return replace(project("甲"), budget=Budget(cells))

    here, there = Source(table=1, row=4, column=2), Source(table=1, row=6, column=3)
    rule = rules["BG101"]
    assert mark(rule, Hit(at=here), budget(here)) == mark(
        rule, Hit(at=there), budget(there)
    )
