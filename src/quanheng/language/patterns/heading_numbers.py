"""Numbers of headings: 一、 （一） 1. （1） (标题序号)."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final

from quanheng.core.field_codes import without_bookmarks

_CHINESE: Final = "零一二三四五六七八九十"
_PATTERNS: Final = (
    re.compile(
        r"\s*(?P<raw>(?P<digits>[一二三四五六七八九十]{1,3})\s*(?P<mark>[、.．，,]))"
    ),
    re.compile(
        r"\s*(?P<raw>[（(]\s*(?P<digits>[一二三四五六七八九十]{1,3})\s*[)）]"
        r"\s*(?P<mark>[、.．，,。]?))"
    ),
    re.compile(
        r"\s*(?P<raw>(?P<digits>\d{1,2})\s*(?P<mark>[、.．，,]|(?=\s+[一-鿿])))(?!\d)"
    ),
    re.compile(
        r"\s*(?P<raw>[（(]\s*(?P<digits>\d{1,2})\s*[)）]\s*(?P<mark>[、.．，,。]?))"
    ),
)
_REGULAR_MARKS: Final = ("、", "", ".", "")
_SHAPES: Final = ("{}、", "（{}）", "{}.", "（{}）")


class NumberLevel(IntEnum):
    """The four levels of GB/T 9704 (层次序数)."""

    FIRST = 1
    """一、"""
    SECOND = 2
    """（一）"""
    THIRD = 3
    """1."""
    FOURTH = 4
    """（1）"""


@dataclass(frozen=True, slots=True)
class HeadingNumber:
    """The number that a heading begins with (标题序号).

    Attributes:
        raw: As written, its mark included: （1）.
        level: Its level by its shape.
        value: 1 for 一 and 1.
        digits: The numeral as written.
        mark: What stands behind it.
    """

    raw: str
    level: NumberLevel
    value: int
    digits: str
    mark: str

    @property
    def is_regular(self) -> bool:
        """Whether the mark behind it is the one of its level."""
        return self.mark == _REGULAR_MARKS[self.level - 1]

    @property
    def regular(self) -> str:
        """The number as GB/T 9704 writes it."""
        return _SHAPES[self.level - 1].format(self.digits)

    def renumbered(self, text: str, value: int) -> str:
        """The heading with another number, its mark left as it is.

        Nothing stands between a mark and the text: 2. 产出情况 → 2.产出情况.
        """
        head, _, rest = text.partition(self.raw)
        raw = self.raw.replace(self.digits, _digits(self.level, value), 1)
        return f"{head}{raw}{rest.lstrip() if self.mark else rest}"

    def mended(self, text: str) -> str:
        """The heading with its number written regularly, nothing else changed."""
        head, _, rest = text.partition(self.raw)
        return f"{head}{self.regular}{rest.lstrip()}"


@lru_cache(maxsize=4096)
def heading_number(text: str) -> HeadingNumber | None:
    """The number that a text begins with, None where it begins with none."""
    bare = without_bookmarks(text)
    for level, pattern in zip(NumberLevel, _PATTERNS, strict=True):
        if match := pattern.match(bare):
            digits = match["digits"]
            value = int(digits) if digits.isdigit() else _value(digits)
            return HeadingNumber(match["raw"], level, value, digits, match["mark"])
    return None


def number_of(level: NumberLevel, value: int) -> str:
    """The number 1 to 99 of a level by GB/T 9704: 二、 （二） 2. （2）."""
    return _SHAPES[level - 1].format(_digits(level, value))


def _digits(level: NumberLevel, value: int) -> str:
    chinese = level in (NumberLevel.FIRST, NumberLevel.SECOND)
    return _numeral(value) if chinese else str(value)


def example(level: NumberLevel) -> str:
    """How a number of a level looks: 一、 （一） 1. （1）."""
    return number_of(level, 1)


def _numeral(value: int) -> str:
    """12 → 十二, 20 → 二十."""
    tens, ones = divmod(value, 10)
    ten = ("" if tens == 1 else _CHINESE[tens]) + "十" if tens else ""
    return ten + (_CHINESE[ones] if ones else "")


def _value(numeral: str) -> int:
    """十二 → 12, 二十 → 20."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _CHINESE.index(numeral[-1])
    return (_CHINESE.index(tens) if tens else 1) * 10 + (
        _CHINESE.index(ones) if ones else 0
    )
