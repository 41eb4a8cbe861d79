"""Tables built row by row from merge marks (网格)."""

from dataclasses import dataclass

from quanheng.core.source import Source
from quanheng.document.table import Cell, Table


@dataclass(slots=True)
class Area:
    """A cell whose spans may still grow (单元格区域)."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class Grid:
    """A table being read.

    Attributes:
        areas: Its cells by row, then column.
        row_count: Number of finished rows.
        column_count: Columns of the widest row so far.
    """

    def __init__(self) -> None:
        self.areas: list[Area] = []
        self.row_count = 0
        self.column_count = 0
        self._reaching_down: dict[int, Area] = {}
        self._open_above: dict[int, Area] = {}
        """Column → the merged area that reaches the row above."""

    def place(
        self,
        text: str,
        column: int,
        span: int,
        *,
        merged: bool = False,
        continues: bool = False,
    ) -> Area:
        """Add a cell to the current row, or extend the cell above downwards.

        Args:
            text: Its text; ignored when the cell above is extended.
            column: Its first grid column.
            span: Number of its grid columns.
            merged: Whether it belongs to a vertical merge.
            continues: Whether that merge began further up.
        """
        area = self._open_above.get(column) if continues else None
        if area is not None and area.column_span == span:
            area.row_span += 1
        else:
            area = Area(text, self.row_count, column, column_span=span)
            self.areas.append(area)
        if merged:
            self._reaching_down[column] = area
        return area

    def end_row(self, width: int) -> None:
        """End the current row, ``width`` grid columns wide."""
        self.column_count = max(self.column_count, width)
        self.row_count += 1
        self._open_above, self._reaching_down = self._reaching_down, {}

    def table(self, number: int) -> Table:
        """The table, given its number in the file."""
        cells = tuple(
            Cell(
                area.text,
                area.row,
                area.column,
                area.row_span,
                area.column_span,
                at=Source(table=number, row=area.row + 1, column=area.column + 1),
            )
            for area in self.areas
        )
        return Table(cells, self.row_count, self.column_count, at=Source(table=number))
