"""Rows that are no entries: totals, notes, repeated and faulty ones (不计入的行)."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from quanheng.core.bilingual import COLON, Words, joined
from quanheng.registers.reading.values.outcome import Problem
from quanheng.registers.register import Refused

_TOTALS: Final = frozenset(
    (
        "合计",
        "总计",
        "小计",
        "共计",
        "累计",
        "本页合计",
        "本页小计",
        "total",
        "subtotal",
    )
)
_SPACE: Final = re.compile(r"[\s:：]+")
_NOTE: Final = re.compile(
    r"(?:附?注|备注|(?:填[表报])?说明"
    r"|(?:填[表报]|制表|审核|复核|经办|(?:单位)?负责|联系)人?"
    r"|(?:联系)?电话|(?:填[表报]|制表)?(?:日期|单位)|notes?)"
    r"\s*\d{0,2}\s*[:：].*",
    re.DOTALL | re.IGNORECASE,
)
"""A label with a colon: 注：…, 填表人：…, 联系电话：…"""


def is_aside(row: Sequence[str]) -> bool:
    """Whether a row that is no entry is a total or a note.

    A total has its word in the first filled cell; a note has a label in every cell.
    """
    filled = [cell for cell in map(str.strip, row) if cell]
    if not filled:
        return False
    return _SPACE.sub("", filled[0]).casefold() in _TOTALS or all(
        map(_NOTE.fullmatch, filled)
    )


def repeated(keys: Sequence[Sequence[Any]]) -> Mapping[int, int]:
    """Place of a repeated entry → place of the first one with the same key (重复).

    The keys are the columns that together identify an entry; an entry that is blank in
    the first of them repeats none.
    """
    # Only hashes at first: a million keys would take more memory than the register.
    hashes = list(map(hash, zip(*keys, strict=True)))
    if len(set(hashes)) == len(hashes):
        return {}
    several = {value for value, count in Counter(hashes).items() if count > 1}
    firsts: dict[tuple[Any, ...], int] = {}
    twins: dict[int, int] = {}
    for at, key in enumerate(zip(*keys, strict=True)):
        if hashes[at] in several and key[0] is not None:
            first = firsts.setdefault(key, at)
            if first != at:
                twins[at] = first
    return twins


def refused_row(row: int, faults: Sequence[tuple[str, Problem]]) -> Refused:
    """All faults of a row, given by field title, as one refusal."""
    if len(faults) == 1:
        ((field, problem),) = faults
        return Refused(row, field, problem.reason)
    fields = "、".join(field for field, _ in faults if field)
    reasons = (joined((Words(field, field), p.reason), COLON) for field, p in faults)
    return Refused(row, fields, joined(reasons))


def repeated_row(row: int, fields: str, earlier: int) -> Refused:
    """A row with the key of an earlier one."""
    reason = Words(f"与第{earlier}行重复", f"the same as row {earlier}")
    return Refused(row, fields, reason, earlier)
