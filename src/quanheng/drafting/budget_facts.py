"""Facts about the budget (资金情况)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from quanheng.core.budget import LEVEL_COLUMNS, Budget, BudgetColumn, BudgetRow
from quanheng.core.quantity import plain, rounded
from quanheng.drafting.fact import Fact
from quanheng.drafting.paper import Paper
from quanheng.drafting.stated_reasons import reason_parts
from quanheng.law.book import Law
from quanheng.scoring.budget.budget_sums import amount_tolerance
from quanheng.scoring.budget.execution_rate import arrival_rate, balance

LOW_RATE: Final = "self_evaluation.low_execution_rate"


def budget_facts(paper: Paper) -> Iterator[Fact]:
    """Budget, spending, arrival and balance, by source where the table has sources."""
    budget = paper.project.budget
    if budget is None:
        return
    yield from _execution(paper, budget)
    yield from _change(budget, paper.law)
    yield from _sources(budget)
    received, rate = budget.amount(BudgetRow.RECEIVED), arrival_rate(budget)
    if received is not None and rate is not None:
        values = {"received": budget.shown(received), "rate": percent(rate)}
        yield Fact("arrival", values)
    yield from _balance(budget, paper.law)
    if (low := low_rate(paper)) is not None:
        limit = plain(paper.law.number(LOW_RATE))
        reason = execution_reason(paper)
        yield Fact("low", {"rate": percent(low), "limit": limit, **reason})


def execution_reason(paper: Paper) -> Mapping[str, str]:
    """The parts of the reason in the row of the execution rate."""
    rows = (row.indicator for row in paper.card.rows if row.is_execution)
    return reason_parts(next((row.reason for row in rows if row), None))


def low_rate(paper: Paper) -> Decimal | None:
    """The execution rate where it is low enough to need a reason (执行率偏低)."""
    rate = paper.rate
    return rate if rate is not None and rate < paper.law.number(LOW_RATE) else None


def percent(value: Decimal) -> str:
    """A rate as printed, without the percent sign."""
    return plain(rounded(value))


def _execution(paper: Paper, budget: Budget) -> Iterator[Fact]:
    if budget.planned is not None and budget.spent is not None:
        values = {
            "planned": budget.shown(budget.planned),
            "spent": budget.shown(budget.spent),
        }
        if paper.rate is not None:
            values["rate"] = percent(paper.rate)
        yield Fact("execution", values)
    for row in paper.card.rows:
        score = paper.score(row)
        if row.is_execution and score is not None and row.weight is not None:
            points = {"score": plain(score), "weight": plain(row.weight)}
            yield Fact("execution_points", points)


def _change(budget: Budget, law: Law) -> Iterator[Fact]:
    initial, planned = budget.amount(BudgetRow.INITIAL), budget.planned
    if not initial or planned is None:
        return
    if abs(planned - initial) > amount_tolerance(law):
        values = {"initial": budget.shown(initial), "planned": budget.shown(planned)}
        yield Fact("changed", values)


def _sources(budget: Budget) -> Iterator[Fact]:
    for column in _columns(budget):
        planned = budget.amount(BudgetRow.ANNUAL, column)
        spent = budget.amount(BudgetRow.SPENT, column)
        if planned is not None and spent is not None and (planned or spent):
            values = {"planned": budget.shown(planned), "spent": budget.shown(spent)}
            yield Fact("source", {"source": column, **values})


def _columns(budget: Budget) -> tuple[BudgetColumn, ...]:
    """The sources; fiscal money by level where the table has levels."""
    has_levels = any(budget.amount(BudgetRow.ANNUAL, c) for c in LEVEL_COLUMNS)
    fiscal = LEVEL_COLUMNS if has_levels else (BudgetColumn.FISCAL,)
    return (*fiscal, BudgetColumn.CARRYOVER, BudgetColumn.OTHER)


def _balance(budget: Budget, law: Law) -> Iterator[Fact]:
    left, stated = balance(budget), budget.amount(BudgetRow.BALANCE)
    if left is None or left <= amount_tolerance(law):
        return
    if stated is not None and abs(stated - left) > amount_tolerance(law):
        yield Fact("balance")
        return
    yield Fact("balance", {"balance": budget.shown(left)})
    for column in _columns(budget):
        part = balance(budget, column)
        if part is not None and part > 0:
            yield Fact(
                "balance_source", {"source": column, "balance": budget.shown(part)}
            )
