"""Glyphs to pieces of printed lines (行段).

A program writes the glyphs of a line one after another, whatever stands beside or
above them on the page; so lines that overlap, as where a row is lower than its text,
stay apart.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from quanheng.readers.pdf.page import Box, Glyph

_SAME_LINE: Final = 0.4
"""Most vertical offset within a line, relative to the lower glyph's height."""
_WIDEST_GAP: Final = 1.0
"""Most gap between glyphs of a piece, relative to the wider side of a glyph."""
_OVERLAP: Final = 0.6
"""Most overlap of neighbouring glyphs, by the same measure."""
_LEAST_GAP: Final = 0.1
"""Least gap between the texts of two cells, by the same measure: cells have margins."""

Place = tuple[int, int]
"""Numbers of a table on the page and of a cell in it."""


@dataclass(slots=True)
class Piece:
    """Glyphs of one line, with nothing between them (行段).

    Attributes:
        glyphs: Its glyphs.
        box: Their box.
        place: The cell in which most of it stands, None outside tables.
    """

    glyphs: list[Glyph]
    box: Box
    place: Place | None = None

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.box.top + self.box.bottom) / 2

    @property
    def is_blank(self) -> bool:
        """Whether it holds no sign."""
        return all(glyph.text.isspace() for glyph in self.glyphs)


def pieces_of(placed: Iterable[tuple[Glyph, Place | None]]) -> Iterator[Piece]:
    """The pieces of a page, given its glyphs as the file has them and their cells."""
    row: list[Glyph] = []
    places: list[Place | None] = []
    for glyph, place in placed:
        if row and not _goes_on(row[-1], glyph, is_one_cell=place == places[-1]):
            yield _piece(row, places)
            row, places = [], []
        row.append(glyph)
        places.append(place)
    if row:
        yield _piece(row, places)


def _goes_on(before: Glyph, after: Glyph, *, is_one_cell: bool) -> bool:
    if before.turn or after.turn:
        return False
    first, second = before.box, after.box
    low = min(first.bottom - first.top, second.bottom - second.top)
    offset = abs(first.top + first.bottom - second.top - second.bottom) / 2
    if offset > _SAME_LINE * low:
        return False
    side = max(first.right - first.left, second.right - second.left, low)
    gap = second.left - first.right
    if gap >= _LEAST_GAP * side and not is_one_cell:
        return False
    return -_OVERLAP * side < gap < _WIDEST_GAP * side


def _piece(row: list[Glyph], places: list[Place | None]) -> Piece:
    box = Box(
        min(glyph.box.left for glyph in row),
        min(glyph.box.top for glyph in row),
        max(glyph.box.right for glyph in row),
        max(glyph.box.bottom for glyph in row),
    )
    return Piece(row, box, Counter(places).most_common(1)[0][0])
