"""Conditional colours, with one rule for all cells alike (变色规则)."""

from collections.abc import Iterable, Iterator
from typing import Final

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # no types

from quanheng.document.live import Alarm, Tone
from quanheng.document.table import Cell
from quanheng.writers.xlsx.addresses import Addresses, alike
from quanheng.writers.xlsx.formats import Formats

_ORDER: Final = {tone: number for number, tone in enumerate(Tone)}


class Alarms:
    """The conditional formats of a sheet (变色规则)."""

    def __init__(self, addresses: Addresses, top: int) -> None:
        self._addresses = addresses
        self._top = top
        self._places: dict[tuple[Tone, str, int], list[int]] = {}

    def add(self, cell: Cell, alarms: Iterable[Alarm]) -> None:
        """Add the alarms of a cell."""
        for alarm in alarms:
            formula = alike(alarm.formula, cell.row, cell.column)
            key = alarm.tone, formula, cell.column
            self._places.setdefault(key, []).append(cell.row)

    def write(self, sheet: Worksheet, formats: Formats) -> None:
        """Write the rules, the most severe first."""
        rules = sorted(self._places.items(), key=lambda item: _ORDER[item[0][0]])
        for (tone, formula, column), rows in rules:
            for first, last in runs(rows):
                rule = {
                    "type": "formula",
                    "criteria": self._addresses.moving(formula, first, column),
                    "format": formats.tone(tone),
                    "stop_if_true": True,
                }
                area = first + self._top, column, last + self._top, column
                sheet.conditional_format(*area, rule)


def runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and last row of each run of consecutive rows.

    For scattered areas, programs disagree about the cell that a rule is relative to.
    """
    first = last = None
    for row in rows:
        if last is not None and first is not None and row != last + 1:
            yield first, last
            first = None
        first, last = row if first is None else first, row
    if first is not None and last is not None:
        yield first, last
