"""An expression as the flat record that ``quanheng value`` prints (取值记录)."""

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


def describe(expression: Expression) -> dict[str, str | None]:
    """Everything an expression says, decimals as plain strings.

    The kind is one of number, range, date, duration, list, text, blank and
    unreadable. ``low`` and ``high`` are the limits of a range; a period of the
    calendar has the kind date and its last day under ``date``.
    """
    known = {"raw": expression.raw, **_says(expression)}
    return {key: known.get(key) for key in KEYS}


def _says(expression: Expression) -> dict[str, str | None]:
    match expression:
        case Number(_, quantity, sign):
            return {"kind": "number", "sign": sign, **_quantity(quantity)}
        case Duration(_, quantity, sign):
            return {"kind": "duration", "sign": sign, **_quantity(quantity)}
        case Span(_, low, high):
            limits = {"low": plain(low.value), "high": plain(high.value)}
            return {"kind": "range", **limits, "unit": high.unit.symbol or None}
        case Deadline(_, _, day, sign):
            return {"kind": "date", "sign": sign, "date": day.isoformat()}
        case Several():
            return {"kind": "list"}
        case Wording():
            return {"kind": "text"}
        case Blank():
            return {"kind": "blank"}
        case Unreadable(_, why):
            return {"kind": "unreadable", "why": why}


def _quantity(quantity: Quantity) -> dict[str, str | None]:
    return {
        "value": plain(quantity.value),
        "unit": quantity.unit.symbol or None,
        "base_value": plain(quantity.base_value),
        "base_unit": quantity.unit.base or None,
    }
