"""Tables of web pages as grids: spans, row groups, nesting (表格)."""

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
"""Largest column span that browsers allow."""

Rows = list[list[etree._Element]]


def rows_in_groups(table: etree._Element) -> list[Rows]:
    """The visible cells of a table by group and row, head first and foot last."""
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

    A cell takes the first free place of its row. Its span ends at an occupied place,
    at the end of its row group and at the edge of the table.

    Args:
        groups: Its cells by group and row.
        texts: The texts of the cells in the same order.
        budget: The grid places left for the file.

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
    """Put a cell at the first free place of its row.

    Args:
        cell: The cell.
        text: Its text.
        place: Its row, and the column where the previous cell ends.
        rows_left: Rows of the group from this one on.
        reaching: Occupied rows from this one on, by column.
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
    """Cut the table to the columns where a cell begins or that every row reaches."""
    begun = max((area.column + 1 for area in grid.areas), default=0)
    width = max(begun, min(extents, default=0))
    for area in grid.areas:
        area.column_span = min(area.column_span, width - area.column)
    grid.column_count = width
