"""Whether two targets mean the same, however written (同一指标值)."""

import re
import unicodedata
from typing import Final

from quanheng.core.expression import Deadline, Expression, Span
from quanheng.core.quantity import Dimension, Quantity
from quanheng.scoring.reading import RowReading, quantity_of

_MARKS: Final = re.compile(r"[\s，。、；：,;:“”\"'（）()]+")
_FULL_RATE: Final = 100


def same_target(one: RowReading, other: RowReading) -> bool:
    """Whether two targets have the same sign, value and unit (符号、数值、单位).

    A sign or unit that only one of them writes makes no difference; neither does
    ≥100% against =100%.
    """
    if same_words(one.target.raw, other.target.raw):
        return True
    same = same_value(one.target, other.target)
    return same and (_same_sign(one, other) or _is_whole(one.target))


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ only in blanks, punctuation and character width."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFKC", text))


def same_value(one: Expression, other: Expression) -> bool:
    """Whether two expressions name the same quantity, range or last day, signs aside.

    A bare number has the unit of the other.
    """
    ours, theirs = quantity_of(one), quantity_of(other)
    if ours is not None and theirs is not None:
        return _equal(ours, theirs)
    if isinstance(one, Span) and isinstance(other, Span):
        return _equal(one.low, other.low) and _equal(one.high, other.high)
    if isinstance(one, Deadline) and isinstance(other, Deadline):
        return one.day == other.day
    return False


def _equal(one: Quantity, other: Quantity) -> bool:
    converted = one.to(other.unit)
    if converted is not None:
        return converted.value == other.value
    bare = Dimension.NONE in (one.unit.dimension, other.unit.dimension)
    return bare and one.value == other.value


def _same_sign(one: RowReading, other: RowReading) -> bool:
    both_stated = one.sign_is_stated and other.sign_is_stated
    return not both_stated or one.sign is other.sign


def _is_whole(target: Expression) -> bool:
    quantity = quantity_of(target)
    return (
        quantity is not None
        and quantity.unit.dimension is Dimension.RATE
        and quantity.base_value == _FULL_RATE
    )
