"""Shared formulas beside a table (共享公式)."""

from xlsxwriter.format import Format  # type: ignore[import-untyped]  # no types

from quanheng.document.table import Cell
from quanheng.writers.xlsx.addresses import Addresses, alike
from quanheng.writers.xlsx.alarms import runs
from quanheng.writers.xlsx.worksheet import FormSheet

Shown = tuple[Format, float | str]
"""The format of a cell, and its value for programs that don't compute."""


class SharedFormulas:
    """The formulas beside a table, each stored once (共享公式).

    For protected cells only: replacing the first one would remove the formula from the
    others.
    """

    def __init__(self, addresses: Addresses, top: int) -> None:
        self._addresses = addresses
        self._top = top
        self._places: dict[tuple[str, int], dict[int, Shown]] = {}

    def add(self, cell: Cell, formula: str, shown: Shown) -> None:
        """Add a cell."""
        key = alike(formula, cell.row, cell.column), cell.column
        self._places.setdefault(key, {})[cell.row] = shown

    def write(self, sheet: FormSheet) -> None:
        """Write the cells."""
        for (moving, column), cells in self._places.items():
            for first, last in runs(cells):
                formula = self._addresses.moving(moving, first, column)
                shown = [cells[row] for row in range(first, last + 1)]
                sheet.write_shared_formula(first + self._top, column, formula, shown)
