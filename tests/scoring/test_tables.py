"""Grades, budget sums and execution points by their tables."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable, Project
from quanheng.law.book import Law
from quanheng.scoring.budget.budget_sums import sum_of_levels, sum_of_sources
from quanheng.scoring.budget.execution_rate import arrival_rate, balance, execution_rate
from quanheng.scoring.scorecard import score_project
from quanheng.scoring.total import grade_of


def table(name: str) -> list[Any]:
    path = Path(__file__).parent / f"{name}.yaml"
    cases = yaml.safe_load(path.read_text("utf-8"))
    return [pytest.param(case, id=case["name"]) for case in cases]


def number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def budget_of(rows: dict[str, list[str]]) -> Budget:
    return Budget(
        {
            (BudgetRow(row), column): Field(text)
            for row, texts in rows.items()
            for column, text in zip(BudgetColumn, texts, strict=False)
        },
        unit=Field("万元"),
    )


@pytest.mark.parametrize("case", table("grade"))
def test_grade_follows_the_total(
    case: dict[str, Any], law_of: Callable[..., Law]
) -> None:
    law = law_of(case.get("parameters"))
    assert grade_of(Decimal(case["total"]), law) == case["grade"]


@pytest.mark.parametrize("case", table("budget"))
def test_budget_figures_follow_the_printed_formulas(case: dict[str, Any]) -> None:
    budget = budget_of(case["rows"])
    found = {
        "arrival_rate": arrival_rate(budget),
        "execution_rate": execution_rate(budget),
        "balance": balance(budget),
        "sources": sum_of_sources(budget, BudgetRow.ANNUAL),
        "levels": sum_of_levels(budget, BudgetRow.ANNUAL),
    }
    for name in found.keys() & case.keys():
        assert found[name] == number(case[name]), name


def test_rates_exist_for_every_column() -> None:
    budget = budget_of(
        {
            "annual": ["10", "10", "", "", "4", "6"],
            "received": ["10", "10", "", "", "4", "3"],
            "spent": ["5", "5", "", "", "2", "3"],
        }
    )
    assert execution_rate(budget, BudgetColumn.COUNTY) == 50
    assert arrival_rate(budget, BudgetColumn.COUNTY) == 50
    assert arrival_rate(budget, BudgetColumn.MUNICIPAL) == 100
    assert execution_rate(budget, BudgetColumn.CENTRAL) is None
    assert execution_rate(budget, denominator=BudgetRow.RECEIVED) == 50


@pytest.mark.parametrize("case", table("execution"))
@pytest.mark.parametrize("place", ["indicator row", "money line"])
def test_execution_points_follow_the_budget(
    case: dict[str, Any], place: str, law_of: Callable[..., Law]
) -> None:
    weight = Field(case["weight"])
    money = budget_of(
        {
            "annual": [case["planned"]],
            "received": [case.get("received", "")],
            "spent": [case["spent"]],
        }
    )
    if place == "money line":
        budget = Budget(money.cells, money.unit, weight, Field(""))
        project = Project(budget=budget)
    else:
        row = Indicator(
            name=Field("预算执行率"),
            weight=weight,
            target=Field("100%"),
            actual=Field("—"),
        )
        project = Project(budget=money, table=IndicatorTable((row,)))
    (row_score,) = score_project(project, law_of(case.get("parameters"))).rows
    assert row_score.recomputed == number(case.get("score"))
    assert row_score.is_execution
    if place == "money line" or "score" in case:
        assert row_score.obstacle == case.get("obstacle")


def test_execution_row_without_budget_goes_by_its_own_rate(law: Law) -> None:
    row = Indicator(
        name=Field("预算执行率"),
        weight=Field("10"),
        target=Field("100%"),
        actual=Field("92.5%"),
    )
    (score,) = score_project(Project(table=IndicatorTable((row,))), law).rows
    assert score.recomputed == Decimal("9.25")
    assert score.completion == Decimal("92.50")


def test_execution_row_with_a_count_is_not_taken_for_a_rate(law: Law) -> None:
    row = Indicator(
        name=Field("预算执行率"),
        weight=Field("10"),
        target=Field("100%"),
        actual=Field("3次"),
    )
    (score,) = score_project(Project(table=IndicatorTable((row,))), law).rows
    assert score.recomputed is None
