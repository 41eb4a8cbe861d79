"""Text whose cells are glued together → pieces, cut at the labels (粘连文本)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.forms.labels import LABEL_GROUPS, label_at

LEAST_LENGTH: Final = 60
"""Shorter words are cells of their own."""
_LEAST_LABELS: Final = 6
_LEAST_LABEL: Final = 4
"""Shorter labels turn up inside values too often."""
_TITLE: Final = re.compile(
    r".{2,60}?(?:自评表|目标表|申报表|评价表|自评报告)(?:[（(][^（()）]{0,12}[)）])?"
)
_SIGNED: Final = re.compile(r"(.*?)([=＝≥≤＞＜><≧≦].*)")
_WORDED: Final = re.compile(
    r"(.{2,}?)((?:显著|明显|有效|持续|不断|逐步|进一步)*"
    r"(?:提升|提高|改善|增强|增加|加强|良好|较好|长远|优|及时|合规|达标|显著|明显))"
)


def cut_glued(text: str) -> list[str]:
    """The pieces of a long word, the word itself where it holds too few labels."""
    title = _TITLE.match(text)
    start = title.end() if title else 0
    pieces = list(_pieces(text, start))
    if sum(is_label for _, is_label in pieces) < _LEAST_LABELS:
        return [text]
    cells = [piece for piece, _ in pieces]
    return [text[:start], *cells] if start else cells


def _pieces(text: str, start: int) -> Iterator[tuple[str, bool]]:
    """Labels and what stands between them; below the header only level names count."""
    groups: Sequence[str] = LABEL_GROUPS
    value, number, header, last = start, start, False, ""
    while number < len(text):
        group, length = _label(text, number, groups)
        piece = text[number : number + length]
        if not length or piece == last:
            number, last = number + max(length, 1), ""
            continue
        if value < number:
            yield from _values(text[value:number], header)
        yield piece, True
        header = header or group == "indicator"
        if header and not _label(text, number + length, ("indicator",))[1]:
            groups = ("category",)
        number += length
        value, last = number, piece
    if value < len(text):
        yield from _values(text[value:], header)


def _label(text: str, number: int, groups: Sequence[str]) -> tuple[str, int]:
    """The longest label that begins at a place, with its group."""
    found = [(label_at(group, text, number), group) for group in groups]
    length, group = max(found)
    return group, length if length >= _LEAST_LABEL else 0


def _values(text: str, in_rows: bool) -> Iterator[tuple[str, bool]]:
    """A value; in the rows of a table a name with its target is cut in two."""
    match = _SIGNED.fullmatch(text) or _WORDED.fullmatch(text) if in_rows else None
    for part in match.groups() if match else (text,):
        if part:
            yield part, False
