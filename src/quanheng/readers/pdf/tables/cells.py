"""Cells with their lines, and finished tables (单元格文字)."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from quanheng.core.source import Source
from quanheng.document.table import Cell, Table
from quanheng.readers.pdf.lines import Line, is_wrapped, joined, lines_of
from quanheng.readers.pdf.page import Box, Glyph
from quanheng.readers.pdf.tables.grid import Area, Grid
from quanheng.readers.pdf.tags import Tag

NARROWEST: Final = 6.0
"""Points; a narrower column or row has no room for text: it is the gap of a double
line or the rest of a border at a page break."""

_WIDEST_MARGIN: Final = 8.0
"""Most points between border and text: office programs leave 5.4; more is centring."""


@dataclass(slots=True)
class Region:
    """A cell of a table that may continue on the next page (单元格).

    Attributes:
        box: Its outline on the page where it ends.
        lines: Its lines.
        row: Its first row in the table.
        row_span: Number of its rows.
        is_turned: Whether its text is rotated.
        margin: Free width on either side of its text.
    """

    box: Box
    lines: list[Line]
    row: int
    row_span: int
    is_turned: bool = False
    margin: float = 0

    @property
    def tag(self) -> Tag | None:
        """The tag of its text."""
        return self.lines[0].first if self.lines else None

    @property
    def text(self) -> str:
        """Its text, with wrapped lines joined."""
        if not self.lines:
            return ""
        parts = [[self.lines[0]]]
        for line, following in pairwise(self.lines):
            if self.wraps(line, following):
                parts[-1].append(following)
            else:
                parts.append([following])
        return "\n".join(map(joined, parts)).replace("\t", " ")

    def wraps(self, line: Line, following: Line) -> bool:
        """Whether a line of the cell continues in another."""
        width = self.box.height if self.is_turned else self.box.width
        room = width - 2 * self.margin - line.box.width
        return is_wrapped(line, following, room)


@dataclass(slots=True)
class Sheet:
    """A table, or its part on one page (表格部分).

    Attributes:
        box: Its outline on the page where it ends.
        regions: Its cells.
        row_count: Number of its rows.
        first_row: Height of its first row on the page.
        open_top: Whether it has no rule at the top.
        open_bottom: Whether it has no rule at the bottom.
    """

    box: Box
    regions: list[Region]
    row_count: int
    first_row: float
    open_top: bool
    open_bottom: bool

    @property
    def table(self) -> int:
        """Number of the table by its tags, 0 without any."""
        return next((region.tag.table for region in self.regions if region.tag), 0)


def sheet_of(grid: Grid, held: Sequence[list[Glyph]]) -> Sheet:
    """A grid filled with the glyphs of each of its cells."""
    regions = [
        _region(grid, area, glyphs)
        for area, glyphs in zip(grid.areas, held, strict=True)
    ]
    margin = _margin(regions)
    for region in regions:
        region.margin = margin
    first_row = grid.down[1] - grid.down[0]
    rows = len(grid.down) - 1
    sheet = Sheet(grid.box, regions, rows, first_row, grid.open_top, grid.open_bottom)
    _drop_rows(sheet, [low - high < NARROWEST for high, low in pairwise(grid.down)])
    return sheet


def _drop_rows(sheet: Sheet, is_narrow: Sequence[bool]) -> None:
    """Remove narrow rows, unless a cell of that row alone has text.

    Takes one pass over the cells, for a page may have hundreds of thousands.
    """
    starting: defaultdict[int, list[Region]] = defaultdict(list)
    for region in sheet.regions:
        starting[region.row].append(region)
    # Number of removed rows from each row to the last.
    out = [0] * (sheet.row_count + 1)
    gone: set[int] = set()
    for row in reversed(range(sheet.row_count)):
        out[row] = out[row + 1]
        if is_narrow[row]:
            begun = starting[row]
            own = [r for r in begun if r.row_span - _count(out, row + 1, r) == 1]
            if not any(region.lines for region in own):
                out[row] += 1
                gone.update(map(id, own))
    sheet.regions = [region for region in sheet.regions if id(region) not in gone]
    for region in sheet.regions:
        region.row_span -= _count(out, region.row, region)
        region.row -= out[0] - out[region.row]
    sheet.row_count -= out[0]


def _count(out: Sequence[int], first: int, region: Region) -> int:
    """The number of removed rows from a row to the end of a cell."""
    return out[first] - out[region.row + region.row_span]


def _region(grid: Grid, area: Area, glyphs: list[Glyph]) -> Region:
    """A cell; rotated text is read along its direction."""
    if not glyphs:
        return Region(grid.box_of(area), [], area.row, area.row_span)
    turns = {glyph.turn for glyph in glyphs}
    turn = turns.pop() if len(turns) == 1 else 0
    if turn:
        glyphs = [glyph.turned(turn) for glyph in glyphs]
    return Region(
        grid.box_of(area), lines_of(glyphs), area.row, area.row_span, turn % 2 == 1
    )


def _margin(regions: Iterable[Region]) -> float:
    gaps = [
        line.box.left - region.box.left
        for region in regions
        if not region.is_turned
        for line in region.lines
    ]
    return min(max(min(gaps, default=0.0), 0.0), _WIDEST_MARGIN)


def table_of(sheet: Sheet, number: int) -> Table:
    """The finished table with its number in the file."""
    edges = _columns(sheet.regions)
    cells = []
    for region in sheet.regions:
        column = bisect_right(edges, region.box.left) - 1
        end = bisect_right(edges, region.box.right) - 1
        if end == column and not region.lines:
            continue
        cells.append(
            Cell(
                region.text,
                region.row,
                column,
                region.row_span,
                max(end - column, 1),
                at=Source(table=number, row=region.row + 1, column=column + 1),
            )
        )
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Table(tuple(cells), sheet.row_count, len(edges) - 1, at=Source(table=number))


def _columns(regions: Iterable[Region]) -> list[float]:
    """The edges of the columns, over all pages."""
    edges: list[float] = []
    both = ((region.box.left, region.box.right) for region in regions)
    for edge in sorted({edge for pair in both for edge in pair}):
        if not edges or edge > edges[-1] + NARROWEST:
            edges.append(edge)
    return edges
