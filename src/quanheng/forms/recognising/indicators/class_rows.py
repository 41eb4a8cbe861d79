"""Rows that name the class of the indicators below them (类别行)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.document.table import Cell
from quanheng.forms.labels import meaning
from quanheng.forms.recognising.judging.evidence import shape
from quanheng.forms.recognising.rows import Row
from quanheng.language.folding import folded

_STYLES: Final = (
    ("chinese", re.compile(r"\s*[一二三四五六七八九十]+\s*[、.:]")),
    ("chinese in brackets", re.compile(r"\s*\([一二三四五六七八九十]+\)")),
    ("figure", re.compile(r"\s*\d+\s*[、.:]")),
    ("figure in brackets", re.compile(r"\s*\(\d+\)")),
    ("circled", re.compile(r"\s*[①-⑳]")),
    ("letter", re.compile(r"\s*[A-ZIVX]+\s*[、.:]")),
)
_NO_NAMES: Final = frozenset(("number", "points", "percent", "dash", "filler", "blank"))


def names_in(row: Row) -> list[Cell]:
    """The cells of a class row that name a class; others hold its points."""
    return [cell for cell in row.filled if shape(cell.text) not in _NO_NAMES]


def class_levels(body: Sequence[Row]) -> Iterator[int]:
    """For each class row of a table the level that its first name has.

    Classes that are numbered alike are of one level, the first ones outermost; of
    others two class rows one behind the other are the outer and the inner one.
    """
    styles: list[str] = []
    last = 1
    is_nested = any(_opens_another(body, n) for n in range(len(body)))
    for number, row in enumerate(body):
        if row.kind != "class":
            continue
        name = next((cell.text for cell in names_in(row)), "")
        if style := _style(name):
            if style not in styles:
                styles.append(style)
            last = min(1 + styles.index(style), 2)
        else:
            last = _level(name, body, number, last, is_nested=is_nested)
        yield last


def _style(name: str) -> str:
    plain = folded(name)
    return next((style for style, mark in _STYLES if mark.match(plain)), "")


def _level(
    name: str, body: Sequence[Row], number: int, last: int, *, is_nested: bool
) -> int:
    """The level of a class without a number."""
    listed = meaning("category", name)
    if listed in ("level1", "level2"):
        return int(listed[-1])
    if _opens_another(body, number) or not is_nested:
        return 1
    is_inner = number > 0 and body[number - 1].kind == "class" and last == 1
    return 2 if is_inner or listed != "satisfaction" else 1


def _opens_another(body: Sequence[Row], number: int) -> bool:
    """Whether a class row stands right above another one."""
    return (
        body[number].kind == "class"
        and number + 1 < len(body)
        and body[number + 1].kind == "class"
    )
