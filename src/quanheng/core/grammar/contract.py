"""An expression as the flat record that ``quanheng value`` prints (取值记录)."""

from typing import Final

from quanheng.core.expression import (
    Blank,
    Deadline,
    Duration,
    Expression,
    Number,
    Several,
    Span,
    Unreadable,
    Wording,
)
from quanheng.core.quantity import Quantity, plain

KEYS = (
    "raw",
    "kind",
    "sign",
    "value",
    "low",
    "high",
    "date",
    "unit",
    "base_value",
    "base_unit",
    "why",
)
"""The keys of the record, in their order."""

_KINDS: Final = {Several: "list", Wording: "text", Blank: "blank"}


def describe(expression: Expression) -> dict[str, str | None]:
    """An expression as a flat record, decimals as plain strings.

    The kind is one of number, range, date, duration, list, text, blank and
    unreadable. ``low`` and ``high`` are the limits of a range; a period of the
    calendar has the kind date and its last day under ``date``.
    """
    known = {"raw": expression.raw, **_says(expression)}
    return {key: known.get(key) for key in KEYS}


def _says(expression: Expression) -> dict[str, str | None]:
    says: dict[str, str | None]
    match expression:
        case Number(_, quantity, sign):
            says = {"kind": "number", "sign": sign, **_quantity(quantity)}
        case Duration(_, quantity, sign):
            says = {"kind": "duration", "sign": sign, **_quantity(quantity)}
        case Span(_, low, high):
            says = {"kind": "range", "unit": high.unit.symbol or None}
            says |= {"low": plain(low.value), "high": plain(high.value)}
        case Deadline(_, _, day, sign):
            says = {"kind": "date", "sign": sign, "date": day.isoformat()}
        case Unreadable(_, why):
            says = {"kind": "unreadable", "why": why}
        case _:
            says = {"kind": _KINDS[type(expression)]}
    return says


def _quantity(quantity: Quantity) -> dict[str, str | None]:
    return {
        "value": plain(quantity.value),
        "unit": quantity.unit.symbol or None,
        "base_value": plain(quantity.base_value),
        "base_unit": quantity.unit.base or None,
    }
