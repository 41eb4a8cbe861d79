"""Entries whose days go back (日期先后)."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise

from quanheng.core.bilingual import Words
from quanheng.registers.register import Noted, Register


def out_of_order(register: Register) -> Iterator[Noted]:
    """The entries with a day before one that should come first (日期倒置)."""
    kind = register.kind
    for one, other in pairwise(kind.order):
        earlier, later = register.column(one), register.column(other)
        rows = tuple(
            row
            for row, first, second in zip(register.rows, earlier, later, strict=True)
            if _goes_back(first, second)
        )
        if rows:
            first_title, title = kind.field(one).title, kind.field(other).title
            reason = Words(
                f"早于{first_title.zh}", f"before {first_title.zh} ({first_title.en})"
            )
            yield Noted(title.zh, reason, rows)


def _goes_back(first: date | None, second: date | None) -> bool:
    if first is None or second is None:
        return False
    if isinstance(first, datetime) and isinstance(second, datetime):
        return second < first
    return _day(second) < _day(first)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
