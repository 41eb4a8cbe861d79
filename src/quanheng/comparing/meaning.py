"""Whether two cells mean the same, and by how much they differ (取值比较)."""

from decimal import Decimal
from typing import Final

from quanheng.comparing.change import Difference, Kind
from quanheng.core.expression import Deadline, Expression, Number
from quanheng.core.field import Field, filled
from quanheng.core.quantity import Dimension, Quantity, rounded
from quanheng.scoring.reading import quantity_of
from quanheng.scoring.same_target import same_value, same_words

_POINTS: Final = "个百分点"
_DAYS: Final = "天"


def kind_of(old: Field | None, new: Field | None, *, same: bool) -> Kind | None:
    """The kind of change of a cell; None where it is unchanged.

    Args:
        old: The old cell.
        new: The new cell.
        same: Whether two filled-in cells mean the same.
    """
    if not filled(old) and not filled(new):
        return None
    if not filled(old):
        return Kind.ADDED
    if not filled(new):
        return Kind.REMOVED
    if not same:
        return Kind.CHANGED
    written = old is not None and new is not None and old.raw == new.raw
    return None if written else Kind.REWRITTEN


def same_meaning(old: Expression, new: Expression) -> bool:
    """Whether two expressions mean the same, however written."""
    if same_value(old, new):
        ours, theirs = _sign(old), _sign(new)
        return ours is None or theirs is None or ours is theirs
    both_values = quantity_of(old) is not None and quantity_of(new) is not None
    return not both_values and same_words(old.raw, new.raw)


def _sign(expression: Expression) -> object:
    return expression.sign if isinstance(expression, Number) else None


def difference(old: Expression, new: Expression) -> Difference | None:
    """New minus old, in the unit of the new value; None unless both are quantities."""
    if isinstance(old, Deadline) and isinstance(new, Deadline):
        return Difference(Decimal((new.day - old.day).days), _DAYS)
    before, after = quantity_of(old), quantity_of(new)
    if before is None or after is None:
        return None
    return _between(before.in_unit(after.unit), after.in_unit(before.unit))


def _between(before: Quantity, after: Quantity) -> Difference | None:
    same_unit = before.to(after.unit)
    if same_unit is None:
        return None
    rates = after.unit.dimension is Dimension.RATE and after.unit.symbol == "%"
    unit = _POINTS if rates else after.unit.symbol
    return of_numbers(same_unit.value, after.value, unit)


def of_numbers(before: Decimal, after: Decimal, unit: str = "") -> Difference:
    """The difference of two numbers in one unit."""
    left = after - before
    percent = rounded(left * 100 / abs(before)) if before else None
    return Difference(left, unit, percent)
