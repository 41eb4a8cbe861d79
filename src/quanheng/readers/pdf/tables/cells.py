"""Cells with their lines (单元格文字), and finished tables."""

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
"""Points; a column or row that is narrower has no room for text and is the gap in a
double line, or what a page break leaves of a row's border."""

_WIDEST_MARGIN: Final = 8.0
"""Points between border and text: office programs leave 5.4; more is centring."""


@dataclass(slots=True)
class Region:
    """A cell while its table still grows over pages (单元格).

    Attributes:
        box: Its outline on the page where it ends.
        lines: Its lines.
        row: Its first row in the table.
        row_span: Its rows.
        is_turned: Whether its text is set on its side.
        margin: Width that the table's cells leave free on either side.
    """

    box: Box
    lines: list[Line]
    row: int
    row_span: int
    is_turned: bool = False
    margin: float = 0

    @property
    def tag(self) -> Tag | None:
        """Tag of its text."""
        return self.lines[0].first if self.lines else None

    @property
    def text(self) -> str:
        """Its text, wrapped lines joined."""
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
        """Whether a line of the cell goes on in another."""
        width = self.box.height if self.is_turned else self.box.width
        room = width - 2 * self.margin - line.box.width
        return is_wrapped(line, following, room)


@dataclass(slots=True)
class Sheet:
    """A table, or its part on one page (表格部分).

    Attributes:
        box: Its outline on the page where it ends.
        regions: Its cells.
        row_count: Its rows.
        first_row: Height of its first row on the page.
        open_top: Whether no rule closes it above.
        open_bottom: Whether no rule closes it below.
    """

    box: Box
    regions: list[Region]
    row_count: int
    first_row: float
    open_top: bool
    open_bottom: bool

    @property
    def table(self) -> int:
        """Number of the table by its tags, 0 without."""
        return next((region.tag.table for region in self.regions if region.tag), 0)


def sheet_of(grid: Grid, glyphs: Iterable[Glyph]) -> Sheet:
    """A grid with the glyphs that stand in it."""
    owners = {
        (row, column): number
        for number, area in enumerate(grid.areas)
        for row in range(area.row, area.row + area.row_span)
        for column in range(area.column, area.column + area.column_span)
    }
    held: defaultdict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        held[owners[grid.place_of(*glyph.middle)]].append(glyph)
    regions = [
        _region(grid, area, held[number]) for number, area in enumerate(grid.areas)
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
    """Take out the narrow rows, but for those of which a cell of its own holds text.

    One pass over the cells: a page may have hundreds of thousands.
    """
    starting: defaultdict[int, list[Region]] = defaultdict(list)
    for region in sheet.regions:
        starting[region.row].append(region)
    # Rows that are out, from each row to the last.
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
    """How many rows are out from a row to the last one of a cell."""
    return out[first] - out[region.row + region.row_span]


def _region(grid: Grid, area: Area, glyphs: list[Glyph]) -> Region:
    """A cell; text that is set on its side is read along its side."""
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
    """The finished table.

    Args:
        sheet: All of its parts as one.
        number: Its number in the file.
    """
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
    """Where columns begin and end, on all pages together."""
    edges: list[float] = []
    both = ((region.box.left, region.box.right) for region in regions)
    for edge in sorted({edge for pair in both for edge in pair}):
        if not edges or edge > edges[-1] + NARROWEST:
            edges.append(edge)
    return edges
