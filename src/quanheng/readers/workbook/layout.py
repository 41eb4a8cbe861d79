"""Worksheets to blocks, as displayed (工作表版面)."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from quanheng.core.source import Source
from quanheng.document.blocks import Block
from quanheng.document.headings import text_blocks
from quanheng.document.table import Cell, Table
from quanheng.readers.limits import PlaceBudget
from quanheng.readers.workbook.sheet import Place, Sheet

_BEHIND_ONE_EMPTY: Final = 2


@dataclass(frozen=True, slots=True)
class _Merge:
    """A merged area in visible rows and columns."""

    place: Place
    """The place of its first cell in the sheet."""
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class _View:
    """The visible part of a sheet: only rows and columns with text.

    Its cost depends on the cells that exist, not on the sheet's declared size.
    """

    sheet: Sheet
    rows: Sequence[int]
    columns: Sequence[int]
    merges: Mapping[Place, _Merge]

    def place(self, row: int, column: int) -> Place:
        """The sheet's place of a visible cell; of a merged one, that of its text."""
        merge = self.merges.get((row, column))
        return merge.place if merge else (self.rows[row], self.columns[column])

    def at(self, place: Place) -> Source:
        """The source of a place, counted from 1."""
        return Source(sheet=self.sheet.name, row=place[0] + 1, column=place[1] + 1)


def blocks_of(sheet: Sheet, budget: PlaceBudget) -> Iterator[Block]:
    """The lines and the table of a sheet.

    Hidden and blank rows and columns are skipped. Rows at the top with one cell of
    full width are lines (titles, notes), as are all rows of a single-column sheet, and
    rows at the end, after a blank row, with one text over most of the width
    (signatures). All other rows form one table.

    Raises:
        UnreadableFileError: The sheet has too many places.
    """
    view = _view(sheet)
    budget.spend(len(view.rows) * len(view.columns))
    first = _line_count(view)
    end = _end_of_table(view, first)
    yield from _lines(view, range(first))
    if first < end:
        cells = tuple(_cells(view, first, end))
        height, width = end - first, len(view.columns)
        yield Table(cells, height, width, at=Source(sheet=sheet.name))
    yield from _lines(view, range(end, len(view.rows)))


def _lines(view: _View, rows: range) -> Iterator[Block]:
    for row in rows:
        place = view.place(row, 0)
        # Only the first text of a merged area is visible, and it may be blank.
        if text := view.sheet.texts.get(place):
            yield from text_blocks(text, view.at(place))


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


def _line_count(view: _View) -> int:
    """Number of rows at the top that are one cell of full width."""
    width = len(view.columns)
    if width == 1:
        return len(view.rows)
    rows = range(len(view.rows))
    return next((row for row in rows if not _is_line(view, row)), len(rows))


def _end_of_table(view: _View, first: int) -> int:
    """The end of the table's rows: lines after one blank row follow."""
    texts = Counter(row for row, _ in view.sheet.texts)
    end = len(view.rows)
    while end > first + 1 and texts[view.rows[end - 1]] == 1:
        end -= 1
        merge = view.merges.get((end, 0))
        if not merge or merge.row_span > 1 or 2 * merge.column_span < len(view.columns):
            break
        if view.rows[end] - view.rows[end - 1] == _BEHIND_ONE_EMPTY:
            return end
    return len(view.rows)


def _is_line(view: _View, row: int) -> bool:
    """Whether a row is one cell of full width."""
    merge = view.merges.get((row, 0))
    width = len(view.columns)
    return merge is not None and merge.column_span >= width and merge.row_span == 1


def _cells(view: _View, first_row: int, end: int) -> Iterator[Cell]:
    """The cells of the table by row and column, merged ones once."""
    width = len(view.columns)
    covered = bytearray(len(view.rows) * width)
    for row in range(first_row, end):
        for column in range(width):
            here = row * width + column
            if covered[here]:
                continue
            place, height, across = view.place(row, column), 1, 1
            if merge := view.merges.get((row, column)):
                # In a faulty file it may reach into the lines below the table.
                height = min(merge.row_span, end - row)
                across = _free(covered, here, merge)
                for start in range(here, here + height * width, width):
                    covered[start : start + across] = b"\1" * across
            text = view.sheet.texts.get(place, "")
            at = view.at(place)
            yield Cell(text, row - first_row, column, height, across, at=at)


def _free(covered: bytearray, first: int, merge: _Merge) -> int:
    """Columns of a merged area before it overlaps one from above (a faulty file)."""
    taken = covered.find(1, first, first + merge.column_span)
    return merge.column_span if taken < 0 else taken - first
