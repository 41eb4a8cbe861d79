"""Workbooks of lists with shared formats (清单簿)."""

from datetime import date, datetime
from io import BytesIO
from typing import Final

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from quanheng.writers.characters import storable
from quanheng.writers.sheet_names import SheetNames

UNDATED: Final = date(1980, 1, 1)
"""Replaces the current date in an undated workbook; that of its zip entries."""
TITLE_ROW, HEADER_ROW, FIRST_ROW = 0, 1, 2
BLACK: Final = "黑体"
_HEADER_FILL: Final = "#F3F5F7"
_GRID: Final = "#B8C0C8"
_FONT: Final = "宋体"
_A4: Final = 9


class ListBook:
    """A workbook being written (清单簿)."""

    def __init__(self, title: str, created: date = UNDATED, valign: str = "top"):
        self._buffer = BytesIO()
        self._book = xlsxwriter.Workbook(self._buffer, {"in_memory": True})
        moment = datetime(created.year, created.month, created.day)
        self._book.set_properties({"title": title, "created": moment})
        self._common = {"font_name": _FONT, "font_size": 10, "valign": valign}
        self._names = SheetNames()
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def add_page(self, name: str) -> Worksheet:
        """Add a sheet, as wide as a printed page."""
        page = self._book.add_worksheet(self._names.take(storable(name)))
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        return page

    def add_list(self, name: str, title: str, header_height: int) -> Worksheet:
        """Add a sheet with a printed title and a frozen header."""
        page = self.add_page(name)
        page.set_landscape()
        page.repeat_rows(TITLE_ROW, HEADER_ROW)
        page.freeze_panes(FIRST_ROW, 0)
        page.set_row(TITLE_ROW, 30)
        page.set_row(HEADER_ROW, header_height)
        look = self.look(font_name=BLACK, font_size=16, valign="vcenter")
        page.write_string(TITLE_ROW, 0, storable(title), look)
        return page

    def head(
        self, page: Worksheet, number: int, text: str, fill: str = _HEADER_FILL
    ) -> None:
        """Write the heading of a column."""
        centred = {"align": "center", "valign": "vcenter"}
        look = self.cell(font_name=BLACK, bg_color=fill, **centred)
        page.write_string(HEADER_ROW, number, storable(text), look)

    def cell(self, **properties: object) -> Format:
        """The format of a cell in the list's grid."""
        return self.look(border=1, border_color=_GRID, text_wrap=True, **properties)

    def look(self, **properties: object) -> Format:
        """The format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(self._common | properties)
        return self._made[key]

    def saved(self) -> bytes:
        """Close the workbook and return the file."""
        self._book.close()
        return self._buffer.getvalue()
