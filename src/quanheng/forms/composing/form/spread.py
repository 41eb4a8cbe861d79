"""Spreads the cells of a row over the columns of a wider grid (单元格铺排)."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from quanheng.document.table import Align
from quanheng.forms.composing.grid import Grid

_ROOMY: Final = ("level3", "target", "actual", "reason")
"""Columns that take the remaining width."""


class Text(NamedTuple):
    """Text, alignment and field of a cell (单元格文字)."""

    text: str
    align: Align = Align.LEFT
    field: str = ""


def label(text: str) -> Text:
    """A centred label."""
    return Text(text, Align.CENTER)


def put_row(grid: Grid, row: int, first: int, texts: Sequence[Text]) -> None:
    """Spread cells evenly over the columns from the first one given."""
    width, wider = divmod(grid.column_count - first, len(texts))
    column = first
    for number, (text, align, field) in enumerate(texts):
        columns = width + (number < wider)
        grid.put(text, row, column, columns=columns, align=align, field=field)
        column += columns


class Window(Grid):
    """A grid addressed by fewer, wider columns (并列网格).

    Args:
        grid: The grid that receives the cells.
        widths: The number of its columns that each column spans.
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
        """Place a text over an area, in columns of the window."""
        first, end = self._edges[column], self._edges[column + columns]
        area = {"rows": rows, "columns": end - first}
        self._grid.put(text, row, first, **area, align=align, field=field)


def widened(columns: Sequence[str], total: int) -> list[int]:
    """Widths of the block label and the indicator columns that fill a grid."""
    widths = [1, *(1 for _ in columns)]
    roomy = [n for n, name in enumerate(columns, 1) if name in _ROOMY] or [1]
    for number in range(total - len(widths)):
        widths[roomy[number % len(roomy)]] += 1
    return widths
