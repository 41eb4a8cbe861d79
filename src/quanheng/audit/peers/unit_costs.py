"""Spending per person or item (单位支出)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from quanheng.core.indicator import Indicator, LevelTwo
from quanheng.core.quantity import Dimension
from quanheng.core.report import Project
from quanheng.language.similarity import bare
from quanheng.scoring.reading import RowReading, quantity_of


@dataclass(frozen=True, slots=True)
class UnitCost:
    """Spending of the whole project over one of its counts (单位支出).

    Attributes:
        indicator: The row that counts.
        count: How many, in the base unit.
        unit: The base unit as written.
        cost: 元 for each, at most: all spending of the project is divided by it.
        is_only: Whether the project has no other count, so that it is the real cost.
    """

    indicator: Indicator
    count: Decimal
    unit: str
    cost: Decimal
    is_only: bool

    @property
    def key(self) -> tuple[str, str]:
        """Name of the indicator without punctuation, and unit."""
        return bare(self.indicator.title), self.unit


def unit_costs(
    project: Project, readings: tuple[RowReading, ...]
) -> Iterator[UnitCost]:
    """The unit cost of each quantity row; none without spending."""
    spent = project.budget.spent if project.budget else None
    rows = [r for r in readings if r.indicator.level_two is LevelTwo.QUANTITY]
    for reading in rows:
        actual = quantity_of(reading.actual)
        if not spent or actual is None or actual.base_value <= 0:
            continue
        if actual.unit.dimension is Dimension.COUNT:
            yield UnitCost(
                indicator=reading.indicator,
                count=actual.base_value,
                unit=actual.unit.base,
                cost=spent / actual.base_value,
                is_only=len(rows) == 1,
            )
