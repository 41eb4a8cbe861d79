"""The units of a row and contradictions between them (计量单位)."""

from dataclasses import dataclass
from enum import StrEnum

from quanheng.core.expression import Duration, Expression, Number, Span
from quanheng.core.quantity import BARE, Dimension, Unit
from quanheng.law.book import Law

RATE_NAMES = "words.rate_names"
OCCURRENCE_UNITS = "words.occurrence_units"
_TIME = frozenset(
    {Dimension.DAYS, Dimension.WORKING_DAYS, Dimension.MONTHS, Dimension.HOURS}
)
_RATE = frozenset({Dimension.RATE, Dimension.PERCENTAGE_POINT})


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a row, each None where none is written (计量单位).

    Attributes:
        name: In the brackets of the name.
        target: In the target cell.
        actual: In the actual cell.
    """

    name: Unit | None
    target: Unit | None
    actual: Unit | None

    @property
    def of_target(self) -> Unit:
        """Its own, else the name's, else the actual's."""
        return self.target or self.name or self.actual or BARE

    @property
    def of_actual(self) -> Unit:
        """Its own, else the name's, else the target's."""
        return self.actual or self.name or self.target or BARE

    @property
    def is_inherited(self) -> bool:
        """Whether the target or the actual has no unit of its own."""
        return self.target is None or self.actual is None


def unit_of(expression: Expression) -> Unit | None:
    """The unit written in a value, None for a bare number and for no value."""
    match expression:
        case Number(quantity=quantity) | Duration(quantity=quantity):
            unit = quantity.unit
        case Span(high=quantity):
            unit = quantity.unit
        case _:
            return None
    return None if unit.dimension is Dimension.NONE else unit


def is_percent_of_what(units: Units, title: str, law: Law) -> bool:
    """Whether the actual is a percentage and the bare target of a count is not.

    A bare 2 for 宣传次数 can't mean 2%.
    """
    if units.name is not None or units.target is not None or units.actual is None:
        return False
    is_rate = units.actual.dimension is Dimension.RATE
    return is_rate and not title.endswith(law.words(RATE_NAMES))


def same_occurrences(one: Unit, other: Unit, law: Law) -> bool:
    """Whether both count occurrences (次, 场, 期), which can be compared."""
    words = law.words(OCCURRENCE_UNITS)
    return {one.base, other.base} <= set(words) and one.factor == other.factor


class Conflict(StrEnum):
    """How two units contradict each other (冲突类型)."""

    DIMENSION = "dimension"
    """天 against %."""
    FACTOR = "factor"
    """元 against 万元."""


def conflict_of(one: Unit, other: Unit) -> Conflict | None:
    """How two units contradict each other, None where they don't.

    Related units (次 and 场, 天 and 月, % and 百分点) don't, nor do a unit and the same
    unit per head (元, 元/人).
    """
    if one.dimension is other.dimension:
        same_base = one.converts_to(other)
        exact_time = one.dimension in _TIME
        differs = one.factor * other.divisor != other.factor * one.divisor
        return Conflict.FACTOR if same_base and differs and not exact_time else None
    dimensions = {one.dimension, other.dimension}
    if dimensions <= _TIME or dimensions <= _RATE:
        return None
    is_part = _is_part_of(one, other) or _is_part_of(other, one)
    return None if is_part else Conflict.DIMENSION


def _is_part_of(whole: Unit, ratio: Unit) -> bool:
    """Whether a unit is the numerator of another: 元 of 元/人."""
    return ratio.dimension is Dimension.RATIO and whole.base in ratio.base.split("/")
