"""Stated rates compared with the rates of the amounts (比率)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.expression import Number
from quanheng.core.field import Field
from quanheng.core.quantity import Dimension, plain, rounded
from quanheng.law.book import Law
from quanheng.scoring.budget.execution_rate import EXECUTION_DENOMINATOR, execution_rate

RATE_TOLERANCE = "self_evaluation.rate_tolerance"
RATE_DECIMALS = "self_evaluation.rate_decimals"
_DENOMINATORS = (BudgetRow.ANNUAL, BudgetRow.RECEIVED, BudgetRow.INITIAL)


def stated_percent(cell: Field | None) -> Decimal | None:
    """A rate cell in percent, a bare number as percent; None for no rate."""
    value = cell.value if cell else None
    if not isinstance(value, Number):
        return None
    unit = value.quantity.unit
    if unit.dimension is Dimension.NONE:
        return value.quantity.value
    return value.quantity.base_value if unit.dimension is Dimension.RATE else None


def decimals_in(value: Decimal) -> int:
    """The number of decimals of a written number."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def stated_at(stated: Decimal, computed: Decimal | None, places: int) -> Decimal | None:
    """A stated rate with other decimals; None where one would be invented.

    Args:
        stated: The rate as written.
        computed: The computed rate, unrounded; it gives the missing decimals of a
            stated rate that agrees with it.
        places: The wanted decimals.
    """
    shown = decimals_in(stated)
    if computed is not None and rounded(computed, shown) == stated:
        return rounded(computed, places)
    return None if 0 < shown < places else rounded(stated, places)


def rate_agrees(cell: Field, percent: Decimal, tolerance: Decimal) -> bool:
    """Whether a cell states a rate, rounded to the decimals that it shows.

    A bare number may also be the ratio: 1.00 for 100%, 0.925 for 92.5%.

    Args:
        cell: The cell as read.
        percent: The rate by the amounts, unrounded.
        tolerance: In percentage points.
    """
    stated = stated_percent(cell)
    if stated is None:
        return False
    places = decimals_in(stated)
    if abs(stated - rounded(percent, places)) <= tolerance:
        return True
    ratio = percent / 100
    if places >= 2:
        ratio = rounded(ratio, places)
    return "%" not in cell.raw and "％" not in cell.raw and stated == ratio


def is_cut_off(cell: Field, percent: Decimal) -> bool:
    """Whether a cell states a rate truncated instead of rounded: 95.8 for 95.86."""
    stated = stated_percent(cell)
    if stated is None:
        return False
    exact = percent / 100 if _is_ratio(cell, percent) else percent
    return 0 <= exact - stated < Decimal(1).scaleb(-decimals_in(stated))


def rate_text(cell: Field, percent: Decimal, places: int) -> str:
    """A rate in the format of a cell: with its percent sign, decimals or as ratio."""
    stated = stated_percent(cell)
    shown = decimals_in(stated) if stated is not None else 0
    if stated is not None and shown >= 2 and _is_ratio(cell, percent):
        return str(rounded(percent / 100, shown))
    text = str(rounded(percent, shown)) if shown else plain(rounded(percent, places))
    return f"{text}%" if "%" in cell.raw or "％" in cell.raw else text


def _is_ratio(cell: Field, percent: Decimal) -> bool:
    """Whether a bare number is closer to the ratio than to the percentage."""
    stated = stated_percent(cell)
    if stated is None or "%" in cell.raw or "％" in cell.raw:
        return False
    return 0 < stated <= 1 and abs(stated * 100 - percent) < abs(stated - percent)


def stated_rates(
    budget: Budget, row: BudgetRow
) -> Iterator[tuple[BudgetColumn, Field]]:
    """The cells of a rate row that hold a rate, by column."""
    for column in BudgetColumn:
        cell = budget.cell(row, column)
        if cell is not None and stated_percent(cell) is not None:
            yield column, cell


def right_denominators(law: Law) -> tuple[BudgetRow, ...]:
    """The rows that the execution rate may divide by, the leading version first."""
    return tuple(
        BudgetRow(str(version.value)) for version in law.versions(EXECUTION_DENOMINATOR)
    )


def dividing_row(
    budget: Budget,
    column: BudgetColumn,
    tolerance: Decimal,
    among: Iterable[BudgetRow] = _DENOMINATORS,
) -> BudgetRow | None:
    """The first row that the stated execution rate of a column divides by, if any."""
    cell = budget.cell(BudgetRow.EXECUTION_RATE, column)
    for row in among:
        percent = execution_rate(budget, column, row)
        if cell and percent is not None and rate_agrees(cell, percent, tolerance):
            return row
    return None


@dataclass(frozen=True, slots=True)
class MisstatedRate:
    """An execution rate that is not spent ÷ planned (填错的执行率).

    Attributes:
        column: Its column.
        cell: The rate as written.
        percent: The rate by the amounts, unrounded.
        base: The row to divide by.
        wrong: The row that the written rate divides by, None where unknown.
        text: The correct rate in the format of the cell.
    """

    column: BudgetColumn
    cell: Field
    percent: Decimal
    base: BudgetRow
    wrong: BudgetRow | None
    text: str


def misstated_execution_rates(budget: Budget, law: Law) -> Iterator[MisstatedRate]:
    """The execution rates of a table that no correct denominator gives, by column."""
    tolerance, places = law.number(RATE_TOLERANCE), int(law.number(RATE_DECIMALS))
    right = right_denominators(law)
    for column, cell in stated_rates(budget, BudgetRow.EXECUTION_RATE):
        percent = execution_rate(budget, column, right[0])
        if percent is None or dividing_row(budget, column, tolerance, right):
            continue
        wrong = dividing_row(budget, column, tolerance)
        text = rate_text(cell, percent, places)
        yield MisstatedRate(column, cell, percent, right[0], wrong, text)
