"""Cells of one row over the columns of a wider grid (单元格铺排)."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from quanheng.document.table import Align
from quanheng.forms.composing.grid import Grid

_ROOMY: Final = ("level3", "target", "actual", "reason")
"""Columns that take the width which the indicators leave over."""


class Text(NamedTuple):
    """What a cell says and how it is set (单元格文字)."""

    text: str
    align: Align = Align.LEFT
    field: str = ""


def label(text: str) -> Text:
    """A label: centred."""
    return Text(text, Align.CENTER)


def put_row(grid: Grid, row: int, first: int, texts: Sequence[Text]) -> None:
    """Spread cells evenly over the columns from a first one on."""
    column = first
    for cell, width in zip(
        texts, _even(grid.column_count - first, len(texts)), strict=True
    ):
        grid.put(
            cell.text, row, column, columns=width, align=cell.align, field=cell.field
        )
        column += width


def _even(total: int, count: int) -> list[int]:
    base, over = divmod(total, count)
    return [base + (number < over) for number in range(count)]


class Window(Grid):
    """A grid seen through fewer, wider columns (并列网格).

    Args:
        grid: The grid that the cells go to.
        widths: How many of its columns each column here takes.
    """

    def __init__(self, grid: Grid, widths: Sequence[int]) -> None:
        super().__init__(len(widths))
        self.row_count = grid.row_count
        self._grid = grid
        self._edges = [0, *accumulate(widths)]

    def add_row(self) -> int:
        """A new row below the others; its number."""
        self.row_count += 1
        return self._grid.add_row()

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
        """Place a text over an area of the columns seen here."""
        first, end = self._edges[column], self._edges[column + columns]
        area = {"rows": rows, "columns": end - first}
        self._grid.put(text, row, first, **area, align=align, field=field)


def widened(columns: Sequence[str], total: int) -> list[int]:
    """Widths of a block label and indicator columns that fill a grid."""
    widths = [1, *(1 for _ in columns)]
    roomy = [n for n, name in enumerate(columns, 1) if name in _ROOMY] or [1]
    for number in range(total - len(widths)):
        widths[roomy[number % len(roomy)]] += 1
    return widths
