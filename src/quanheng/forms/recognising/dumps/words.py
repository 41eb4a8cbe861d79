"""Lines → the cells and words that stand in them (分词块)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from quanheng.core.field import Field
from quanheng.forms.labels import LABEL_GROUPS, meaning
from quanheng.forms.recognising.dumps.glued import LEAST_LENGTH, cut_glued
from quanheng.forms.recognising.dumps.pieces import Piece
from quanheng.forms.recognising.rows import compact

GAP: Final = re.compile(r"(?:[ \u3000\xa0]{2,}|\t)[ \t\u3000\xa0]*")
_GROUPS: Final = (*LABEL_GROUPS, "category")
_FRAGMENTS: Final = 4
"""A label broken over lines or blanks has at most so many parts."""
_LONGEST_JOINED: Final = 24
_BRACKETED: Final = re.compile(r"[（(].*[）)]")
_WORD: Final = re.compile("[㐀-鿿]")
_LONGEST_WORDS: Final = 12
"""Longer words, on average, are cells without a gap between them."""
_SHARE: Final = 3
"""A line longer than this part of a document holds a form in itself."""
_FEW: Final = 0.2
_LEAST_HEADS: Final = 3
"""Fewest heads beside halves of heads in a line."""


def gapped(lines: Sequence[str]) -> bool:
    """Whether cells are parted by wide gaps: most lines of several words have one."""
    several = [line for line in lines if len(line.split()) > 1]
    wide = sum(GAP.search(line) is not None for line in several)
    return len(several) > _FEW * len(lines) and 2 * wide > len(several)


def cells_of(line: str) -> list[str]:
    """The cells of a line, parted by wide gaps."""
    return [cell for cell in GAP.split(line.strip()) if cell]


def pieces_of(lines: Sequence[Field]) -> list[Piece]:
    """The pieces of lines: their words, or whole lines where a line is a cell.

    A blank line is a blank cell.
    """
    filled = [line.raw for line in lines if line.raw.strip()]
    several = sum(len(line.split()) > 1 for line in filled)
    by_words = several > _FEW * len(filled) or len(filled) < _FRAGMENTS
    long = max(LEAST_LENGTH, sum(map(len, filled)) // _SHARE)
    cut = [
        [
            Piece(text, line.at, starts=n == 0, is_cut=len(texts) > 1 and is_glued)
            for n, text in enumerate(texts)
        ]
        for line in lines
        for is_glued in [_is_glued(line.raw, long)]
        for texts in [_texts(line.raw, by_words=by_words, is_glued=is_glued)]
    ]
    return list(_whole([piece for line in _completed(cut) for piece in line]))


def _is_glued(line: str, least: int) -> bool:
    """Whether a line that holds much of the document has no gaps between its cells."""
    return len(line) >= least and len(line) > _LONGEST_WORDS * len(line.split())


def _texts(line: str, *, by_words: bool, is_glued: bool) -> list[str]:
    """The words of a line; a glued one is cut at its labels."""
    if not line.strip():
        return [""]
    if is_glued:
        return cut_glued(compact(line))
    return line.split() if by_words else [line.strip()]


def _whole(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces, the parts of a broken label put together."""
    number = 0
    while number < len(pieces):
        first = pieces[number]
        length = _label_length(pieces, number)
        text = "".join(piece.text for piece in pieces[number : number + length])
        yield replace(first, text=text)
        number += length


def _label_length(pieces: Sequence[Piece], number: int) -> int:
    for length in range(_FRAGMENTS, 1, -1):
        parts = [piece.text for piece in pieces[number : number + length]]
        again = [piece.text for piece in pieces[number + length : number + 5]]
        is_cut = parts[-1] in again  # one half twice: 年初 预算数 全年 预算数
        if len(parts) == length and all(parts) and _is_broken(parts, is_cut=is_cut):
            return length
    return 1


def _is_broken(parts: Sequence[str], *, is_cut: bool) -> bool:
    """Whether the parts make a label, and not just by standing side by side."""
    text = "".join(parts)
    if len(text) > _LONGEST_JOINED or _BRACKETED.fullmatch(parts[0]):
        return False
    if not all(_WORD.search(part) for part in parts):
        return False  # a key would leave the marks out
    if _BRACKETED.fullmatch(parts[1]) and meaning("indicator", parts[0]):
        return False  # a hint of something else
    return any(
        meaning(group, text)
        and (is_cut or not all(meaning(group, part) for part in parts))
        for group in _GROUPS
    )


def _completed(lines: Sequence[list[Piece]]) -> Iterator[list[Piece]]:
    """The lines; second halves of heads go to the first halves in the line above."""
    above: list[Piece] = []
    for line in lines:
        if joined := _joined(above, line):
            above = joined
            continue
        if above:
            yield above
        above = line
    if above:
        yield above


def _joined(above: Sequence[Piece], line: Sequence[Piece]) -> list[Piece]:
    """A line of heads with the halves below it, empty where these are none."""
    halves = [n for n, piece in enumerate(above) if not _is_head(piece.text)]
    if len(above) - len(halves) < _LEAST_HEADS or len(halves) != len(line):
        return []
    found = list(above)
    for n, piece in zip(halves, line, strict=True):
        found[n] = replace(found[n], text=found[n].text + piece.text)
    return found if all(_is_head(found[n].text) for n in halves) else []


def _is_head(text: str) -> bool:
    return any(meaning(group, text) for group in ("indicator", "indicator_block"))
