"""In which order and over what the lines of a page are printed (打印次序)."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from quanheng.readers.pdf.pieces import Piece
from quanheng.readers.pdf.tables.finder import Finder

_OVER: Final = 0.3
"""Least share of a line's height and width that is printed over another one."""


class Printing:
    """The order of the lines in the file, and lines over lines (打印次序).

    Most programs print the cells of a table row by row: two lines that follow each
    other do not belong to two cells with a filled one between these. Cells of several
    rows are printed before or after their row, and don't count.
    """

    def __init__(self, pieces: Sequence[Piece], finder: Finder) -> None:
        low = [p for p in pieces if p.place and finder.rows(p.place) == 1]
        self._low = set(map(id, low))
        self._filled = _filled(low) if _is_by_rows(pieces) else {}
        self._covered = _covered(pieces)

    def is_odd(self, upper: Piece, lower: Piece) -> bool:
        """Whether two lines hardly belong to two cells."""
        return self._skips(upper, lower) or id(lower) in self._covered

    def oddities(self, run: Sequence[Piece]) -> int:
        """How many neighbours of a run hardly belong to two cells."""
        return sum(
            upper.place != lower.place and self.is_odd(upper, lower)
            for upper, lower in pairwise(run)
        )

    def _skips(self, upper: Piece, lower: Piece) -> bool:
        """Whether there is a filled cell between the cells of two lines."""
        if id(upper) not in self._low or upper.place is None:
            return False
        table, first = upper.place
        filled = self._filled.get(table)
        if filled is None:
            return False
        if lower.place is None:
            return filled[-1] > filled[first + 1]
        second = lower.place[1] if id(lower) in self._low else first
        is_one = lower.place[0] == table
        return is_one and first < second and filled[second] > filled[first + 1]


def _is_by_rows(pieces: Sequence[Piece]) -> bool:
    """Whether the next line in another cell is mostly beside, not below."""
    beside = below = 0
    for piece, following in pairwise(pieces):
        if piece.place and following.place and piece.place != following.place:
            is_beside = abs(piece.middle - following.middle) < piece.box.height / 2
            beside += is_beside
            common = min(piece.box.right, following.box.right) > max(
                piece.box.left, following.box.left
            )
            below += not is_beside and common
    return beside > below


def _filled(pieces: Sequence[Piece]) -> dict[int, list[int]]:
    """For each table, how many of its first cells have text: ``[0, …]``."""
    held: defaultdict[int, set[int]] = defaultdict(set)
    for piece in pieces:
        if piece.place:
            held[piece.place[0]].add(piece.place[1])
    return {
        table: [0, *accumulate(area in areas for area in range(max(areas) + 1))]
        for table, areas in held.items()
    }


def _covered(pieces: Sequence[Piece]) -> set[int]:
    """Lines that share their place on the page with the next or last one there."""
    held: defaultdict[object, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if piece.place:
            held[piece.place].append(piece)
    found: set[int] = set()
    for lines in held.values():
        lines.sort(key=lambda line: (line.box.top, line.box.left))
        for line, other in pairwise(lines):
            if _is_over(line, other):
                found |= {id(line), id(other)}
    return found


def _is_over(line: Piece, other: Piece) -> bool:
    first, second = line.box, other.box
    down = min(first.bottom, second.bottom) - max(first.top, second.top)
    across = min(first.right, second.right) - max(first.left, second.left)
    return down > _OVER * min(first.height, second.height) and across > _OVER * min(
        first.width, second.width
    )
