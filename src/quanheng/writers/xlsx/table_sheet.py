"""A table on its worksheet: cells, formulas, protection (表格工作表)."""

from typing import Final

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from quanheng.core.quantity import plain
from quanheng.document.live import Live
from quanheng.document.table import Align, Cell, Table
from quanheng.writers.characters import storable
from quanheng.writers.numbers import printed_number
from quanheng.writers.xlsx.addresses import Addresses
from quanheng.writers.xlsx.alarms import Alarms
from quanheng.writers.xlsx.checks import Checks
from quanheng.writers.xlsx.formats import Formats
from quanheng.writers.xlsx.shared import SharedFormulas
from quanheng.writers.xlsx.worksheet import FormSheet

_LIFELESS: Final = Live()
_GENERAL: Final = "General"
_TEXT: Final = "@"
_SHOWN_DIGITS: Final = 10
"""A longer number without a format may be displayed with an exponent."""
_ASIDE_WIDTH: Final = 12
_SENTENCE_WIDTH: Final = 46
_MAY: Final = {"format_columns": True, "format_rows": True}
"""Permissions on a protected sheet, which has no password."""


class TableSheet:
    """Writes a table to a worksheet, below ``top`` rows (表格)."""

    def __init__(
        self, book: xlsxwriter.Workbook, sheet: FormSheet, formats: Formats, top: int
    ) -> None:
        self._book = book
        self._sheet = sheet
        self._formats = formats
        self._top = top
        self._addresses = Addresses(top)
        self._alarms = Alarms(self._addresses, top)
        self._checks = Checks(self._addresses, top)
        self._shared = SharedFormulas(self._addresses, top)
        self._is_live = False

    def write(self, table: Table) -> None:
        """Write the table with its formulas, alarms and checks."""
        for cell in table.cells:
            self._put(cell, header=cell.row < table.header_rows)
        for cell in table.aside:
            self._put(cell, header=False, beside=True)
        self._shared.write(self._sheet)
        self._alarms.write(self._sheet, self._formats)
        self._checks.write(self._sheet)
        if table.aside:
            self._set_aside(table)
        if self._is_live:
            self._sheet.protect("", _MAY)
            # Colours are for the screen only.
            self._sheet.print_black_and_white()

    def _put(self, cell: Cell, *, header: bool, beside: bool = False) -> None:
        live = cell.live or _LIFELESS
        is_text = header or not cell.text or live.number == _TEXT
        number = None if is_text else printed_number(cell.text)
        pattern = live.number or (number.pattern if number else _TEXT)
        if live.is_open and not live.number and (live.limits or _is_plain(cell.text)):
            pattern = _GENERAL  # another number shows all its decimals
        style = self._formats.cell(
            cell.align, pattern, header=header, is_open=live.is_open
        )
        row, column = cell.row + self._top, cell.column
        if cell.row_span > 1 or cell.column_span > 1:
            last = row + cell.row_span - 1, column + cell.column_span - 1
            self._sheet.merge_range(row, column, *last, "", style)
        if live.formula:
            value = float(number.value) if number else storable(cell.text)
            if beside:
                self._shared.add(cell, live.formula, (style, value))
            else:
                formula = self._addresses.formula(live.formula, cell.row)
                self._sheet.write_formula(row, column, formula, style, value)
        elif number:
            self._sheet.write_number(row, column, float(number.value), style)
        elif cell.text:
            self._sheet.write_string(row, column, storable(cell.text), style)
        else:
            self._sheet.write_blank(row, column, None, style)
        if cell.live is not None:
            self._enliven(cell, cell.live)

    def _enliven(self, cell: Cell, live: Live) -> None:
        self._is_live = self._is_live or live.is_open or bool(live.formula)
        self._alarms.add(cell, live.alarms)
        self._checks.add(cell, live)
        if live.name:
            self._book.define_name(live.name, f"={self._named(cell, live)}")

    def _named(self, cell: Cell, live: Live) -> str:
        """The reference of a name: a list of words or a cell."""
        if live.words:
            quoted = (word.replace('"', '""') for word in live.words)
            return "{" + ";".join(f'"{word}"' for word in quoted) + "}"
        sheet = self._sheet.get_name().replace("'", "''")
        place = f"@[{cell.row},{cell.column}]"
        return f"'{sheet}'!{self._addresses.formula(place, cell.row)}"

    def _set_aside(self, table: Table) -> None:
        """Hide columns that only formulas use; others are visible but not printed."""
        shown = {c.column for c in table.aside if not (c.live and c.live.is_hidden)}
        sentences = {c.column for c in table.aside if c.align is Align.LEFT}
        for column in {cell.column for cell in table.aside}:
            if column in shown:
                width = _SENTENCE_WIDTH if column in sentences else _ASIDE_WIDTH
                self._sheet.set_column(column, column, width)
            else:
                self._sheet.set_column(column, column, None, None, {"hidden": True})


def _is_plain(text: str) -> bool:
    """Whether a number is written as displayed without a format."""
    number = printed_number(text) if 0 < len(text) <= _SHOWN_DIGITS else None
    return number is not None and plain(number.value) == text
