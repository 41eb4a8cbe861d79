"""Rates, balance and points of the budget table (预算执行)."""

from dataclasses import replace
from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.quantity import plain, rounded
from quanheng.law.book import Law
from quanheng.scoring.formulas.result import SCORE_DECIMALS, Result, points
from quanheng.scoring.formulas.step_table import share_by_steps
from quanheng.scoring.reading import Obstacle

EXECUTION_STEPS = "self_evaluation.execution_steps"
EXECUTION_DENOMINATOR = "self_evaluation.execution_denominator"


def rate(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """Part ÷ whole in percent, unrounded; None when unknown or the whole is zero."""
    if part is None or not whole:
        return None
    return part * 100 / whole


def arrival_rate(
    budget: Budget, column: BudgetColumn = BudgetColumn.TOTAL
) -> Decimal | None:
    """Row (6): received ÷ annual of a column in percent, unrounded (预算到位率)."""
    return rate(
        budget.amount(BudgetRow.RECEIVED, column),
        budget.amount(BudgetRow.ANNUAL, column),
    )


def execution_rate(
    budget: Budget,
    column: BudgetColumn = BudgetColumn.TOTAL,
    denominator: BudgetRow = BudgetRow.ANNUAL,
) -> Decimal | None:
    """Row (7): spent ÷ annual of a column in percent, unrounded (预算执行率)."""
    return rate(
        budget.amount(BudgetRow.SPENT, column), budget.amount(denominator, column)
    )


def balance(
    budget: Budget, column: BudgetColumn = BudgetColumn.TOTAL
) -> Decimal | None:
    """Row (5): received − spent of a column in 元 (资金结余); None if unknown."""
    received = budget.amount(BudgetRow.RECEIVED, column)
    spent = budget.amount(BudgetRow.SPENT, column)
    return None if received is None or spent is None else received - spent


def denominator_row(law: Law) -> BudgetRow:
    """The row that the execution rate divides by under the law."""
    return BudgetRow(str(law.value(EXECUTION_DENOMINATOR)))


def execution_points(percent: Decimal, weight: Decimal, law: Law) -> Result:
    """Points of an execution rate: min(rate, 100%) × weight, or a local step table.

    Args:
        percent: The rate in percent, unrounded.
        weight: Its points, usually 10.
        law: The parameters in force.
    """
    shown = f"{rounded(percent)}%"
    share = share_by_steps(EXECUTION_STEPS, percent, law)
    if share is None:
        capped = min(percent, Decimal(100))
        exact = capped * weight / 100
        score = points(exact, weight, law)
        step = Words(
            f"预算执行率{shown}，得分 = min(执行率, 100%) × {weight} = {score}",
            f"execution rate {shown}; score = min(rate, 100%) × {weight} = {score}",
        )
    else:
        exact = share * weight
        score = points(exact, weight, law)
        step = Words(
            f"预算执行率{shown}，按分档得权重的{plain(share * 100)}%，即{score}分",
            f"execution rate {shown}; by the local steps {plain(share * 100)}% of the "
            f"weight, {score} points",
        )
    named = (EXECUTION_STEPS, SCORE_DECIMALS)
    return Result(score, rounded(percent), (step,), named, unrounded=exact)


def budget_points(budget: Budget, weight: Decimal, law: Law) -> Result | None:
    """Points of the execution rate by the budget table; None without amounts."""
    row = denominator_row(law)
    spent, planned = budget.spent, budget.amount(row)
    if spent is None or planned is None:
        return None
    named = (EXECUTION_DENOMINATOR,)
    if planned <= 0:
        step = Words(
            "全年预算数为0，执行率无意义，需人工确定得分",
            "the annual budget is 0, so there is no rate; a person has to decide",
        )
        return Result(None, None, (step,), named, obstacle=Obstacle.ZERO_BUDGET)
    step = Words(
        f"执行数{plain(spent)}元 ÷ 预算数{plain(planned)}元",
        f"spent {plain(spent)} yuan ÷ planned {plain(planned)} yuan",
    )
    result = execution_points(max(spent, Decimal(0)) * 100 / planned, weight, law)
    return replace(result, steps=(step, *result.steps), law=named + result.law)
