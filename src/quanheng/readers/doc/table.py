"""Tables of old Word files as grids (表格)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from quanheng.document.table import Table
from quanheng.readers.doc.rows import Row, complete_edges, grid_columns
from quanheng.readers.grid import Area, Grid
from quanheng.readers.limits import PlaceBudget


@dataclass(slots=True)
class OpenTable:
    """A table while its paragraphs are read.

    Attributes:
        rows: The finished rows, with the texts of their cells.
        cells: The texts of the open row.
        lines: The paragraphs of the open cell.
        nested: The tables in its cells.
    """

    rows: list[tuple[Row, list[str]]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    nested: list["OpenTable"] = field(default_factory=list)

    def end_cell(self) -> None:
        """End the open cell."""
        self.cells.append("\n".join(self.lines).strip())
        self.lines = []

    def end_row(self, row: Row, *, deleted: bool = False) -> None:
        """End the open row; a deleted one is dropped."""
        if any(self.lines):
            self.end_cell()
        if self.cells and not deleted:
            self.rows.append((row, self.cells))
        self.cells, self.lines = [], []


class Tables:
    """Builds the tables of one document, nested ones after the containing one."""

    def __init__(self) -> None:
        self._budget = PlaceBudget()
        self._count = 0

    def close(self, outermost: OpenTable) -> Iterator[Table]:
        """A finished table, then those nested in its cells.

        Raises:
            UnreadableFileError: The tables are too large.
        """
        waiting = [outermost]
        while waiting:
            table = waiting.pop()
            # In a truncated file the last row is not ended.
            table.end_row(Row())
            waiting += reversed(table.nested)
            if table.rows:
                self._count += 1
                yield self._table(table)

    def _table(self, table: OpenTable) -> Table:
        edges = [complete_edges(row, len(cells)) for row, cells in table.rows]
        columns = grid_columns(edges)
        width = max(columns.values())
        self._budget.spend(len(table.rows) * (width + 1))
        grid = Grid()
        for (row, cells), own in zip(table.rows, edges, strict=True):
            _place_row(grid, row, cells, [columns[edge] for edge in own])
        return grid.table(self._count)


def _place_row(grid: Grid, row: Row, cells: list[str], columns: list[int]) -> None:
    last: Area | None = None
    for number, text in enumerate(cells):
        column = columns[number]
        span = columns[number + 1] - column
        if last is not None and row.continues_left(number):
            last.column_span += span
            last.text = "\n".join(part for part in (last.text, text) if part)
        else:
            last = grid.place(
                text,
                column,
                span,
                merged=row.is_merged_down(number),
                continues=row.continues_above(number),
            )
    grid.end_row(columns[-1])
