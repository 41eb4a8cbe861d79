"""The sheets of a workbook in the making (工作表)."""

from collections.abc import Iterable
from typing import Final

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from quanheng.document.table import Table
from quanheng.writers.characters import storable
from quanheng.writers.sheet_names import SheetNames
from quanheng.writers.text_lines import text_lines
from quanheng.writers.widths import fitted_widths, row_lines
from quanheng.writers.xlsx.looks import HIGHEST_ROW, LINE_HEIGHT, Line, Looks
from quanheng.writers.xlsx.table_sheet import TableSheet
from quanheng.writers.xlsx.worksheet import FormSheet

NARRATIVE: Final = "自评报告"
_WIDTH: Final = 84
"""Half-width columns of table text over an upright page."""
_WIDTH_ACROSS: Final = 128
"""The same over a page laid across."""
_LINE_WIDTH: Final = 66
"""Column of the narrative: narrow enough for fonts with wide digits."""
_LINE_CHARACTERS: Final = 58
"""Half-width columns of 12 pt text in it."""
_MANY_COLUMNS: Final = 8
_A4: Final = 9
_MARGINS: Final = {"left": 1.10, "right": 1.02, "top": 1.46, "bottom": 1.38}
"""Inches: 28, 26, 37 and 35 mm as GB/T 9704 has them."""
_MARGINS_ACROSS: Final = {"left": 0.6, "right": 0.6, "top": 0.8, "bottom": 0.8}
"""A wide form needs the room."""

TextLine = tuple[str, Line]


class Sheets:
    """The sheets of a workbook in the making (工作表)."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._names = SheetNames()
        self._looks = Looks(book)
        self._lines: Worksheet | None = None
        self._line_count = 0

    def end_lines(self) -> None:
        """Let further headings and paragraphs begin a sheet of their own."""
        self._lines = None

    def add_lines(self, lines: Iterable[TextLine]) -> None:
        """Headings and paragraphs, below the others on the narrative's sheet."""
        for text, look in lines:
            if self._lines is None:
                self._lines = self._add_sheet(NARRATIVE)
                self._lines.set_column(0, 0, _LINE_WIDTH)
                self._line_count = 0
            height = min(text_lines(text, _LINE_CHARACTERS) * look.pitch, HIGHEST_ROW)
            self._lines.set_row(self._line_count, height)
            self._lines.write_string(
                self._line_count, 0, storable(text), self._looks.line(look)
            )
            self._line_count += 1

    def add_table(
        self, table: Table, title: str, above: Iterable[TextLine] = ()
    ) -> None:
        """A table on a sheet of its own, its title above it."""
        across = table.column_count > _MANY_COLUMNS
        total = _WIDTH_ACROSS if across else _WIDTH
        sheet = self._add_sheet(title, across=across)
        widths = [share * total for share in fitted_widths(table, total)]
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        top = 0
        for row, (text, look) in enumerate(above):
            top = row + 1
            style = self._looks.line(look)
            sheet.set_row(row, 2 * look.pitch)
            sheet.merge_range(row, 0, row, len(widths) - 1, storable(text), style)
        rooms = _rooms(table)
        for row, lines in enumerate(row_lines(table, widths)):
            height = max(lines, rooms.get(row, 0))
            if height > 1 or row not in rooms:
                # A row without a height grows with what is typed into it.
                sheet.set_row(top + row, min(height * LINE_HEIGHT, HIGHEST_ROW))
        TableSheet(self._book, sheet, self._looks, top).write(table)
        last = top + table.row_count - 1
        sheet.print_area(0, 0, last, table.column_count - 1)
        if table.header_rows:
            body = top + table.header_rows
            sheet.repeat_rows(top, body - 1)
            sheet.freeze_panes(body, 0)
        elif table.inner_header is not None:
            sheet.repeat_rows(top + table.inner_header)

    def _add_sheet(self, title: str, *, across: bool = False) -> Worksheet:
        name = self._names.take(storable(title))
        sheet = self._book.add_worksheet(name, FormSheet)
        sheet.set_paper(_A4)
        if across:
            sheet.set_landscape()
        sheet.set_margins(**(_MARGINS_ACROSS if across else _MARGINS))
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        if title != NARRATIVE:
            sheet.set_header(f"&C{name.replace('&', '&&')}")
        sheet.set_footer("&C— &P —")
        return sheet


def _rooms(table: Table) -> dict[int, int]:
    """Rows that people fill in → lines to leave for them."""
    rooms: dict[int, int] = {}
    for cell in table.cells:
        if cell.live is not None and cell.live.is_open:
            rooms[cell.row] = max(rooms.get(cell.row, 0), cell.live.room)
    return rooms
