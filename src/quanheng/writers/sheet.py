"""Plain lists to a workbook to work in (清单工作簿).

A list has one row a thing: a frozen header with filters, wrapped text, and a page
set-up that prints. A document laid out for reading is ``xlsx.py``'s.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import zip_longest
from typing import Final, TypeAlias

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from quanheng.writers.characters import storable
from quanheng.writers.sheet_names import SheetNames
from quanheng.writers.text_lines import text_lines

UNDATED: Final = date(1980, 1, 1)
"""A workbook without a day would get the clock's: this is that of its zip entries."""
LONGEST_TEXT: Final = 32_767
"""Characters that a cell holds."""
_A4: Final = 9
_MARGINS: Final = {"left": 0.5, "right": 0.5, "top": 0.7, "bottom": 0.7}
"""Inches; a wide list needs the page's width."""
_FONT: Final = "宋体"
_BLACK: Final = "黑体"
_HEADER_FILL: Final = "#F3F5F7"
_BLANK_FILL: Final = "#FFFDF0"
_GRID: Final = "#B8C0C8"
_LINE: Final = 14
"""Points a line of text takes; not every program fits rows to wrapped text."""
_HIGHEST_ROW: Final = 409


@dataclass(frozen=True, slots=True)
class Tinted:
    """A text in a colour on a ground (着色文字), both as ``#RRGGBB``."""

    text: str
    ink: str
    ground: str


Entry: TypeAlias = str | int | Decimal | Tinted | None
"""What a cell holds; a number stays one."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list (列).

    Attributes:
        heading: Its heading.
        width: Its width in characters.
        centred: Whether short texts stand in the middle; numbers are set right anyway.
        to_fill: Whether it is left to be filled in by somebody.
        choices: What may be filled in; empty for anything.
    """

    heading: str
    width: int
    centred: bool = False
    to_fill: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list on a sheet of its own (清单).

    Attributes:
        title: Its name and its printed title.
        columns: Its columns.
        rows: Its rows, each with an entry for every column but those to fill in at
            the end.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Entry]]


def write_sheets(
    sheets: Iterable[Sheet], title: str, created: date | None = None
) -> bytes:
    """Lists as a workbook.

    Args:
        sheets: The lists, in order.
        title: Title for the file's properties.
        created: Day for the file's properties; None leaves the file undated.
    """
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    day = created or UNDATED
    moment = datetime(day.year, day.month, day.day)
    book.set_properties({"title": title, "created": moment})
    names, looks = SheetNames(), _Looks(book)
    for sheet in sheets:
        page = book.add_worksheet(names.take(storable(sheet.title)))
        _set_up(page, sheet)
        _fill(page, sheet, looks)
    book.close()
    return buffer.getvalue()


class _Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def look(self, **properties: object) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            common = {"font_name": _FONT, "font_size": 10, "valign": "top"}
            self._made[key] = self._book.add_format(common | properties)
        return self._made[key]

    def cell(self, **properties: object) -> Format:
        """The look of a cell in the list's grid."""
        return self.look(border=1, border_color=_GRID, text_wrap=True, **properties)


_TITLE_ROW: Final = 0
_HEADER_ROW: Final = 1


def _set_up(page: Worksheet, sheet: Sheet) -> None:
    last = len(sheet.columns) - 1
    page.set_paper(_A4)
    page.set_landscape()
    page.set_margins(**_MARGINS)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_TITLE_ROW, _HEADER_ROW)
    page.set_footer("&C— &P —")
    page.freeze_panes(_HEADER_ROW + 1, 0)
    page.autofilter(_HEADER_ROW, 0, _HEADER_ROW + max(len(sheet.rows), 1), last)
    page.hide_gridlines(2)


def _fill(page: Worksheet, sheet: Sheet, looks: _Looks) -> None:
    heading = looks.look(font_name=_BLACK, font_size=16, valign="vcenter")
    page.set_row(_TITLE_ROW, 30)
    page.write_string(_TITLE_ROW, 0, storable(sheet.title), heading)
    page.set_row(_HEADER_ROW, 24)
    first, last = _HEADER_ROW + 1, _HEADER_ROW + max(len(sheet.rows), 1)
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
        _put_heading(page, number, column, looks)
        if column.choices:
            listed = {"validate": "list", "source": list(column.choices)}
            page.data_validation(first, number, last, number, listed)
    for row, entries in enumerate(sheet.rows, first):
        _put_row(page, row, entries, sheet.columns, looks)


def _put_heading(page: Worksheet, number: int, column: Column, looks: _Looks) -> None:
    look = looks.cell(
        font_name=_BLACK,
        align="center",
        valign="vcenter",
        bg_color=_BLANK_FILL if column.to_fill else _HEADER_FILL,
    )
    page.write_string(_HEADER_ROW, number, column.heading, look)


def _put_row(
    page: Worksheet,
    row: int,
    entries: Sequence[Entry],
    columns: Sequence[Column],
    looks: _Looks,
) -> None:
    lines = 1
    for number, (column, entry) in enumerate(zip_longest(columns, entries)):
        _put(page, (row, number), entry, column, looks)
        lines = max(lines, text_lines(_text(entry), column.width))
    page.set_row(row, min(lines * _LINE + 4, _HIGHEST_ROW))


def _text(entry: Entry) -> str:
    return entry.text if isinstance(entry, Tinted) else str(entry or "")


def _put(
    page: Worksheet, at: tuple[int, int], entry: Entry, column: Column, looks: _Looks
) -> None:
    align = "center" if column.centred else "left"
    match entry:
        case None:
            fill = {"bg_color": _BLANK_FILL} if column.to_fill else {}
            page.write_blank(*at, None, looks.cell(align=align, **fill))
        case int() | Decimal():
            align = "center" if column.centred else "right"
            page.write_number(*at, float(entry), looks.cell(align=align))
        case Tinted():
            look = looks.cell(
                align=align, font_color=entry.ink, bg_color=entry.ground, bold=True
            )
            page.write_string(*at, storable(entry.text), look)
        case str():
            page.write_string(
                *at, storable(entry)[:LONGEST_TEXT], looks.cell(align=align)
            )
