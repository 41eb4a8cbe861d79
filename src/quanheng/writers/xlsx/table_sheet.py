"""A table on its worksheet: cells, formulas, choices, colours (表格工作表)."""

import re
from functools import lru_cache
from typing import Final

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from quanheng.core.quantity import plain
from quanheng.document.live import Live
from quanheng.document.table import Cell, Table
from quanheng.writers.characters import storable
from quanheng.writers.numbers import printed_number
from quanheng.writers.xlsx.looks import Looks

_PLACE: Final = re.compile(r"@\[(\d+),(\d+)\]")
_LIFELESS: Final = Live()
_GENERAL: Final = "General"
_TEXT: Final = "@"
_ASIDE_WIDTH: Final = 12
_ADVICE_WIDTH: Final = 40
"""Columns beside the table: figures, and sentences."""
_MAY: Final = {
    "format_columns": True,
    "format_rows": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}
"""What a person may do on a protected sheet; there is no password."""


class TableSheet:
    """A table being written onto a worksheet, below lines of text (表格)."""

    def __init__(
        self, book: xlsxwriter.Workbook, sheet: Worksheet, looks: Looks, top: int
    ) -> None:
        self._book = book
        self._sheet = sheet
        self._looks = looks
        self._top = top
        self._is_live = False

    def write(self, table: Table) -> None:
        """Write the table with what its cells do."""
        for cell in table.cells:
            self._put(cell, header=cell.row < table.header_rows)
        for cell in table.aside:
            self._put(cell, header=False)
        if table.aside:
            self._set_aside(table)
        if self._is_live:
            self._sheet.protect("", _MAY)

    def _put(self, cell: Cell, *, header: bool) -> None:
        live = cell.live or _LIFELESS
        number = printed_number(cell.text) if cell.text and not header else None
        pattern = live.number or (number.pattern if number else _TEXT)
        if (number and live.is_open and str(number.value) == cell.text) or live.limits:
            pattern = live.number or _GENERAL
        style = self._looks.cell(
            cell.align, pattern, header=header, is_open=live.is_open
        )
        row, column = cell.row + self._top, cell.column
        if cell.row_span > 1 or cell.column_span > 1:
            last = row + cell.row_span - 1, column + cell.column_span - 1
            self._sheet.merge_range(row, column, *last, "", style)
        value = float(number.value) if number else storable(cell.text)
        if live.formula:
            self._sheet.write_formula(
                row, column, self._formula(live.formula), style, value
            )
        elif number:
            self._sheet.write_number(row, column, value, style)
        elif cell.text:
            self._sheet.write_string(row, column, value, style)
        else:
            self._sheet.write_blank(row, column, None, style)
        if cell.live is not None:
            self._enliven(cell, cell.live)

    def _enliven(self, cell: Cell, live: Live) -> None:
        self._is_live = self._is_live or live.is_open or bool(live.formula)
        row, column = cell.row + self._top, cell.column
        if checks := self._checks(live):
            self._sheet.data_validation(row, column, row, column, checks)
        area = row, column, row + cell.row_span - 1, column + cell.column_span - 1
        for alarm in live.alarms:
            rule = {
                "type": "formula",
                "criteria": self._formula(alarm.formula),
                "format": self._looks.tone(alarm.tone),
                "stop_if_true": True,
            }
            self._sheet.conditional_format(*area, rule)
        if live.name:
            self._book.define_name(live.name, f"={self._named(row, column, live)}")

    def _named(self, row: int, column: int, live: Live) -> str:
        """What a name stands for: a list of words, one below the other, or a cell."""
        if live.words:
            quoted = (word.replace('"', '""') for word in live.words)
            return "{" + ";".join(f'"{word}"' for word in quoted) + "}"
        sheet = self._sheet.get_name().replace("'", "''")
        return f"'{sheet}'!{_address(row, column)}"

    def _checks(self, live: Live) -> dict[str, object]:
        """What may be entered, and what a person is told before."""
        checks: dict[str, object] = {}
        if live.choices:
            checks = {"validate": "list", "source": list(live.choices)}
        elif live.limits:
            low, high = live.limits
            checks = {
                "validate": "decimal",
                "criteria": "between",
                "minimum": self._formula(low),
                "maximum": self._formula(high),
                "error_title": "请填数字",
                "error_message": "应为规定范围内的数字",
            }
        elif live.hint:
            checks = {"validate": "any"}
        if checks and not live.is_strict:
            checks["show_error"] = False
        if live.hint:
            checks["input_message"] = live.hint
        return checks

    def _formula(self, formula: str) -> str:
        """A formula with the addresses of this sheet."""
        return f"={_PLACE.sub(self._address, formula)}"

    def _address(self, match: re.Match[str]) -> str:
        return _address(int(match[1]) + self._top, int(match[2]))

    def _set_aside(self, table: Table) -> None:
        """Hide the columns that only formulas need; the rest is shown, not printed."""
        shown = {c.column for c in table.aside if not (c.live and c.live.is_hidden)}
        for column in sorted({cell.column for cell in table.aside}):
            if column in shown:
                self._sheet.set_column(column, column, _ASIDE_WIDTH)
            else:
                self._sheet.set_column(column, column, None, None, {"hidden": True})
        last = self._top + table.row_count - 1
        self._sheet.print_area(0, 0, last, table.column_count - 1)


@lru_cache(maxsize=16384)
def _address(row: int, column: int) -> str:
    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))


def _is_plain(text: str) -> bool:
    """Whether a number is written as a cell without a format shows it."""
    number = printed_number(text)
    return number is not None and plain(number.value) == text
