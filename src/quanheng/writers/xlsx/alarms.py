"""Conditional colours, one rule for all cells that have the same (变色规则)."""

from collections.abc import Iterable
from typing import Final

from xlsxwriter.utility import (  # type: ignore[import-untyped]  # it ships no types
    xl_rowcol_to_cell,
)
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from quanheng.document.live import Alarm, Tone
from quanheng.document.table import Cell
from quanheng.writers.xlsx.addresses import Addresses, alike
from quanheng.writers.xlsx.looks import Looks

_ORDER: Final = {tone: number for number, tone in enumerate(Tone)}
Place = tuple[int, int]


class Alarms:
    """The faults that the cells of a sheet show by colour (变色规则)."""

    def __init__(self, addresses: Addresses, top: int) -> None:
        self._addresses = addresses
        self._top = top
        self._places: dict[tuple[str, Tone], list[Place]] = {}

    def add(self, cell: Cell, alarms: Iterable[Alarm]) -> None:
        """Take the faults of a cell."""
        place = cell.row, cell.column
        for alarm in alarms:
            key = alike(alarm.formula, *place), alarm.tone
            self._places.setdefault(key, []).append(place)

    def write(self, sheet: Worksheet, looks: Looks) -> None:
        """Write the rules, the graver ones first."""
        rules = sorted(self._places.items(), key=lambda item: _ORDER[item[0][1]])
        for (formula, tone), places in rules:
            row, column = places[0]
            rule = {
                "type": "formula",
                "criteria": self._addresses.moving(formula, row, column),
                "format": looks.tone(tone),
                "stop_if_true": True,
                "multi_range": " ".join(map(self._address, places)),
            }
            sheet.conditional_format(
                row + self._top, column, row + self._top, column, rule
            )

    def _address(self, place: Place) -> str:
        return str(xl_rowcol_to_cell(place[0] + self._top, place[1]))
