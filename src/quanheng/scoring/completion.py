"""Completion rate of a row (完成率): actual ÷ target, in percent."""

from decimal import Decimal
from typing import Final

from quanheng.core.expression import Sign
from quanheng.core.quantity import rounded
from quanheng.law.book import Law
from quanheng.scoring.reading import RowReading, quantity_of
from quanheng.scoring.result import Pair

_FULL: Final = Decimal(100)
_UPPER: Final = (Sign.AT_MOST, Sign.LESS_THAN)
INVERSE_COMPLETION = "self_evaluation.inverse_completion"


def completion(pair: Pair) -> Decimal | None:
    """Completion of a positive indicator; None for a target of zero or less."""
    if pair.target <= 0:
        return None
    return rounded(max(pair.actual, Decimal(0)) * 100 / pair.target)


def inverse_completion(pair: Pair, law: Law) -> Decimal | None:
    """Completion of a negative indicator (逆向指标完成率).

    ``linear`` is (2t − a) ÷ t and not below 0; ``ratio`` is t ÷ a. None for a
    target of zero or less, and for ``ratio`` with an actual of zero or less.
    """
    if pair.target <= 0:
        return None
    if law.value(INVERSE_COMPLETION) != "ratio":
        left = max(2 * pair.target - pair.actual, Decimal(0))
        return rounded(left * 100 / pair.target)
    return rounded(pair.target * 100 / pair.actual) if pair.actual > 0 else None


def ways_in_use(reading: RowReading) -> tuple[Decimal, ...]:
    """The completion rates that a row may state: one, but for an upper limit.

    Of an upper limit offices print actual ÷ target, what is left of twice the target,
    target ÷ actual, or just 100% where it is kept. None where it can't be computed.
    """
    target, actual = quantity_of(reading.target), quantity_of(reading.actual)
    if reading.obstacle or target is None or actual is None or target.value <= 0:
        return ()
    converted = actual.to(target.unit)
    if converted is None:
        return ()
    percent = converted.value / target.value * _FULL
    if reading.sign not in _UPPER:
        return (percent,)
    ways = [percent, 2 * _FULL - percent]
    if converted.value > 0:
        ways.append(target.value / converted.value * _FULL)
    return (*ways, _FULL) if percent <= _FULL else tuple(ways)
