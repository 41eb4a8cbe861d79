"""Target and actual of a row, brought to one unit, sign and direction (读数)."""

from dataclasses import dataclass
from enum import StrEnum

from quanheng.core.expression import Expression, Sign
from quanheng.core.indicator import Indicator
from quanheng.core.quantity import Unit
from quanheng.law.book import Law


class Direction(StrEnum):
    """Whether more is better (指标方向)."""

    POSITIVE = "positive"
    """正向"""
    NEGATIVE = "negative"
    """逆向"""
    UNKNOWN = "unknown"


class Obstacle(StrEnum):
    """Why a row has no computable score (不能计分的原因)."""

    TARGET_MISSING = "target missing"
    ACTUAL_MISSING = "actual missing"
    WEIGHT_MISSING = "weight missing"
    TARGET_NOT_A_VALUE = "target is not a value"
    """Words, several values, a vague time."""
    ACTUAL_NOT_A_VALUE = "actual is not a value"
    DIMENSIONS_DIFFER = "dimensions differ"
    """天 against %."""
    UNITS_DIFFER = "units differ"
    """元 against 万元 where one of the two is inherited: nobody knows which holds."""
    NO_ANSWER_CHOSEN = "no qualitative answer chosen"
    DIRECTION_UNKNOWN = "direction unknown"
    ZERO_BUDGET = "budget is zero"
    YEAR_UNKNOWN = "year unknown"


@dataclass(frozen=True, slots=True)
class RowReading:
    """What a row's cells mean together (读数).

    Attributes:
        indicator: The row.
        target: The target, its bare number in the row's unit where it has none.
        actual: The actual, likewise.
        name_unit: Unit of the brackets in the name, None without one.
        target_unit: Unit written in the target cell itself.
        actual_unit: Unit written in the actual cell itself.
        sign: The sign that holds: the stated one, else the one that the direction
            gives (成本 ≤, 满意度 ≥).
        sign_is_stated: Whether the target carries it.
        direction: Of the indicator, by its name and category.
        obstacle: Why nothing can be computed; None where something can.
    """

    indicator: Indicator
    target: Expression
    actual: Expression
    name_unit: Unit | None
    target_unit: Unit | None
    actual_unit: Unit | None
    sign: Sign | None
    sign_is_stated: bool
    direction: Direction
    obstacle: Obstacle | None


def read_row(indicator: Indicator, law: Law, year: int | None) -> RowReading:
    """Read target and actual of a row together (§7 of the domain)."""
    raise NotImplementedError
