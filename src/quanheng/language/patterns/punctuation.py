"""Half-width marks in Chinese text, and their corrections (标点)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from quanheng.core.grammar.units import read_unit

_FULL: Final = str.maketrans(",:;?!()", "，：；？！（）")
_CHINESE: Final = "\u4e00-\u9fff"
_LEFT: Final = f"[{_CHINESE}”’》）〕]"
_RIGHT: Final = f'[{_CHINESE}“‘《（〔"]'
_MARK: Final = re.compile(f"(?<={_LEFT})[,:;?!](?={_RIGHT})")
_BRACKETS: Final = re.compile(
    rf"(?<=[{_CHINESE}”》])\((?P<inner>[{_CHINESE}][{_CHINESE}、，；：“”《》]*)\)"
)
_QUOTES: Final = re.compile(
    rf"\"(?P<double>[^\"\n]*[{_CHINESE}][^\"\n]*)\"|'(?P<single>[^'\n]*[{_CHINESE}][^'\n]*)'"
)
_DOUBLED: Final = re.compile("([，。；：、])[，。；：、]+")
_SUSPECT: Final = re.compile("[,:;?!()\"']|[，。；：、]{2}")
_LABEL: Final = re.compile(rf"\s*[{_CHINESE}]{{1,12}}:")
_NUMERALS: Final = re.compile("[一二三四五六七八九十百]+")


@dataclass(frozen=True, slots=True)
class Correction:
    """A stretch of text and its correction (更正)."""

    start: int
    end: int
    wrong: str
    right: str


def mixed_marks(text: str) -> tuple[Correction, ...]:
    """Half-width or doubled marks between Chinese characters (标点全半角混用).

    A leading label with a colon, and numbers and units in brackets, as (万元), are
    accepted.
    """
    if _SUSPECT.search(text) is None:
        return ()
    found = [*_marks(text), *_brackets(text), *_quotes(text), *_doubled(text)]
    return tuple(sorted(found, key=lambda correction: correction.start))


def mended(text: str, corrections: tuple[Correction, ...]) -> str:
    """A text with the right marks."""
    for correction in reversed(corrections):
        text = text[: correction.start] + correction.right + text[correction.end :]
    return text


def _marks(text: str) -> Iterator[Correction]:
    label = _LABEL.match(text)
    for match in _MARK.finditer(text):
        if label is None or match.start() != label.end() - 1:
            yield _correction(match.start(), match[0], match[0].translate(_FULL))


def _brackets(text: str) -> Iterator[Correction]:
    for match in _BRACKETS.finditer(text):
        inner = match["inner"]
        if read_unit(inner) is not None or _NUMERALS.fullmatch(inner):
            continue
        yield _correction(match.start(), "(", "（")
        yield _correction(match.end() - 1, ")", "）")


def _quotes(text: str) -> Iterator[Correction]:
    for match in _QUOTES.finditer(text):
        left, right = ("“", "”") if match["double"] else ("‘", "’")
        yield _correction(match.start(), match[0][0], left)
        yield _correction(match.end() - 1, match[0][-1], right)


def _doubled(text: str) -> Iterator[Correction]:
    for match in _DOUBLED.finditer(text):
        strongest = next(mark for mark in "。；：，、" if mark in match[0])
        yield _correction(match.start(), match[0], strongest)


def _correction(start: int, wrong: str, right: str) -> Correction:
    return Correction(start, start + len(wrong), wrong, right)
