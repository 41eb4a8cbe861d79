"""Rows of a table that were never meant as entries: totals and notes (合计与附注)."""

import re
from collections.abc import Sequence
from typing import Final

_TOTALS: Final = frozenset(
    {
        "合计",
        "总计",
        "小计",
        "共计",
        "累计",
        "本页合计",
        "本页小计",
        "total",
        "subtotal",
    }
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
    """Whether a row that is no entry adds up the others or comments on them.

    A total has its word in its first cell; of a note every cell has a label.
    """
    filled = [cell for cell in map(str.strip, row) if cell]
    if not filled:
        return False
    return _SPACE.sub("", filled[0]).casefold() in _TOTALS or all(
        map(_NOTE.fullmatch, filled)
    )
