"""Documents to printable workbooks (Excel 写出器)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import ClassVar, Final

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from quanheng.document.blocks import AnnexStart, Block, Document, Heading, Paragraph
from quanheng.document.table import Align, Cell, Table
from quanheng.writers.base import PLAIN, Finish
from quanheng.writers.characters import storable
from quanheng.writers.numbers import printed_number
from quanheng.writers.sheet_names import SheetNames
from quanheng.writers.widths import fitted_widths, row_lines, text_lines

_NARRATIVE: Final = "自评报告"
_WIDTH: Final = 84
"""Half-width columns of table text over an upright page."""
_WIDTH_ACROSS: Final = 128
"""The same over a page laid across."""
_LINE_WIDTH: Final = 66
"""Column of the narrative: narrow enough for fonts with wide digits."""
_LINE_CHARACTERS: Final = 58
"""Half-width columns of 12 pt text in it."""
_MANY_COLUMNS: Final = 8
_LINE: Final = 18
"""Points a line of table text takes."""
_HIGHEST_ROW: Final = 409
_A4: Final = 9
_MARGINS: Final = {"left": 1.10, "right": 1.02, "top": 1.46, "bottom": 1.38}
"""Inches: 28, 26, 37 and 35 mm as GB/T 9704 has them."""
_UNDATED: Final = date(1980, 1, 1)
"""A workbook without a day would get the clock's: this is that of its zip entries."""
_FONT: Final = "仿宋"
_BLACK: Final = "黑体"


class XlsxWriter:
    """Writes the narrative on one sheet and every table on its own (Excel 写出器)."""

    suffix: ClassVar[str] = ".xlsx"

    def write(self, document: Document, finish: Finish = PLAIN) -> bytes:
        """The document as a workbook."""
        buffer = BytesIO()
        book = xlsxwriter.Workbook(buffer, {"in_memory": True})
        day = finish.created or _UNDATED
        moment = datetime(day.year, day.month, day.day)
        book.set_properties({"title": document.title, "created": moment})
        _fill(_Sheets(book), document.blocks)
        book.close()
        return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class _Look:
    """How a line of the narrative is set."""

    font: str = _FONT
    size: int = 12
    align: str = Align.LEFT.value

    @property
    def pitch(self) -> int:
        """Points between lines."""
        return self.size * 5 // 3


_HEADINGS: Final = (
    _Look("方正小标宋简体", 18, Align.CENTER.value),
    _Look(_BLACK),
    _Look("楷体"),
)


class _Sheets:
    """The sheets of a workbook in the making."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._names = SheetNames()
        self._formats: dict[tuple[object, ...], Format] = {}
        self._lines = self._add_sheet(_NARRATIVE)
        self._lines.set_column(0, 0, _LINE_WIDTH)
        self._line_count = 0

    def add_line(self, text: str, look: _Look) -> None:
        """A heading or paragraph, below the others on the narrative's sheet."""
        height = min(text_lines(text, _LINE_CHARACTERS) * look.pitch, _HIGHEST_ROW)
        self._lines.set_row(self._line_count, height)
        style = self._format(
            font_name=look.font,
            font_size=look.size,
            align=look.align,
            valign="vcenter",
            text_wrap=True,
        )
        self._lines.write_string(self._line_count, 0, storable(text), style)
        self._line_count += 1

    def add_table(self, table: Table, title: str) -> None:
        """A table on a sheet of its own."""
        across = table.column_count > _MANY_COLUMNS
        total = _WIDTH_ACROSS if across else _WIDTH
        sheet = self._add_sheet(title, across=across)
        widths = [share * total for share in fitted_widths(table, total)]
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for row, lines in enumerate(row_lines(table, widths)):
            sheet.set_row(row, min(lines * _LINE, _HIGHEST_ROW))
        for cell in table.cells:
            self._put(sheet, cell, header=cell.row < table.header_rows)
        if table.header_rows:
            sheet.repeat_rows(0, table.header_rows - 1)
            sheet.freeze_panes(table.header_rows, 0)

    def _add_sheet(self, title: str, *, across: bool = False) -> Worksheet:
        name = self._names.take(storable(title))
        sheet = self._book.add_worksheet(name)
        sheet.set_paper(_A4)
        if across:
            sheet.set_landscape()
        sheet.set_margins(**_MARGINS)
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        if title != _NARRATIVE:
            sheet.set_header(f"&C{name.replace('&', '&&')}")
        sheet.set_footer("&C— &P —")
        return sheet

    def _put(self, sheet: Worksheet, cell: Cell, *, header: bool) -> None:
        number = None if header else printed_number(cell.text)
        style = self._format(
            font_name=_BLACK if header else _FONT,
            font_size=10.5,
            align=Align.CENTER.value if header else cell.align.value,
            valign="vcenter",
            border=1,
            text_wrap=True,
            num_format=number.pattern if number else "@",
        )
        row, column = cell.row, cell.column
        if cell.row_span > 1 or cell.column_span > 1:
            last = row + cell.row_span - 1, column + cell.column_span - 1
            sheet.merge_range(row, column, *last, "", style)
        if number:
            sheet.write_number(row, column, float(number.value), style)
        elif cell.text:
            sheet.write_string(row, column, storable(cell.text), style)
        else:
            sheet.write_blank(row, column, None, style)

    def _format(self, **look: object) -> Format:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]


def _fill(sheets: _Sheets, blocks: Iterable[Block]) -> None:
    heading = _NARRATIVE
    for block in blocks:
        if isinstance(block, Table):
            sheets.add_table(block, heading)
        elif isinstance(block, Heading):
            heading = block.text
            is_high = block.level < len(_HEADINGS)
            sheets.add_line(block.text, _HEADINGS[block.level] if is_high else _Look())
        elif isinstance(block, Paragraph):
            sheets.add_line(block.text, _Look(align=block.align.value))
        elif isinstance(block, AnnexStart):
            heading = block.label
            sheets.add_line(block.label, _Look(_BLACK))
