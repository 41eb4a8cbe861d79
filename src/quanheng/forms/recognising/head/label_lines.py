"""Lines that hold labels with their values (主管部门：…　评价年度：2024年)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from quanheng.forms.labels import meaning

_COLON: Final = re.compile("[:：\ufe55\ufe30\u2236]")
_SENTENCE: Final = re.compile(r"[。；;]")
_SPACED: Final = re.compile(r"\s*(\S{2,12})\s+(\S.*)")
_BREAK: Final = re.compile(r"[\s，,、（(]")
_UNKNOWN: Final = re.compile(r"[\u3400-\u9fff（）()/]{2,12}")
"""How a label that is not known looks, between a blank and its colon."""
_REACH: Final = 1000
"""So far into a text labels are looked for."""
_LONGEST: Final = 24
_LONG: Final = 3
"""A known label of so many signs is one without a blank before it, too."""

Piece = tuple[str, str]
"""A label and the value behind it; the label may be empty."""


def pieces(text: str) -> list[Piece]:
    """The labels of a line with the values behind them, each up to the next label."""
    text = text[:_REACH]
    return list(_pieces(text)) if _COLON.search(text) else [("", text.strip())]


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[Piece, ...]:
    parts = _SENTENCE.split(text)
    return tuple(piece for part in parts for piece in _in_sentence(part))


def before_label(text: str) -> str:
    """A value without the labels that were written or glued behind it."""
    for colon in _COLON.finditer(text[:_REACH]):
        start = _known_start(text, 0, colon.start())
        if start is not None:
            return text[:start]
    return text


def spaced(text: str) -> Piece | None:
    """A label and its value apart by blanks alone: 项目名称       图书采购."""
    match = _SPACED.fullmatch(text)
    return (match[1], match[2]) if match else None


def _in_sentence(text: str) -> Iterator[Piece]:
    label, begin = "", 0
    for colon in _COLON.finditer(text):
        start = _label_start(text, begin, colon.start())
        if start is None:
            continue
        if label or text[begin:start].strip():
            yield label, text[begin:start].strip()
        label, begin = text[start : colon.start()].strip(), colon.end()
    if label or text[begin:].strip():
        yield label, text[begin:].strip()


def _label_start(text: str, floor: int, colon: int) -> int | None:
    """Where the label before a colon begins, None where there is none."""
    start = _known_start(text, floor, colon)
    return _unknown_start(text, floor, colon) if start is None else start


def _known_start(text: str, floor: int, colon: int) -> int | None:
    """Where a known label begins; it may be glued to what stands before it."""
    glued = None
    for start in range(max(floor, colon - _LONGEST), colon - 1):
        if not _is_known(text[start:colon]):
            continue
        if start == floor or _BREAK.match(text[start - 1]):
            return start
        if glued is None and colon - start >= _LONG:
            glued = start
    return glued


def _unknown_start(text: str, floor: int, colon: int) -> int | None:
    """Where a label begins that is not known, behind a blank or at the beginning."""
    start = colon
    while start > floor and not text[start - 1].isspace():
        start -= 1
    is_first = not text[:start].strip()
    if (start > floor or is_first) and _UNKNOWN.fullmatch(text[start:colon]):
        return start
    return None


def _is_known(text: str) -> bool:
    return not text[0].isspace() and any(
        meaning(group, text) for group in ("head", "other", "goal")
    )
