"""Tables of pages as true grids (表格): spans, groups and nested tables."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from quanheng.readers.grid import Area, Grid
from quanheng.readers.html.elements import is_shown
from quanheng.readers.limits import PlaceBudget

_GROUPS: Final = ("thead", "tbody", "tfoot")
_CELLS: Final = frozenset({"td", "th"})
_WHOLE: Final = re.compile(r"\s*(\d{1,9})")
_LONGEST_SPAN: Final = 1000
"""Columns of one cell that browsers allow."""

Rows = list[list[etree._Element]]


def rows_in_groups(table: etree._Element) -> list[Rows]:
    """The cells of a table by group and row, head first and foot last.

    Rows and cells that are not shown are left out.
    """
    groups: dict[str, list[Rows]] = {name: [] for name in _GROUPS}
    loose: Rows | None = None
    for child in filter(is_shown, table):
        if child.tag in _GROUPS:
            rows = [_cells(row) for row in filter(is_shown, child) if row.tag == "tr"]
            groups[child.tag].append(rows)
            loose = None
        elif child.tag == "tr":
            if loose is None:
                loose = []
                groups["tbody"].append(loose)
            loose.append(_cells(child))
    return [rows for name in _GROUPS for rows in groups[name] if rows]


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in filter(is_shown, row) if cell.tag in _CELLS]


def lay_out(groups: Sequence[Rows], texts: Iterator[str], budget: PlaceBudget) -> Grid:
    """The grid of a table.

    A cell takes the first free place of its row. It ends where another one stands
    in its way, at the end of its group of rows, and where the table ends, which a
    span too wide does not widen.

    Args:
        groups: Its cells by group and row.
        texts: The texts of the cells in the same order.
        budget: What the file may still spend.

    Raises:
        UnreadableFileError: The tables of the file are too large.
    """
    grid, extents = Grid(), list[int]()
    for rows in groups:
        reaching: list[int] = []
        for number, row in enumerate(rows):
            left = len(rows) - number
            column = 0
            for cell in row:
                area = _area(
                    cell, next(texts), (grid.row_count, column), left, reaching
                )
                budget.spend(area.column_span)
                grid.areas.append(area)
                column = area.column + area.column_span
            budget.spend(len(reaching) + 1)
            extents.append(len(reaching))
            reaching = [max(0, rest - 1) for rest in reaching]
            while reaching and not reaching[-1]:
                reaching.pop()
            grid.end_row(0)
    _cut(grid, extents)
    return grid


def _area(
    cell: etree._Element,
    text: str,
    place: tuple[int, int],
    rows_left: int,
    reaching: list[int],
) -> Area:
    """The area of a cell at the first free place of its row, which it takes.

    Args:
        cell: The cell.
        text: Its text.
        place: Its row, and the column where the cell before it ends.
        rows_left: Rows of the group from this one on.
        reaching: Rows from this one on that are taken, by column.
    """
    row, column = place
    while column < len(reaching) and reaching[column]:
        column += 1
    down = min(_span(cell.get("rowspan"), 1) or rows_left, rows_left)
    across = min(_span(cell.get("colspan"), 1) or 1, _LONGEST_SPAN)
    end = column
    while end < column + across and (end >= len(reaching) or not reaching[end]):
        end += 1
    reaching += [0] * (end - len(reaching))
    reaching[column:end] = [down] * (end - column)
    return Area(text, row, column, down, end - column)


def _span(value: str | None, otherwise: int) -> int:
    match = _WHOLE.match(value or "")
    return int(match[1]) if match else otherwise


def _cut(grid: Grid, extents: Sequence[int]) -> None:
    """Settle the width: columns where no cell begins and not every row reaches."""
    begun = max((area.column + 1 for area in grid.areas), default=0)
    width = max(begun, min(extents, default=0))
    for area in grid.areas:
        area.column_span = min(area.column_span, width - area.column)
    grid.column_count = width
