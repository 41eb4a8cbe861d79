"""The sheets of a workbook being written (工作表)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from quanheng.document.table import Table
from quanheng.writers.characters import storable
from quanheng.writers.sheet_names import SheetNames
from quanheng.writers.text_lines import text_lines
from quanheng.writers.widths import fitted_widths, row_lines
from quanheng.writers.xlsx.formats import HIGHEST_ROW, LINE_HEIGHT, Formats, Line
from quanheng.writers.xlsx.paper import Paper, paper_for, width_of
from quanheng.writers.xlsx.table_sheet import TableSheet
from quanheng.writers.xlsx.worksheet import FormSheet

NARRATIVE: Final = "自评报告"
_WIDTH: Final = 84
"""Half-width columns of table text on a portrait page."""
_WIDTH_ACROSS: Final = 128
"""The same on a landscape page."""
_LINE_WIDTH: Final = 66
"""Column width of the narrative, narrow enough for fonts with wide digits."""
_LINE_CHARACTERS: Final = 58
"""Half-width columns of 12 pt text in that column."""
_MANY_COLUMNS: Final = 8
_GAP: Final = 6.0
"""Points between a form and its signatures."""
_GROWING: Final = 2
"""Most lines of an input row that grows with its text."""
_A4: Final = 9
_MARGINS: Final = {"left": 1.10, "right": 1.02, "top": 1.46, "bottom": 1.38}
"""Inches: 28, 26, 37 and 35 mm as in GB/T 9704."""
_MARGINS_ACROSS: Final = {"left": 0.6, "right": 0.6, "top": 0.8, "bottom": 0.8}
"""Narrower margins for wide forms."""

TextLine = tuple[str, Line]


class Sheets:
    """The sheets of a workbook being written (工作表)."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._names = SheetNames()
        self._formats = Formats(book)
        self._lines: Worksheet | None = None
        self._line_count = 0

    def end_lines(self) -> None:
        """Let further headings and paragraphs begin a new sheet."""
        self._lines = None

    def add_lines(self, lines: Iterable[TextLine]) -> None:
        """Add headings and paragraphs to the sheet of the narrative."""
        for text, look in lines:
            if self._lines is None:
                self._lines = self._add_sheet(NARRATIVE)
                self._lines.set_column(0, 0, _LINE_WIDTH)
                self._line_count = 0
            height = min(text_lines(text, _LINE_CHARACTERS) * look.pitch, HIGHEST_ROW)
            self._lines.set_row(self._line_count, height)
            self._lines.write_string(
                self._line_count, 0, storable(text), self._formats.line(look)
            )
            self._line_count += 1

    def add_table(
        self,
        table: Table,
        title: str,
        above: Sequence[TextLine] = (),
        below: Sequence[TextLine] = (),
    ) -> None:
        """Add a sheet for a table, with its title above and its signatures below."""
        is_wide = table.column_count > _MANY_COLUMNS
        total = _WIDTH_ACROSS if is_wide else _WIDTH
        sheet = self._add_sheet(title, wide=is_wide)
        widths = [share * total for share in fitted_widths(table, total)]
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        top, last = len(above), len(above) + table.row_count
        self._write_beside(sheet, above, 0, len(widths))
        heights = [2.0 * look.pitch for _, look in above]
        heights += _set_heights(sheet, table, widths, top)
        TableSheet(self._book, sheet, self._formats, top).write(table)
        if below:
            # The empty row marks the end of the table for readers.
            sheet.set_row(last, _GAP)
            heights.append(_GAP)
            last += 1
        self._write_beside(sheet, below, last, len(widths))
        heights += [2.0 * look.pitch for _, look in below]
        if table.is_for_screen:
            _keep_from_printing(sheet, len(widths))
        else:
            sheet.print_area(0, 0, last + len(below) - 1, len(widths) - 1)
        if table.header_rows:
            body = top + table.header_rows
            sheet.repeat_rows(top, body - 1)
            sheet.freeze_panes(body, 0)
        elif table.inner_header is not None:
            sheet.repeat_rows(top + table.inner_header)
        if is_wide:
            width = width_of(widths)
            paper = paper_for(table, width, heights, top, _MARGINS_ACROSS)
            _lay(sheet, paper)

    def _write_beside(
        self, sheet: Worksheet, lines: Iterable[TextLine], first: int, columns: int
    ) -> None:
        """Write lines over the whole width of a table."""
        for row, (text, look) in enumerate(lines, first):
            style = self._formats.line(look)
            sheet.set_row(row, 2 * look.pitch)
            sheet.merge_range(row, 0, row, columns - 1, storable(text), style)

    def _add_sheet(self, title: str, *, wide: bool = False) -> FormSheet:
        name = self._names.take(storable(title))
        sheet: FormSheet = self._book.add_worksheet(name, FormSheet)
        sheet.set_paper(_A4)
        sheet.set_margins(**(_MARGINS_ACROSS if wide else _MARGINS))
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        if title != NARRATIVE:
            sheet.set_header(f"&C{name.replace('&', '&&')}")
        sheet.set_footer("&C— &P —")
        return sheet


def _keep_from_printing(sheet: Worksheet, columns: int) -> None:
    """Set an empty print area, which programs skip."""
    sheet.print_area(0, columns + 1, 0, columns + 1)
    sheet.set_header("")
    sheet.set_footer("")


def _lay(sheet: Worksheet, paper: Paper) -> None:
    """Set orientation, scale and page breaks of a wide sheet."""
    if paper.across:
        sheet.set_landscape()
    if paper.scale:
        # A sheet fitted to pages ignores page breaks.
        sheet.set_print_scale(paper.scale)
        sheet.set_h_pagebreaks(paper.breaks)
    else:
        sheet.fit_to_pages(1, 1)


def _set_heights(
    sheet: FormSheet, table: Table, widths: Sequence[float], top: int
) -> Iterator[float]:
    """Set the row heights of a table, and yield them as printed."""
    rooms = _rooms(table)
    for row, lines in enumerate(row_lines(table, widths)):
        height = min(max(lines, rooms.get(row, 0)) * LINE_HEIGHT, HIGHEST_ROW)
        if row in table.spare_rows:
            sheet.set_row(top + row, height, None, {"hidden": True})
            yield 0
            continue
        if row not in rooms or lines > 1 or rooms[row] > _GROWING:
            sheet.set_row(top + row, height)
        elif rooms[row]:
            sheet.set_growing_row(top + row, height)
        yield height


def _rooms(table: Table) -> dict[int, int]:
    """The lines to leave in each input row."""
    rooms: dict[int, int] = {}
    for cell in table.cells:
        if cell.live is not None and cell.live.is_open:
            rooms[cell.row] = max(rooms.get(cell.row, 0), cell.live.room)
    return rooms
