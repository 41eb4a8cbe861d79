"""Entries whose cells contradict each other, or name a person (行内核对).

The entries still count: only a person knows which of the cells is wrong.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.core.days import as_day
from quanheng.registers.reading.values.outcome import Circumstances
from quanheng.registers.register import Noted, Register

_HALF: Final = Decimal("0.005")
"""Rounding error of a price in each piece."""
_NAME: Final = re.compile(r"[\u4e00-\u9fff]{2,4}")
_PERSON: Final = Words(
    "疑为个人姓名，应写单位名称；付给个人的写“个人”",
    "looks like a person's name; name the body, or write 个人",
)


def contradictions(register: Register, given: Circumstances) -> Iterator[Noted]:
    """The entries whose cells contradict each other, one note for each reason."""
    kind = register.kind
    for one, other in pairwise(kind.order):
        first = kind.field(one).title
        reason = Words(f"早于{first.zh}", f"before {first.zh} ({first.en})")
        yield from _noted(register, other, (one, other), _goes_back, reason)
    for price, pieces, total in kind.products:
        said = kind.field(price).title, kind.field(pieces).title
        reason = Words(
            f"不等于{said[0].zh}×{said[1].zh}", f"is not {said[0].en} × {said[1].en}"
        )
        yield from _noted(register, total, (price, pieces, total), _is_off, reason)
    for part, whole in kind.at_most:
        title = kind.field(whole).title
        reason = Words(f"多于{title.zh}", f"is more than {title.en}")
        yield from _noted(register, part, (part, whole), _is_more, reason)
    for field in kind.fields:
        if field.body:

            def is_person(text: str | None) -> bool:
                return _is_person(text, given)

            yield from _noted(register, field.name, (field.name,), is_person, _PERSON)


def _noted(
    register: Register,
    field: str,
    names: tuple[str, ...],
    is_odd: Callable[..., bool],
    reason: Words,
) -> Iterator[Noted]:
    if not all(name in register.columns for name in names):
        return
    columns = map(register.column, names)
    values: Iterator[tuple[Any, ...]] = zip(*columns, strict=True)
    rows = tuple(
        row
        for row, cells in zip(register.rows, values, strict=True)
        if None not in cells and is_odd(*cells)
    )
    if rows:
        yield Noted(register.kind.field(field).title.zh, reason, rows)


def _is_off(price: Decimal, pieces: int, total: Decimal) -> bool:
    return abs(price * pieces - total) > _HALF * (pieces + 1)


def _is_more(part: int, whole: int) -> bool:
    return part > whole


def _is_person(text: str | None, given: Circumstances) -> bool:
    """Whether a text may be a name: a family name and one or two signs more."""
    if not text or not _NAME.fullmatch(text) or text.endswith(given.body_endings):
        return False
    surname = next((one for one in given.surnames if text.startswith(one)), "")
    return bool(surname) and 1 <= len(text) - len(surname) <= len("名字")


def _goes_back(first: date, second: date) -> bool:
    if isinstance(first, datetime) and isinstance(second, datetime):
        return second < first
    return as_day(second) < as_day(first)
