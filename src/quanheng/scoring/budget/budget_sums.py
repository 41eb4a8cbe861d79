"""Sums across the columns of the budget table (各来源、各级次合计)."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from quanheng.core.budget import (
    LEVEL_COLUMNS,
    MONEY_FACTORS,
    SOURCE_COLUMNS,
    Budget,
    BudgetColumn,
    BudgetRow,
)
from quanheng.core.field import filled
from quanheng.law.book import Law

AMOUNT_TOLERANCE = "self_evaluation.amount_tolerance"
_WHOLE_YUAN: Final = Decimal(1)
"""The largest error of rounding to whole yuan."""


def sum_of_sources(budget: Budget, row: BudgetRow) -> Decimal | None:
    """Fiscal subtotal + carry-over + other of a row in 元 (各来源合计).

    The levels replace a subtotal that is empty or missing. A blank source adds nothing.
    None when all are blank or one is unreadable.
    """
    if filled(budget.cell(row, BudgetColumn.FISCAL)):
        return _sum(budget, row, SOURCE_COLUMNS)
    return _sum(budget, row, (*LEVEL_COLUMNS, *SOURCE_COLUMNS))


def sum_of_levels(budget: Budget, row: BudgetRow) -> Decimal | None:
    """Central + provincial + municipal + county of a row in 元 (各级财政合计).

    A blank level adds nothing. None when all are blank or one is unreadable.
    """
    return _sum(budget, row, LEVEL_COLUMNS)


def _sum(
    budget: Budget, row: BudgetRow, columns: Iterable[BudgetColumn]
) -> Decimal | None:
    named = [column for column in columns if filled(budget.cell(row, column))]
    amounts = [budget.amount(row, column) for column in named]
    known = [amount for amount in amounts if amount is not None]
    if not known or len(known) < len(amounts):
        return None
    return sum(known, Decimal(0))


def amount_tolerance(law: Law) -> Decimal:
    """The tolerance between two amounts in 元 (金额误差)."""
    return law.number(AMOUNT_TOLERANCE) * MONEY_FACTORS["万元"]


def table_tolerance(budget: Budget, law: Law) -> Decimal:
    """The tolerance for a sum of a table in 元.

    It is smaller where all amounts are in 元, without rounding to 万元.
    """
    is_fine = budget.unit_name == "元" and not budget.has_other_units
    return _WHOLE_YUAN if is_fine else amount_tolerance(law)


def includes_carry_over(budget: Budget, row: BudgetRow, tolerance: Decimal) -> bool:
    """Whether the fiscal subtotal of a row already holds the carry-over.

    The figures show it: total = subtotal + other, and subtotal = levels + carry-over.
    """
    carried = budget.amount(row, BudgetColumn.CARRYOVER)
    total, fiscal = budget.amount(row), budget.amount(row, BudgetColumn.FISCAL)
    levels = sum_of_levels(budget, row)
    if not carried or total is None or fiscal is None or levels is None:
        return False
    other = budget.amount(row, BudgetColumn.OTHER) or Decimal(0)
    return (
        abs(total - fiscal - other) <= tolerance
        and abs(fiscal - levels - carried) <= tolerance
    )
