"""Whether two units contradict each other (单位冲突)."""

from enum import StrEnum

from quanheng.core.quantity import Dimension, Unit

_TIME = frozenset(
    {Dimension.DAYS, Dimension.WORKING_DAYS, Dimension.MONTHS, Dimension.HOURS}
)
_RATE = frozenset({Dimension.RATE, Dimension.PERCENTAGE_POINT})


class Conflict(StrEnum):
    """How two units contradict each other (冲突类型)."""

    DIMENSION = "dimension"
    """天 against %."""
    FACTOR = "factor"
    """元 against 万元."""


def conflict_of(one: Unit, other: Unit) -> Conflict | None:
    """How two units contradict each other, None where they may stand together.

    Units that are only near to each other (次 and 场, 天 and 月, % and 百分点) do not,
    nor does a unit and one per head of it (元, 元/人).
    """
    if one.dimension is other.dimension:
        same_base = one.converts_to(other)
        exact_time = one.dimension in _TIME
        differs = one.factor * other.divisor != other.factor * one.divisor
        return Conflict.FACTOR if same_base and differs and not exact_time else None
    dimensions = {one.dimension, other.dimension}
    if dimensions <= _TIME or dimensions <= _RATE:
        return None
    return (
        None
        if _is_part_of(one, other) or _is_part_of(other, one)
        else (Conflict.DIMENSION)
    )


def _is_part_of(whole: Unit, ratio: Unit) -> bool:
    """Whether a unit is what another counts per head: 元 of 元/人."""
    return ratio.dimension is Dimension.RATIO and whole.base in ratio.base.split("/")
