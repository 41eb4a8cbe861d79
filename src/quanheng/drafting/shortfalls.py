"""By how much an actual misses its target (差距)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.core.expression import Deadline, Sign, Span
from quanheng.core.quantity import Dimension, Quantity, plain, rounded
from quanheng.scoring.reading import RowReading, quantity_of

LOWER_LIMITS: Final = (Sign.AT_LEAST, Sign.MORE_THAN)
_UPPER_LIMITS: Final = (Sign.AT_MOST, Sign.LESS_THAN)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A target that was not reached (差距).

    Attributes:
        kind: The key of its sentence: ``late`` for dates, ``short_points`` for rates,
            ``short_gap`` without a share of the target, else ``short``.
        values: The gap as printed.
    """

    kind: str
    values: Mapping[str, str]


def shortfall_of(reading: RowReading) -> Shortfall | None:
    """By how much a row misses its target; None where it does not, or where unknown."""
    target, actual = reading.target, reading.actual
    if isinstance(target, Deadline) and isinstance(actual, Deadline):
        days = (actual.day - target.day).days
        return Shortfall("late", {"days": str(days)}) if days > 0 else None
    pair = compared(reading)
    if pair is None:
        return None
    wanted, value = pair
    gap = _gap(value, wanted.value, reading.sign)
    return _shortfall(gap, wanted, target.raw) if gap else None


def is_comparable(reading: RowReading) -> bool:
    """Whether target and actual are two quantities or two dates."""
    values = (reading.target, reading.actual)
    both_dates = all(isinstance(value, Deadline) for value in values)
    return both_dates or compared(reading) is not None


def compared(reading: RowReading) -> tuple[Quantity, Decimal] | None:
    """The target and the actual in its unit; the nearer limit of a range."""
    got, wanted = quantity_of(reading.actual), quantity_of(reading.target)
    if isinstance(reading.target, Span) and got is not None:
        wanted = _nearer(reading.target, got)
    if got is None or wanted is None or reading.obstacle is not None:
        return None
    return wanted, (got.to(wanted.unit) or got).value


def _nearer(span: Span, got: Quantity) -> Quantity:
    """The limit that the value exceeds; within the range the value itself."""
    value = (got.to(span.low.unit) or got).value
    if value < span.low.value:
        return span.low
    return span.high if value > span.high.value else Quantity(value, span.low.unit)


def _gap(value: Decimal, wanted: Decimal, sign: Sign | None) -> Decimal:
    """How far the value misses the target; exceeding a positive = target is no miss."""
    if sign in LOWER_LIMITS or (sign is Sign.EQUAL and wanted > 0):
        return max(wanted - value, Decimal(0))
    if sign in _UPPER_LIMITS:
        return max(value - wanted, Decimal(0))
    return abs(value - wanted)


def _shortfall(gap: Decimal, wanted: Quantity, raw: str) -> Shortfall:
    if wanted.unit.dimension in (Dimension.RATE, Dimension.PERCENTAGE_POINT):
        points = gap * wanted.unit.factor / wanted.unit.divisor
        return Shortfall("short_points", {"gap": plain(points)})
    symbol = wanted.unit.symbol
    values = {"gap": f"{plain(gap)}{'个' if f'个{symbol}' in raw else ''}{symbol}"}
    if wanted.value <= 0:
        return Shortfall("short_gap", values)
    share = plain(rounded(gap * 100 / wanted.value))
    return Shortfall("short", values | {"percent": share})
