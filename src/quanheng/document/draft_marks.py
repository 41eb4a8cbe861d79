"""Marks of drafts and of blanks to fill in (草稿标记)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from quanheng.core.bilingual import Words

DRAFT: Final = Words("【草稿】", "[draft]")
"""The beginning of every drafted paragraph."""
BLANK: Final = Words("【请填写：{what}】", "[to fill in: {what}]")
"""A blank that only the unit can fill in; rule ID301 finds those left."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text; writers highlight marks (文字段)."""

    text: str
    is_mark: bool = False


def pieces(text: str) -> Iterator[Piece]:
    """The text split into marks and the text between them, none empty."""
    for number, part in enumerate(_EITHER.split(text)):
        if part:
            yield Piece(part, is_mark=number % 2 == 1)


def _pattern(words: Words) -> Iterator[str]:
    """The patterns of a mark in both languages; a blank is within one line."""
    for written in (words.zh, words.en):
        before, hole, after = written.partition("{what}")
        asked = rf"[^{re.escape(after)}\n]*" if hole else ""
        yield re.escape(before) + asked + re.escape(after)


PATTERN: Final = "|".join((*_pattern(DRAFT), *_pattern(BLANK)))
"""A regular expression for all marks."""
_EITHER: Final = re.compile(f"({PATTERN})")
