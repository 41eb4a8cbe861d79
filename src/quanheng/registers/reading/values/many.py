"""Reading of many ordinary cells of a column at once (成批取值).

A column of distinct texts is checked as one long text: if all of it is ordinary, its
values are made without a call for each cell.
"""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final

from quanheng.core.quantity import Unit
from quanheng.registers.kind import FieldType, RegisterField
from quanheng.registers.reading.values.numbers import DAYS
from quanheng.registers.reading.values.texts import SAMPLE_MARK

_ODD_STARTS: Final = tuple(f"\n{mark}" for mark in ("=", "@", "+", "-", SAMPLE_MARK))
_BROKEN: Final = "\ufffd"
_LONG_NUMBER: Final = re.compile(r"[0-9][0-9 -]{9}")
"""Ten digits may be somebody's number."""
_NUMBERS: Final = re.compile(r"(?:\d{1,12}(?:\.\d{1,9})?\n)+", re.ASCII)
_COUNTS: Final = re.compile(r"(?:\d{1,12}\n)+", re.ASCII)

ReadMany = Callable[[Sequence[str]], list[Any] | None]
"""Texts → their values, None if they must be read one by one."""


def many_reader(field: RegisterField, unit: Unit | None) -> ReadMany:
    """The function that reads ordinary cells of a field at once."""
    if field.type is FieldType.TEXT and not field.required:
        return _texts
    if field.type is FieldType.COUNT and unit is None and field.unit != DAYS:
        return _counts
    is_number = field.type in (FieldType.NUMBER, FieldType.MONEY)
    if is_number and (unit is None or unit.symbol == field.unit):
        return _numbers
    return _required_texts if field.type is FieldType.TEXT else _none


def _texts(texts: Sequence[str]) -> list[Any] | None:
    stripped = list(map(str.strip, texts))
    return [text or None for text in stripped] if _are_ordinary(stripped) else None


def _required_texts(texts: Sequence[str]) -> list[Any] | None:
    stripped = list(map(str.strip, texts))
    return stripped if all(stripped) and _are_ordinary(stripped) else None


def _are_ordinary(texts: Sequence[str]) -> bool:
    """Whether no text needs the checks of ``texts.py``."""
    joined = "\n".join(["", *texts])
    return not (
        _BROKEN in joined
        or any(start in joined for start in _ODD_STARTS)
        or _LONG_NUMBER.search(joined)
    )


def _numbers(texts: Sequence[str]) -> list[Any] | None:
    return list(map(Decimal, texts)) if _NUMBERS.fullmatch(_lines(texts)) else None


def _counts(texts: Sequence[str]) -> list[Any] | None:
    return list(map(int, texts)) if _COUNTS.fullmatch(_lines(texts)) else None


def _lines(texts: Sequence[str]) -> str:
    return "\n".join([*texts, ""])


def _none(texts: Sequence[str]) -> list[Any] | None:
    return None
