"""Exact sums of numbers, and of how many there are (合计)."""

from collections.abc import Iterable
from decimal import Context, Decimal, localcontext

_DIGITS = 60


def total(values: Iterable[int | Decimal]) -> Decimal:
    """An exact sum."""
    with localcontext(Context(prec=_DIGITS)):
        return Decimal(sum(values))
