"""What tells a draft and its open places, in any text (草稿标记)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from quanheng.core.bilingual import Words

DRAFT: Final = Words("【草稿】", "[draft]")
"""Every drafted paragraph begins with it."""
BLANK: Final = Words("【请填写：{what}】", "[to fill in: {what}]")
"""What only the unit knows; ID301 finds the ones that are left."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text (文字段).

    Attributes:
        text: What it says.
        is_mark: Whether it is a mark: writers let it be seen at a glance.
    """

    text: str
    is_mark: bool = False


def pieces(text: str) -> Iterator[Piece]:
    """The text parted into marks and what stands between them; none is empty."""
    for number, part in enumerate(_EITHER.split(text)):
        if part:
            yield Piece(part, is_mark=number % 2 == 1)


def _pattern(words: Words) -> Iterator[str]:
    """The patterns of a mark in both languages; a blank ends with its line."""
    for written in (words.zh, words.en):
        before, hole, after = written.partition("{what}")
        asked = rf"[^{re.escape(after)}\n]*" if hole else ""
        yield re.escape(before) + asked + re.escape(after)


PATTERN: Final = "|".join((*_pattern(DRAFT), *_pattern(BLANK)))
"""Any mark, as a regular expression; for layouts that look for themselves."""
_EITHER: Final = re.compile(f"({PATTERN})")
