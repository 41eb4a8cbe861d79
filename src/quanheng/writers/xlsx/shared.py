"""Formulas beside a table, one for all rows that have the same (共享公式)."""

from xlsxwriter.format import Format  # type: ignore[import-untyped]  # no types

from quanheng.document.table import Cell
from quanheng.writers.xlsx.addresses import Addresses, alike
from quanheng.writers.xlsx.alarms import runs
from quanheng.writers.xlsx.worksheet import FormSheet

Shown = tuple[Format, float | str]
"""How a cell is set, and its value for programs that don't compute."""


class SharedFormulas:
    """The formulas beside a table; each long one is stored once (共享公式).

    Only for cells that nobody edits: whoever replaces the first one in the file would
    take the formula from the others.
    """

    def __init__(self, addresses: Addresses, top: int) -> None:
        self._addresses = addresses
        self._top = top
        self._places: dict[tuple[str, int], dict[int, Shown]] = {}

    def add(self, cell: Cell, formula: str, shown: Shown) -> None:
        """Take a cell."""
        key = alike(formula, cell.row, cell.column), cell.column
        self._places.setdefault(key, {})[cell.row] = shown

    def write(self, sheet: FormSheet) -> None:
        """Write the cells."""
        for (moving, column), cells in self._places.items():
            for first, last in runs(cells):
                formula = self._addresses.moving(moving, first, column)
                shown = [cells[row] for row in range(first, last + 1)]
                sheet.write_shared_formula(first + self._top, column, formula, shown)
