"""Figures in the house format (数字格式).

Each function returns None where the cell may not be one figure of its kind, or where a
digit would be lost or invented.
"""

import re
from decimal import Decimal
from typing import Final

from quanheng.core.budget import MONEY_FACTORS, Budget
from quanheng.core.expression import Number
from quanheng.core.field import Field
from quanheng.core.quantity import Dimension, Quantity, rounded
from quanheng.scoring.budget.stated_rates import decimals_in, stated_at

HOUSE_UNIT: Final = "万元"
DASH: Final = "—"
_POINTS: Final = "分"
_PERCENT: Final = ("%", "％")
_ALONE: Final = re.compile(r"[+\-−－]?\d[\d.,，．]*\s*(?:[%％分]|[千万亿]?元)?")
"""A figure without further words, which would be lost."""


def amount_text(cell: Field, budget: Budget, places: int) -> str | None:
    """An amount in 万元: 300000 below a head in 元 is 30.00.

    Args:
        cell: The cell.
        budget: Its table, which gives the unit.
        places: Decimals.
    """
    number = _number(cell)
    if number is None:
        return None
    has_unit = number.unit.dimension is Dimension.MONEY
    if not has_unit and number.unit.dimension is not Dimension.NONE:
        return None
    amount = number.base_value if has_unit else number.value * budget.factor
    value = _exactly(amount / MONEY_FACTORS[HOUSE_UNIT], places)
    if value is None:
        return None
    text = f"{value:,f}" if "," in cell.raw or "，" in cell.raw else f"{value:f}"
    return f"{text}{HOUSE_UNIT}" if has_unit and budget.unit is None else text


def percent_text(cell: Field, computed: Decimal | None, places: int) -> str | None:
    """A rate with its decimals: 98.5% becomes 98.50% where that is the exact rate.

    A bare number stays bare, and counts as a rate only where it is the computed one, as
    1.00 may mean 100 %.

    Args:
        cell: The cell.
        computed: The computed rate in percent.
        places: Decimals.
    """
    number = _number(cell)
    if number is None or number.unit.symbol not in ("", *_PERCENT):
        return None
    is_bare = number.unit.symbol == ""
    if is_bare and not _comes_to(number.value, computed):
        return None
    value = stated_at(number.value, computed, places)
    return None if value is None else f"{value:f}{'' if is_bare else '%'}"


def score_text(cell: Field, places: int) -> str | None:
    """A score with its decimals: 9.5 is 9.50."""
    number = _number(cell)
    if number is None or number.unit.symbol not in ("", _POINTS):
        return None
    value = _exactly(number.value, places)
    return None if value is None else f"{value:f}{number.unit.symbol}"


def is_empty(cell: Field) -> bool:
    """Whether a cell is empty or holds an empty mark; a word such as 无 is content."""
    return cell.is_blank and not any(sign.isalnum() for sign in cell.raw)


def _number(cell: Field) -> Quantity | None:
    value = cell.value
    if not isinstance(value, Number) or value.sign or value.scaled:
        return None
    return value.quantity if _ALONE.fullmatch(cell.raw) else None


def _comes_to(stated: Decimal, computed: Decimal | None) -> bool:
    return computed is not None and rounded(computed, decimals_in(stated)) == stated


def _exactly(value: Decimal, places: int) -> Decimal | None:
    shown = rounded(value, places)
    return shown if shown == value else None
