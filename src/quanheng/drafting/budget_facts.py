"""What the figures say of the money (资金情况)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from quanheng.core.budget import LEVEL_COLUMNS, Budget, BudgetColumn, BudgetRow
from quanheng.core.quantity import plain, rounded
from quanheng.drafting.fact import Fact
from quanheng.drafting.paper import Paper
from quanheng.drafting.stated_reasons import told_by
from quanheng.law.book import Law
from quanheng.scoring.budget.budget_sums import amount_tolerance
from quanheng.scoring.budget.execution_rate import arrival_rate, balance

LOW_RATE: Final = "self_evaluation.low_execution_rate"


def money_facts(paper: Paper) -> Iterator[Fact]:
    """Budget, spending, arrival and balance, by source where the table has sources."""
    budget = paper.project.budget
    if budget is None:
        return
    yield from _execution(paper, budget)
    yield from _change(budget, paper.law)
    yield from _sources(budget)
    received, rate = budget.amount(BudgetRow.RECEIVED), arrival_rate(budget)
    if received is not None and rate is not None:
        yield Fact(
            "arrival",
            {"received": budget.shown(received), "rate": percent(rate)},
        )
    yield from _balance(budget, paper.law)
    if (low := low_rate(paper)) is not None:
        limit = plain(paper.law.number(LOW_RATE))
        told = execution_told(paper)
        yield Fact("low", {"rate": percent(low), "limit": limit, **told})


def execution_told(paper: Paper) -> Mapping[str, str]:
    """What the row of budget execution says of its reason."""
    rows = (row.indicator for row in paper.card.rows if row.is_execution)
    return told_by(next((row.reason for row in rows if row), None))


def low_rate(paper: Paper) -> Decimal | None:
    """The execution rate where it is so low that a reason is due (执行率偏低)."""
    rate = paper.rate
    return rate if rate is not None and rate < paper.law.number(LOW_RATE) else None


def percent(value: Decimal) -> str:
    """A rate as it is printed, without its sign."""
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
            yield Fact(
                "execution_points", {"score": plain(score), "weight": plain(row.weight)}
            )


def _change(budget: Budget, law: Law) -> Iterator[Fact]:
    initial, planned = budget.amount(BudgetRow.INITIAL), budget.planned
    if not initial or planned is None:
        return
    if abs(planned - initial) > amount_tolerance(law):
        yield Fact(
            "changed",
            {"initial": budget.shown(initial), "planned": budget.shown(planned)},
        )


def _sources(budget: Budget) -> Iterator[Fact]:
    for column in _columns(budget):
        planned = budget.amount(BudgetRow.ANNUAL, column)
        spent = budget.amount(BudgetRow.SPENT, column)
        if planned is not None and spent is not None and (planned or spent):
            yield Fact(
                "source",
                {
                    "source": column,
                    "planned": budget.shown(planned),
                    "spent": budget.shown(spent),
                },
            )


def _columns(budget: Budget) -> tuple[BudgetColumn, ...]:
    """The sources, fiscal money by its levels where the table tells them."""
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
