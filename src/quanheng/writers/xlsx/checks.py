"""What may be entered, one rule for all cells that have the same (数据验证)."""

from typing import Any

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from quanheng.document.live import Live
from quanheng.document.table import Cell
from quanheng.writers.xlsx.addresses import Addresses, alike

Place = tuple[int, int]
_Key = tuple[tuple[str, ...], tuple[str, ...], str, bool]


class Checks:
    """Pick lists, limits and hints of a sheet (数据验证)."""

    def __init__(self, addresses: Addresses, top: int) -> None:
        self._addresses = addresses
        self._top = top
        self._places: dict[_Key, list[Place]] = {}

    def add(self, cell: Cell, live: Live) -> None:
        """Take what may be entered into a cell."""
        if not (live.choices or live.limits or live.hint):
            return
        place = cell.row, cell.column
        limits = tuple(alike(limit, *place) for limit in live.limits or ())
        key = live.choices, limits, live.hint, live.is_strict
        self._places.setdefault(key, []).append(place)

    def write(self, sheet: Worksheet) -> None:
        """Write the rules."""
        for key, places in self._places.items():
            row, column = places[0]
            rule = self._rule(key, row, column)
            rule["other_cells"] = [
                [row + self._top, column, row + self._top, column]
                for row, column in places[1:]
            ]
            first = row + self._top, column
            sheet.data_validation(*first, *first, rule)

    def _rule(self, key: _Key, row: int, column: int) -> dict[str, Any]:
        choices, limits, hint, is_strict = key
        rule: dict[str, Any] = {"validate": "any"}
        if choices:
            rule = {"validate": "list", "source": list(choices)}
        elif limits:
            low, high = (self._addresses.moving(part, row, column) for part in limits)
            rule = {
                "validate": "decimal",
                "criteria": "between",
                "minimum": low,
                "maximum": high,
                "error_title": "请填数字",
                "error_message": "应为规定范围内的数字",
            }
        if not is_strict:
            rule["show_error"] = False
        if hint:
            rule["input_message"] = hint
        return rule
