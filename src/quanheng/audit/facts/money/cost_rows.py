"""Cost indicators for the whole project, not per unit (总额成本)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from quanheng.core.expression import Expression, Number
from quanheng.core.indicator import Indicator, LevelOne, LevelTwo
from quanheng.core.quantity import Dimension, Quantity
from quanheng.language.words import any_of
from quanheng.law.book import Law
from quanheng.scoring.reading import RowReading

UNIT_COST = "words.unit_cost"
COST_SAVING = "words.cost_saving"
SEVERAL_YEARS = "words.several_years"


@dataclass(frozen=True, slots=True)
class CostRow:
    """A cost indicator whose value is a total amount (总额类成本指标).

    Attributes:
        indicator: The row.
        amount: The actual in 元, else the target where there is no actual.
        is_actual: Whether ``amount`` is the actual.
        shown: ``amount`` as written: 30万元.
        other: The same figure under the other unit that the row names, in 元, where
            target and actual show one figure in two units; else None.
        other_shown: ``other`` as written: 30元; empty without one.
    """

    indicator: Indicator
    amount: Decimal
    is_actual: bool
    shown: str
    other: Decimal | None = None
    other_shown: str = ""

    @property
    def largest(self) -> Decimal:
        """The larger of its readings."""
        return max(self.amount, self.other or self.amount)


def cost_rows(readings: tuple[RowReading, ...], law: Law) -> Iterator[CostRow]:
    """The cost indicators whose value is an amount of the whole project."""
    words = tuple(
        word
        for name in (UNIT_COST, COST_SAVING, SEVERAL_YEARS)
        for word in law.words(name)
    )
    for reading in readings:
        row = reading.indicator
        if not _is_cost(row) or any_of(words, row.title):
            continue
        actual, target = _money(reading.actual), _money(reading.target)
        quantity = actual or target
        if quantity is not None:
            other = _other_reading(reading, actual)
            yield CostRow(
                indicator=row,
                amount=quantity.base_value,
                is_actual=actual is not None,
                shown=str(quantity),
                other=other.base_value if other else None,
                other_shown=str(other or ""),
            )


def _is_cost(row: Indicator) -> bool:
    return row.level_two is LevelTwo.COST or row.level_one is LevelOne.COST


def _money(expression: Expression) -> Quantity | None:
    """An amount of money in 元, None for anything else."""
    if not isinstance(expression, Number):
        return None
    unit = expression.quantity.unit
    is_money = unit.dimension is Dimension.MONEY and unit.base == "元"
    return expression.quantity if is_money else None


def _other_reading(reading: RowReading, actual: Quantity | None) -> Quantity | None:
    """The actual read in the unit of target or name, if target and actual are equal."""
    target = reading.target
    if actual is None or reading.actual_unit is None or not isinstance(target, Number):
        return None
    if target.quantity.value != actual.value:
        return None
    return next(
        (
            Quantity(actual.value, unit)
            for unit in (reading.target_unit, reading.name_unit)
            if unit is not None
            and unit.converts_to(actual.unit)
            and unit.factor != actual.unit.factor
        ),
        None,
    )
