"""Data validation, with one rule for all cells alike (数据验证)."""

from typing import Any, Final

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from quanheng.document.live import Live
from quanheng.document.table import Cell
from quanheng.writers.xlsx.addresses import Addresses, alike
from quanheng.writers.xlsx.alarms import runs

_ERROR: Final = "请输入数字（金额不得为负，得分不得超过分值）"

_Key = tuple[tuple[str, ...], tuple[str, ...], str, bool, int]


class Checks:
    """The pick lists, limits and hints of a sheet (数据验证)."""

    def __init__(self, addresses: Addresses, top: int) -> None:
        self._addresses = addresses
        self._top = top
        self._rows: dict[_Key, list[int]] = {}

    def add(self, cell: Cell, live: Live) -> None:
        """Add the rules for a cell."""
        if not (live.choices or live.limits or live.hint):
            return
        limits = tuple(alike(one, cell.row, cell.column) for one in live.limits or ())
        key = live.choices, limits, live.hint, live.is_strict, cell.column
        self._rows.setdefault(key, []).append(cell.row)

    def write(self, sheet: Worksheet) -> None:
        """Write the rules."""
        for key, rows in self._rows.items():
            column = key[-1]
            for first, last in runs(rows):
                area = first + self._top, column, last + self._top, column
                sheet.data_validation(*area, self._rule(key, first))

    def _rule(self, key: _Key, row: int) -> dict[str, Any]:
        choices, limits, hint, is_strict, column = key
        rule: dict[str, Any] = {"validate": "any"}
        if choices:
            rule = {"validate": "list", "source": list(choices)}
        elif limits:
            low, high = (self._addresses.moving(one, row, column) for one in limits)
            rule = {
                "validate": "decimal",
                "criteria": "between",
                "minimum": low,
                "maximum": high,
                "error_title": "请填数字",
                "error_message": _ERROR,
            }
        if not is_strict:
            rule["show_error"] = False
        if hint:
            rule["input_message"] = hint
        return rule
