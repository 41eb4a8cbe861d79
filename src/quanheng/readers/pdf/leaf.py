"""The lines and tables of a page (版面)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from quanheng.readers.limits import PlaceBudget
from quanheng.readers.pdf.lines import Line, lines_of
from quanheng.readers.pdf.page import Box, Glyph, Page
from quanheng.readers.pdf.pieces import Place, pieces_of
from quanheng.readers.pdf.tables.cells import Sheet, sheet_of
from quanheng.readers.pdf.tables.finder import Finder
from quanheng.readers.pdf.tables.grid import Grid, grids_of
from quanheng.readers.pdf.tables.overflow import settle


@dataclass(slots=True)
class Leaf:
    """The lines and tables of one page, from the top down (页面内容)."""

    box: Box
    items: list[Line | Sheet]

    @property
    def lines(self) -> list[Line]:
        """Its lines outside tables."""
        return [item for item in self.items if isinstance(item, Line)]


def leaf_of(page: Page, budget: PlaceBudget) -> Leaf:
    """The lines and tables of a page.

    A line belongs to the innermost table around it. Rotated text outside tables
    comes last.

    Raises:
        UnreadableFileError: The tables are too large.
    """
    grids = grids_of(page, budget)
    held = _held(page, grids)
    items: list[Line | Sheet] = [
        sheet_of(grid, [held[number, area] for area in range(len(grid.areas))])
        for number, grid in enumerate(grids)
    ]
    # In a tagged file, untagged glyphs outside tables are no text.
    is_tagged = any(glyph.tag for glyph in page.glyphs)
    text = [glyph for glyph in held[None] if glyph.tag or not is_tagged]
    outside = sorted(text, key=lambda glyph: glyph.turn)
    for turn, glyphs in groupby(outside, key=lambda glyph: glyph.turn):
        if not turn:
            items += lines_of(glyphs)
    items.sort(key=lambda item: item.box.top)
    for turn, glyphs in groupby(outside, key=lambda glyph: glyph.turn):
        if turn:
            items += lines_of(glyph.turned(turn) for glyph in glyphs)
    return Leaf(page.box, items)


def _held(page: Page, grids: Sequence[Grid]) -> dict[Place | None, list[Glyph]]:
    """The glyphs of each cell, and under None of no cell."""
    finder = Finder(grids)
    pieces = list(pieces_of((glyph, finder.place(glyph)) for glyph in page.glyphs))
    settle(pieces, finder)
    held: defaultdict[Place | None, list[Glyph]] = defaultdict(list)
    for piece in pieces:
        held[piece.place] += piece.glyphs
    return held
