"""Tables as grids (表格)."""

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from quanheng.core.source import WHOLE_FILE, Source
from quanheng.document.live import Live


class Align(StrEnum):
    """Horizontal alignment of a cell's text (对齐)."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with the grid area it covers (单元格).

    Attributes:
        text: Its text with line breaks, without outer blanks.
        row: First grid row, from 0.
        column: First grid column, from 0.
        row_span: Rows covered.
        column_span: Columns covered.
        align: For writers; readers leave it at LEFT.
        at: Its place, counted from 1.
        live: Its behaviour while a form is filled in; for writers that compute.
        field: The field of the record that it holds: ``budget.annual.total``;
            ``indicators.target`` of the indicator of its row. Readers leave it empty.
    """

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    align: Align = Align.LEFT
    at: Source = WHOLE_FILE
    live: Live | None = dataclasses.field(default=None, hash=False)
    field: str = ""


@dataclass(frozen=True)
class Table:
    """A table with its cells in reading order (表格).

    Attributes:
        cells: The cells by row, then column; a merged cell once, at its upper left
            corner.
        row_count: Rows of the grid.
        column_count: Columns of the grid.
        header_rows: Rows at the top that repeat at a page break; for writers.
        inner_header: A row further down that repeats instead; for writers.
        widths: Relative column widths; for writers, empty = equal.
        at: Its place.
        aside: Cells right of the grid that are not printed; for writers that compute.
        one_page: Whether to reduce its size rather than split it; for writers.
        step: Number of size steps down; for writers that set pages.
        continues: Whether it is the rest of a table, on a new page (续表).
        spare_rows: Rows hidden until they are needed; for writers that compute.
        is_for_screen: Whether it explains a form and is not printed; for writers that
            compute.
        project: Index of the project that its fields belong to.
    """

    cells: tuple[Cell, ...]
    row_count: int
    column_count: int
    header_rows: int = 0
    widths: tuple[float, ...] = ()
    at: Source = WHOLE_FILE
    aside: tuple[Cell, ...] = dataclasses.field(default=(), hash=False)
    inner_header: int | None = None
    one_page: bool = False
    step: int = 0
    continues: bool = False
    spare_rows: frozenset[int] = frozenset()
    is_for_screen: bool = False
    project: int = 0

    @cached_property
    def grid(self) -> tuple[tuple[Cell | None, ...], ...]:
        """The cell that covers each place: ``grid[row][column]``.

        A merged area has the same object throughout; None where a ragged row has no
        cell.
        """
        rows: list[list[Cell | None]] = [
            [None] * self.column_count for _ in range(self.row_count)
        ]
        for cell in self.cells:
            for row in rows[cell.row : cell.row + cell.row_span]:
                for column in range(
                    cell.column, min(cell.column + cell.column_span, self.column_count)
                ):
                    row[column] = cell
        return tuple(tuple(row) for row in rows)
