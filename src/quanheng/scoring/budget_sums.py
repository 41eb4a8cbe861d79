"""Sums across the columns of the budget table (各来源、各级次合计)."""

from collections.abc import Iterable
from decimal import Decimal

from quanheng.core.budget import (
    LEVEL_COLUMNS,
    SOURCE_COLUMNS,
    Budget,
    BudgetColumn,
    BudgetRow,
)
from quanheng.core.field import filled


def sum_of_sources(budget: Budget, row: BudgetRow) -> Decimal | None:
    """Fiscal subtotal + carry-over + other of a row in 元 (各来源合计).

    A blank source adds nothing. None when all are blank or one is unreadable.
    """
    return _sum(budget, row, SOURCE_COLUMNS)


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
