"""Figures with their units in running text (正文中的数据)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quanheng.core.expression import Duration, Number, Span
from quanheng.core.grammar import read_expression

_DIGIT: Final = re.compile(r"\d")
_LEADS: Final = (
    *("不低于", "不少于", "不超过", "不高于", "超过", "大于", "小于", "低于", "高于"),
    *("达到", "达", "约", "近", "至少", *"≥≤><＞＜=＝~～"),
)
"""Words and signs of comparison; of two that end alike, the longer comes first."""
_FIGURE: Final = re.compile(
    r"(?<![\d.〔\[第a-zA-Z])(?P<number>\d+(?:[,，]\d{3})*(?:\.\d+)?"
    r"(?:[%％]?[-—~～至到±]\d+(?:\.\d+)?)?)"
    r"(?P<rest>[%％‰]?[^\d，,。；;、：:！？!?\n（）()《》〔〕“”]{0,7})"
)
_TO: Final = re.compile("[-—~～至到]")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NAMED_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年")
_DATE: Final = re.compile(
    r"\d{4}([-/.])\d{1,2}\1\d{1,2}|(?:\d{1,2}\s*[-—~～至到]\s*)?"
    r"(?:\d{4}\s*年\s*)?\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|年[底末]|[上下]半年|[一二三四]季度"
)
_AFTER_A_SERIAL: Final = ("号", "条", "款", "〕", "]")
_OF_YEAR: Final = re.compile(r"\s*年")
_HEADING_MARK: Final = re.compile(r"[.．、)）]")
_COUNT_IN_WORDS: Final = re.compile(
    "[两二三四五六七八九十百]+(?:个|项|场|次|期|部|册|套|处|所|座|条|家|人|户|批次|篇)"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in running text (数据).

    Attributes:
        start: Where it begins in its text.
        end: Where it ends.
        raw: As written, sign words and unit included.
        value: Its value.
    """

    start: int
    end: int
    raw: str
    value: Number | Span | Duration


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text in order, without years, dates and numbering (数据)."""
    return tuple(_figures(text))


def has_data(text: str) -> bool:
    """Whether a text holds a figure or a count in Chinese numerals (数据)."""
    return (
        next(_figures(text), None) is not None
        or _COUNT_IN_WORDS.search(text) is not None
    )


def has_digit(text: str) -> bool:
    """Whether a text may hold a figure at all (数字)."""
    return _DIGIT.search(text) is not None


def has_date(text: str) -> bool:
    """Whether a text names a day, month, quarter or year end (时点)."""
    return _DATE.search(text) is not None


def years(text: str) -> frozenset[int]:
    """The years that a text names (年份)."""
    return frozenset(int(match[1]) for match in _NAMED_YEAR.finditer(text))


def _figures(text: str) -> Iterator[Figure]:
    if _DIGIT.search(text) is None:
        return
    dated = {
        position for match in _DATE.finditer(text) for position in range(*match.span())
    }
    for match in _FIGURE.finditer(text):
        if match.start("number") in dated:
            continue
        if _is_numbering(text, match):
            continue
        start = _start(text, match.start())
        for length in range(len(match["rest"]), -1, -1):
            end = match.end("number") + length
            raw = text[start:end]
            value = _value(raw)
            if value is not None:
                yield Figure(start, end, raw.strip(), value)
                break


def _start(text: str, number: int) -> int:
    """Where a figure begins, with the sign word before its number."""
    end = number
    while end and text[end - 1].isspace():
        end -= 1
    lead = next((lead for lead in _LEADS if text.endswith(lead, 0, end)), None)
    return end - len(lead) if lead else number


def _is_numbering(text: str, match: re.Match[str]) -> bool:
    """Whether a figure is a year or the number of a document or paragraph."""
    number, end = match["number"], match.end("number")
    if all(map(_YEAR.fullmatch, _TO.split(number))) and _OF_YEAR.match(text, end):
        return True
    if text[end : end + 1] in _AFTER_A_SERIAL:
        return True
    return match.start() == 0 and _HEADING_MARK.match(text, end) is not None


@lru_cache(maxsize=8192)
def _value(raw: str) -> Number | Span | Duration | None:
    value = read_expression(raw)
    return value if isinstance(value, Number | Span | Duration) else None
