"""Worksheets to blocks (工作表版面): what a person sees of a sheet."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quanheng.core.source import Source
from quanheng.document.blocks import Block
from quanheng.document.headings import text_blocks
from quanheng.document.table import Cell, Table
from quanheng.readers.limits import PlaceBudget
from quanheng.readers.workbook.sheet import Place, Sheet


@dataclass(frozen=True, slots=True)
class _Merge:
    """A merged area by the rows and columns that are shown."""

    place: Place
    """The sheet's own place of its first cell."""
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class _View:
    """The shown part of a sheet: only rows and columns that hold text.

    Its cost is that of the cells that exist, whatever size the sheet claims.
    """

    sheet: Sheet
    rows: Sequence[int]
    columns: Sequence[int]
    merges: Mapping[Place, _Merge]

    def at(self, place: Place) -> Source:
        return Source(sheet=self.sheet.name, row=place[0] + 1, column=place[1] + 1)


def blocks_of(sheet: Sheet, budget: PlaceBudget) -> Iterator[Block]:
    """Lines and the table of a sheet; nothing where it shows none.

    Hidden rows and columns and those without any text are left out. Rows at the top
    whose one cell covers the whole width are lines: titles, notes, and every row of
    a sheet with a single column. All other rows are one table.

    Raises:
        UnreadableFileError: The sheet spreads over too many places.
    """
    view = _view(sheet)
    budget.spend(len(view.rows) * len(view.columns))
    cells = _cells(view)
    lines = _line_count(cells, len(view.columns))
    for cell in cells[:lines]:
        yield from text_blocks(cell.text, cell.at)
    if lines < len(view.rows):
        yield _table(view, cells[lines:], lines)


def _view(sheet: Sheet) -> _View:
    shown = [place for place in sheet.texts if sheet.shows(place)]
    rows = sorted({row for row, _ in shown})
    columns = sorted({column for _, column in shown})
    merges: dict[Place, _Merge] = {}
    for top, left, bottom, right in sheet.merges:
        row, column = bisect_left(rows, top), bisect_left(columns, left)
        row_span = bisect_right(rows, bottom) - row
        column_span = bisect_right(columns, right) - column
        if row_span > 0 and column_span > 0:
            merge = _Merge((top, left), row_span, column_span)
            merges.setdefault((row, column), merge)
    return _View(sheet, rows, columns, merges)


def _cells(view: _View) -> list[Cell]:
    """The cells from left to right, from the top, merged ones once."""
    cells: list[Cell] = []
    width = len(view.columns)
    covered = bytearray(len(view.rows) * width)
    for row, sheet_row in enumerate(view.rows):
        for column, sheet_column in enumerate(view.columns):
            if covered[row * width + column]:
                continue
            place, spans = (sheet_row, sheet_column), (1, 1)
            merge = view.merges.get((row, column))
            if merge is not None:
                place = merge.place
                spans = merge.row_span, _free(covered, row * width + column, merge)
                for start in range(row, row + spans[0]):
                    first = start * width + column
                    covered[first : first + spans[1]] = b"\1" * spans[1]
            text = view.sheet.texts.get(place, "")
            cells.append(Cell(text, row, column, *spans, at=view.at(place)))
    return cells


def _free(covered: bytearray, first: int, merge: _Merge) -> int:
    """Columns of a merged area up to one that reaches down from above.

    Areas that overlap are a fault of the program that wrote the file.
    """
    taken = covered.find(1, first, first + merge.column_span)
    return merge.column_span if taken < 0 else taken - first


def _line_count(cells: Sequence[Cell], width: int) -> int:
    """Rows at the top that are one cell each, the whole width across."""
    for number, cell in enumerate(cells):
        if cell.column_span < width or cell.row_span > 1:
            return number
    return len(cells)


def _table(view: _View, cells: Sequence[Cell], skipped: int) -> Table:
    lowered = tuple(
        Cell(c.text, c.row - skipped, c.column, c.row_span, c.column_span, at=c.at)
        for c in cells
    )
    at = Source(sheet=view.sheet.name)
    return Table(lowered, len(view.rows) - skipped, len(view.columns), at=at)
