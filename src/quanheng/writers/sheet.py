"""Workbooks of plain lists to work with (清单工作簿).

A list has a frozen header with filters, wrapped text and a printable page setup.
Documents are written by :mod:`quanheng.writers.xlsx`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from typing import Final, TypeAlias

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # no types

from quanheng.writers.characters import storable
from quanheng.writers.list_book import FIRST_ROW, HEADER_ROW, UNDATED, ListBook
from quanheng.writers.text_lines import text_lines

LONGEST_TEXT: Final = 32_767
"""Most characters of a cell."""
_MARGINS: Final = {"left": 0.5, "right": 0.5, "top": 0.7, "bottom": 0.7}
"""Inches; wide lists need the width of the page."""
_BLANK_FILL: Final = "#FFFDF0"
_LINE: Final = 14
"""Points of a line; not every program fits rows to wrapped text."""
_HIGHEST_ROW: Final = 409


@dataclass(frozen=True, slots=True)
class Tinted:
    """A text with ink and ground colours as ``#RRGGBB`` (着色文字)."""

    text: str
    ink: str
    ground: str


Entry: TypeAlias = str | int | Decimal | Tinted | None
"""The value of a cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list (列).

    Attributes:
        heading: Its heading.
        width: Its width in characters.
        centred: Whether its entries are centred.
        to_fill: Whether it is left to be filled in.
        choices: The texts to choose from.
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
        rows: Its rows; entries of the last columns may be missing.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Entry]]


def write_sheets(
    sheets: Iterable[Sheet], title: str, created: date | None = None
) -> bytes:
    """Lists as a workbook with a title and date in its properties."""
    book = ListBook(title, created or UNDATED)
    for sheet in sheets:
        _fill(book, sheet)
    return book.saved()


def _fill(book: ListBook, sheet: Sheet) -> None:
    page = book.add_list(sheet.title, sheet.title, 24)
    last = HEADER_ROW + max(len(sheet.rows), 1)
    page.set_margins(**_MARGINS)
    page.set_footer("&C— &P —")
    page.autofilter(HEADER_ROW, 0, last, len(sheet.columns) - 1)
    page.hide_gridlines(2)
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
        fill = {"fill": _BLANK_FILL} if column.to_fill else {}
        book.head(page, number, column.heading, **fill)
        if column.choices:
            listed = {"validate": "list", "source": list(column.choices)}
            page.data_validation(FIRST_ROW, number, last, number, listed)
    for row, entries in enumerate(sheet.rows, FIRST_ROW):
        _put_row(page, row, entries, sheet.columns, book)


def _put_row(
    page: Worksheet,
    row: int,
    entries: Sequence[Entry],
    columns: Sequence[Column],
    book: ListBook,
) -> None:
    lines = 1
    for number, (column, entry) in enumerate(zip_longest(columns, entries)):
        _put(page, (row, number), entry, column, book)
        lines = max(lines, text_lines(_text(entry), column.width))
    page.set_row(row, min(lines * _LINE + 4, _HIGHEST_ROW))


def _text(entry: Entry) -> str:
    return entry.text if isinstance(entry, Tinted) else str(entry or "")


def _put(
    page: Worksheet, at: tuple[int, int], entry: Entry, column: Column, book: ListBook
) -> None:
    align = "center" if column.centred else "left"
    match entry:
        case None:
            fill = {"bg_color": _BLANK_FILL} if column.to_fill else {}
            page.write_blank(*at, None, book.cell(align=align, **fill))
        case int() | Decimal():
            align = "center" if column.centred else "right"
            page.write_number(*at, float(entry), book.cell(align=align))
        case Tinted():
            look = book.cell(
                align=align, font_color=entry.ink, bg_color=entry.ground, bold=True
            )
            page.write_string(*at, storable(entry.text), look)
        case str():
            page.write_string(
                *at, storable(entry)[:LONGEST_TEXT], book.cell(align=align)
            )
