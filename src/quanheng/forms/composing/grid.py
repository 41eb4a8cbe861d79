"""Build a table cell by cell (表格拼装)."""

from typing import Final

from quanheng.document.table import Align, Cell, Table

_COLUMNS_ACROSS: Final = 9
"""Columns that an upright page leaves only five characters for."""
_TEXT_COLUMNS_ACROSS: Final = 7
REMARK: Final = "remarks"
"""The field of a further labelled cell and of its label."""
_TEXT_ACROSS: Final = 60
"""Characters of a row that make it many lines high."""


def is_wide(table: Table) -> bool:
    """Whether a table needs a landscape page (横排)."""
    if table.column_count < _TEXT_COLUMNS_ACROSS:
        return False
    return table.column_count >= _COLUMNS_ACROSS or any(
        sum(len(cell.text) for cell in set(filter(None, row))) > _TEXT_ACROSS
        for row in table.grid
    )


class Grid:
    """A table built row by row, with cells put at their places (表格网格)."""

    def __init__(self, column_count: int) -> None:
        self.column_count = column_count
        self.row_count = 0
        self._cells: list[Cell] = []

    def add_row(self) -> int:
        """A new row below the others; its number."""
        self.row_count += 1
        return self.row_count - 1

    def put(
        self,
        text: str,
        row: int,
        column: int,
        *,
        rows: int = 1,
        columns: int = 1,
        align: Align = Align.LEFT,
        field: str = "",
    ) -> None:
        """Place a text over an area of rows and columns.

        ``field`` names the field of the report that the cell holds.
        """
        self._cells.append(Cell(text, row, column, rows, columns, align, field=field))

    def label(
        self,
        text: str,
        row: int,
        column: int,
        *,
        rows: int = 1,
        columns: int = 1,
        field: str = "",
    ) -> None:
        """Place a centred label over an area."""
        spans = {"rows": rows, "columns": columns}
        self.put(text, row, column, **spans, align=Align.CENTER, field=field)

    def table(self, header_rows: int = 0) -> Table:
        """The finished table."""
        cells = sorted(self._cells, key=lambda cell: (cell.row, cell.column))
        return Table(tuple(cells), self.row_count, self.column_count, header_rows)
