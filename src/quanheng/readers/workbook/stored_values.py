"""Stored values of workbooks: every digit of a number, full dates (存储值).

Documents hold displayed values, registers stored ones. Rows hidden by a filter are
read as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.core.refusals import no_reader
from quanheng.office.package import Package
from quanheng.readers.detect import Format, detect
from quanheng.readers.workbook.cell_text import NumberStyles
from quanheng.readers.workbook.format_code import Kind, sections_of
from quanheng.readers.workbook.sheet import Sheet
from quanheng.readers.workbook.xls import OldWorkbook, damage_refused
from quanheng.readers.workbook.xlsx import Workbook

_LAST_DAY: Final = 2_958_466 - 1_462


@dataclass(frozen=True, slots=True)
class StoredSheet:
    """A sheet with stored values (工作表).

    Attributes:
        name: Its name.
        epoch: Day 0 of its date numbers.
        rows: Its rows from the first on, including blank ones.
        merged: Numbers of the rows, from 1, with a cell covered by a merged one above.
    """

    name: str
    epoch: datetime
    rows: Iterator[Sequence[str]]
    merged: frozenset[int]


def stored_sheets(data: bytes) -> Iterator[StoredSheet]:
    """The visible sheets of a workbook (xlsx or xls).

    Raises:
        UnreadableFileError: It is not a workbook, damaged, protected or too large.
    """
    found = detect(data)
    if found is Format.XLSX:
        yield from _stored(Workbook(Package(data)))
    elif found is Format.XLS:
        with damage_refused():
            yield from _stored(OldWorkbook(data))
    else:
        raise no_reader(
            Words(f"{found.value}，不是工作簿", f"{found.value}, no workbook")
        )


def _stored(book: Workbook | OldWorkbook) -> Iterator[StoredSheet]:
    styles = book.styles
    book.styles = _StoredStyles(styles.codes, styles.styles, styles.since_1904)
    for sheet in book.filled_sheets():
        yield StoredSheet(sheet.name, styles.epoch, _rows(sheet), _covered_rows(sheet))


def _covered_rows(sheet: Sheet) -> frozenset[int]:
    last = max((row for row, _ in sheet.texts), default=0)
    return frozenset(
        row + 1
        for top, _, bottom, _ in sheet.merges
        for row in range(top + 1, min(bottom, last) + 1)
    )


class _StoredStyles(NumberStyles):
    """Formats stored values, not displayed ones."""

    def text(self, value: float, style: int) -> str:
        """A number with 15 digits; a date as 2021-03-05, a percentage with %."""
        code = self.code(style)
        exact = Decimal(f"{value:.15g}")
        section = sections_of(code)[0]
        is_moment = section.has(Kind.DATE) and not section.has(Kind.ELAPSED)
        if is_moment and 0 < value < _LAST_DAY:
            return self._day(value)
        if "%" in code:
            return f"{plain(exact * 100)}%"
        # A number displayed as 0012 is an identifier, not an amount.
        shown = super().text(value, style)
        return shown if shown.isdecimal() and int(shown) == exact else plain(exact)

    def _day(self, value: float) -> str:
        moment = self.epoch + timedelta(seconds=round(value * 86_400))
        is_midnight = moment == datetime(moment.year, moment.month, moment.day)
        shape = "%Y-%m-%d" if is_midnight else "%Y-%m-%d %H:%M:%S"
        return moment.strftime(shape)


def _rows(sheet: Sheet) -> Iterator[Sequence[str]]:
    by_row: dict[int, list[tuple[int, str]]] = {}
    width = 0
    for (row, column), text in sheet.texts.items():
        by_row.setdefault(row, []).append((column, text))
        width = max(width, column + 1)
    for row in range(max(by_row, default=-1) + 1):
        cells = [""] * width
        for column, text in by_row.get(row, ()):
            cells[column] = text
        yield cells
