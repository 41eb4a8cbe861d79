"""Documents to printable workbooks (Excel 写出器)."""

from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO
from math import ceil
from typing import ClassVar, Final

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from quanheng.document.blocks import AnnexStart, Block, Document, Heading, Paragraph
from quanheng.document.table import Align, Cell, Table
from quanheng.writers.base import UNDATED
from quanheng.writers.characters import display_width, storable
from quanheng.writers.numbers import printed_number
from quanheng.writers.sheet_names import SheetNames
from quanheng.writers.widths import fitted_widths

_NARRATIVE: Final = "自评报告"
_WIDTH: Final = 84
"""Half-width columns of table text over an upright page."""
_WIDTH_ACROSS: Final = 128
"""The same over a page laid across."""
_LINE_WIDTH: Final = 74
"""Column of the narrative: narrow enough for fonts with wide digits."""
_LINE_CHARACTERS: Final = 62
"""Half-width columns of 12 pt text in it."""
_MANY_COLUMNS: Final = 8
_LINE: Final = 18
"""Points a line of table text takes."""
_A4: Final = 9
_MARGINS: Final = {"left": 1.10, "right": 1.02, "top": 1.46, "bottom": 1.38}
"""Inches: 28, 26, 37 and 35 mm as GB/T 9704 has them."""
_FONT: Final = "仿宋"
_BLACK: Final = "黑体"


class XlsxWriter:
    """Writes the narrative on one sheet and every table on its own (Excel 写出器)."""

    suffix: ClassVar[str] = ".xlsx"

    def write(self, document: Document, created: date = UNDATED) -> bytes:
        """The document as a workbook."""
        buffer = BytesIO()
        book = xlsxwriter.Workbook(buffer, {"in_memory": True})
        moment = datetime(created.year, created.month, created.day)
        book.set_properties({"title": document.title, "created": moment})
        _fill(_Sheets(book), document.blocks)
        book.close()
        return buffer.getvalue()


def _fill(sheets: "_Sheets", blocks: Iterable[Block]) -> None:
    heading = _NARRATIVE
    for block in blocks:
        if isinstance(block, Table):
            sheets.add_table(block, heading)
        elif isinstance(block, Heading):
            heading = block.text
            sheets.add_line(block.text, _heading_look(block.level))
        elif isinstance(block, Paragraph):
            sheets.add_line(block.text, {"align": block.align.value})
        elif isinstance(block, AnnexStart):
            heading = block.label
            sheets.add_line(block.label, {"font_name": _BLACK})


def _heading_look(level: int) -> dict[str, object]:
    looks: tuple[dict[str, object], ...] = (
        {"font_name": "方正小标宋简体", "font_size": 18, "align": "center"},
        {"font_name": _BLACK},
        {"font_name": "楷体"},
    )
    return looks[level] if level < len(looks) else {}


class _Sheets:
    """The sheets of a workbook in the making."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._names = SheetNames()
        self._formats: dict[tuple[object, ...], Format] = {}
        self._lines = self._add_sheet(_NARRATIVE)
        self._lines.set_column(0, 0, _LINE_WIDTH)
        self._line_count = 0

    def add_line(self, text: str, look: dict[str, object]) -> None:
        """A heading or paragraph, below the others on the narrative's sheet."""
        size = look.get("font_size", 12)
        looks = {"font_name": _FONT, "font_size": size, "text_wrap": True} | look
        height = _lines(text, _LINE_CHARACTERS) * 20
        self._lines.set_row(self._line_count, max(height, 32 if size != 12 else 20))
        style = self._format(**looks, valign="vcenter")
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
        for row, lines in enumerate(_row_lines(table, widths)):
            sheet.set_row(row, lines * _LINE)
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
            **({"num_format": number.pattern} if number else {"num_format": "@"}),
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


def _row_lines(table: Table, widths: list[float]) -> list[int]:
    """Lines of text that each row must hold; a merged cell shares its lines out."""
    lines = [1] * table.row_count
    for cell in sorted(table.cells, key=lambda cell: cell.row_span):
        width = sum(widths[cell.column : cell.column + cell.column_span]) - 1
        rows = range(cell.row, cell.row + cell.row_span)
        missing = _lines(cell.text, width) - sum(lines[row] for row in rows)
        if missing > 0:
            lines[rows[-1]] += missing
    return lines


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(display_width(part) / width)) for part in text.split("\n"))
