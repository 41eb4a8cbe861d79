"""Workbooks to be filled in by hand (填报工作簿).

A sheet has a frozen heading, pick lists, number and date formats, and input messages.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from xlsxwriter.format import Format  # type: ignore[import-untyped]  # no types
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from quanheng.writers.characters import display_width, storable
from quanheng.writers.list_book import BLACK, FIRST_ROW, TITLE_ROW, ListBook

_LAST_ROW: Final = 5000
"""The last row with formats and checks."""
_REQUIRED_FILL: Final = "#FDEFD8"
_SAMPLE_INK: Final = "#8A939B"
_LONGEST_LIST: Final = 255
"""Most characters of a pick list that programs accept."""
_LONGEST_NOTE: Final = 255
_LONGEST_TITLE: Final = 32
_WIDTHS: Final = (10, 32)


@dataclass(frozen=True, slots=True)
class EntryColumn:
    """A column to fill in (填报列).

    Attributes:
        heading: Its heading.
        required: Whether it must be filled in.
        pattern: Its number format; ``@`` keeps everything a text.
        choices: The texts to choose from.
        strict: Whether only the choices may be entered.
        note: Input message.
        sample: Its value in the sample row.
        width: Its least width in characters.
    """

    heading: str
    required: bool = False
    pattern: str = "@"
    choices: tuple[str, ...] = ()
    strict: bool = False
    note: str = ""
    sample: str | int | date = ""
    width: int = 12


@dataclass(frozen=True, slots=True)
class EntrySheet:
    """A sheet to fill in (填报表).

    Attributes:
        name: Its name.
        title: Its printed title.
        mark: Identifies the template; printed next to the title.
        columns: Its columns.
    """

    name: str
    title: str
    mark: str
    columns: tuple[EntryColumn, ...]


@dataclass(frozen=True, slots=True)
class NoteSheet:
    """A sheet of explanations: lines with a bold word and a text (说明表)."""

    name: str
    lines: Sequence[tuple[str, str]]


def write_entry_book(
    sheets: Iterable[EntrySheet], notes: NoteSheet, title: str
) -> bytes:
    """A workbook to fill in, with explanations on the last sheet."""
    book = ListBook(title, valign="vcenter")
    for sheet in sheets:
        _write_sheet(book, sheet)
    _write_notes(book, notes)
    return book.saved()


def _write_sheet(book: ListBook, sheet: EntrySheet) -> None:
    last = len(sheet.columns) - 1
    page = book.add_list(sheet.name, sheet.title, 28)
    mark = book.look(font_size=8, font_color=_SAMPLE_INK, align="right")
    page.write_string(TITLE_ROW, max(last, 1), sheet.mark, mark)
    for number, column in enumerate(sheet.columns):
        _write_column(page, number, column, book)


def _write_column(
    page: Worksheet, number: int, column: EntryColumn, book: ListBook
) -> None:
    text = f"{column.heading} *" if column.required else column.heading
    narrowest, widest = _WIDTHS
    width = min(max(column.width, display_width(text) + 2, narrowest), widest)
    entry = book.look(num_format=column.pattern)
    page.set_column(number, number, width, entry)
    fill = {"fill": _REQUIRED_FILL} if column.required else {}
    book.head(page, number, text, **fill)
    sample = book.look(num_format=column.pattern, font_color=_SAMPLE_INK, italic=True)
    _write_sample(page, number, column.sample, sample)
    if check := _check(column):
        page.data_validation(FIRST_ROW, number, _LAST_ROW, number, check)


def _write_sample(
    page: Worksheet, number: int, sample: str | int | date, look: Format
) -> None:
    match sample:
        case date():
            moment = datetime(sample.year, sample.month, sample.day)
            page.write_datetime(FIRST_ROW, number, moment, look)
        case int():
            page.write_number(FIRST_ROW, number, sample, look)
        case str() if sample:
            page.write_string(FIRST_ROW, number, storable(sample), look)


def _check(column: EntryColumn) -> dict[str, Any]:
    """The data validation and input message of a column."""
    check: dict[str, Any] = {}
    if column.note:
        check["input_title"] = column.heading[:_LONGEST_TITLE]
        check["input_message"] = column.note[:_LONGEST_NOTE]
    if column.choices and len(",".join(column.choices)) <= _LONGEST_LIST:
        kind = "stop" if column.strict else "information"
        listed = {"validate": "list", "source": list(column.choices)}
        return check | listed | {"error_type": kind, "show_error": column.strict}
    return check | {"validate": "any"} if check else {}


def _write_notes(book: ListBook, notes: NoteSheet) -> None:
    page = book.add_page(notes.name)
    page.set_column(0, 0, 18)
    page.set_column(1, 1, 90)
    page.hide_gridlines(2)
    word = book.look(font_name=BLACK, valign="top", text_wrap=True)
    text = book.look(text_wrap=True, valign="top")
    for row, (heading, line) in enumerate(notes.lines):
        page.write_string(row, 0, storable(heading), word)
        page.write_string(row, 1, storable(line), text)
        page.set_row(row, 15 * max(1, -(-display_width(line) // 88)) + 4)
