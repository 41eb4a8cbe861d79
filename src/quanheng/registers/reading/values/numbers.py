"""Counts, numbers and amounts of money (数字与金额)."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.core.expression import Number
from quanheng.core.grammar import read_expression
from quanheng.core.grammar.units import read_unit
from quanheng.core.quantity import BARE, Dimension, Unit
from quanheng.registers.kind import FieldType, RegisterField
from quanheng.registers.reading.values.outcome import Circumstances, Problem

_PLAIN: Final = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)
_SAME_THING: Final = (
    frozenset("份册本张套件幅个"),
    frozenset({"人", "人次", "名", "位"}),
)
"""Counting words that are interchangeable in a register."""
_LARGEST: Final = Decimal(10) ** 15
DAYS: Final = "天"
_MOST_DAYS: Final = 36_525
"""A hundred years."""


def number_reader(
    field: RegisterField, unit: Unit | None, given: Circumstances
) -> Callable[[str], Any]:
    """Reads a number in the field's unit; bare numbers are in the heading's, if any."""
    own = read_unit(field.unit) or BARE if field.unit else BARE
    scale = _scale(unit, own) if unit else Decimal(1)

    def read(text: str) -> Any:
        value = _number(text, own, scale or Decimal(1))
        if value is None:
            return _not_a_number(field, given.quoted(text))
        return _kept(field, value)

    return read


def column_scale(field: RegisterField, unit: Unit) -> Decimal | None:
    """The factor for the numbers of a column; None if the units differ."""
    return _scale(unit, read_unit(field.unit) or BARE if field.unit else BARE)


def _number(text: str, own: Unit, scale: Decimal) -> Decimal | None:
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "")) * scale
    found = read_expression(text)
    if not isinstance(found, Number) or found.sign is not None:
        return None
    quantity = found.quantity
    if quantity.unit.dimension is Dimension.NONE:
        return quantity.value * (1 if found.scaled else scale)
    factor = _scale(quantity.unit, own)
    return None if factor is None else quantity.value * factor


def _scale(unit: Unit, own: Unit) -> Decimal | None:
    if unit.divisor != 1 or own.divisor != 1:
        return None
    if own.dimension is Dimension.NONE or unit.converts_to(own):
        return unit.factor / own.factor
    same = unit.dimension is own.dimension is Dimension.COUNT and any(
        {unit.base, own.base} <= things for things in _SAME_THING
    )
    return unit.factor / own.factor if same else None


def _kept(field: RegisterField, value: Decimal) -> Any:
    if value < 0 and not field.signed:
        return Problem(Words("不得为负数", "must not be negative"))
    if abs(value) >= _LARGEST:
        return Problem(Words("数字过大", "the number is too large"))
    if field.unit == DAYS and value > _MOST_DAYS:
        return Problem(Words("超过一百年", "more than a hundred years"))
    if field.type is not FieldType.COUNT:
        return value
    if value != value.to_integral_value():
        return Problem(Words("应为整数", "must be a whole number"))
    return int(value)


def _not_a_number(field: RegisterField, shown: str) -> Problem:
    zh = f"，单位为{field.unit}" if field.unit else ""
    en = f" in {field.unit}" if field.unit else ""
    return Problem(
        Words(
            f"“{shown}”不是单个确定的数字{zh}",
            f"“{shown}” is no single definite number{en}",
        )
    )
