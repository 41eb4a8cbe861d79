"""The meaning of a changed target or actual by the direction (变化含义)."""

from typing import Final

from quanheng.comparing.change import Effect
from quanheng.comparing.meaning import difference
from quanheng.core.expression import Deadline, Sign
from quanheng.scoring.direction import Direction
from quanheng.scoring.reading import RowReading

_LOWER_LIMITS: Final = (Sign.AT_LEAST, Sign.MORE_THAN)
_UPPER_LIMITS: Final = (Sign.AT_MOST, Sign.LESS_THAN)


def effect_of_target(old: RowReading, new: RowReading) -> Effect | None:
    """Whether a target was tightened (收紧) or loosened (放宽).

    None where an upper limit became a lower limit or the reverse.
    """
    more, change = _asks_for_more(new), difference(old.target, new.target)
    if more is None or _asks_for_more(old) is not more:
        return None
    if change is None or not change.value:
        return None
    return Effect.TIGHTENED if (change.value > 0) is more else Effect.LOOSENED


def _asks_for_more(row: RowReading) -> bool | None:
    if row.sign in _LOWER_LIMITS:
        return True
    if row.sign in _UPPER_LIMITS:
        return False
    return _is_better_high(row)


def effect_of_actual(old: RowReading, new: RowReading) -> Effect | None:
    """Whether an actual became better (变好) or worse (变差)."""
    high, change = _is_better_high(new), difference(old.actual, new.actual)
    if isinstance(new.actual, Deadline):
        high = False  # whatever is done, earlier is better
    if high is None or change is None or not change.value:
        return None
    return Effect.BETTER if (change.value > 0) is high else Effect.WORSE


def _is_better_high(row: RowReading) -> bool | None:
    if row.direction is Direction.UNKNOWN:
        return None
    return row.direction is Direction.POSITIVE
