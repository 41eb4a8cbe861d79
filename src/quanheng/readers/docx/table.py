"""Tables as true grids (表格): spans, merges and nested tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from quanheng.core.source import Source
from quanheng.document.table import Cell, Table
from quanheng.readers.docx import names as w
from quanheng.readers.docx.paragraphs import Paragraphs
from quanheng.readers.limits import PlaceBudget
from quanheng.readers.refusals import nested_too_deeply

DEEPEST_TABLE: Final = 20
"""Tables inside tables: forms nest one or two."""


@dataclass(slots=True)
class _Area:
    """A cell while its spans still grow."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(slots=True)
class _Properties:
    span: int = 1
    is_merged: bool = False
    continues_above: bool = False
    continues_left: bool = False


@dataclass(slots=True)
class _Grid:
    areas: list[_Area] = field(default_factory=list)
    nested: list[etree._Element] = field(default_factory=list)
    row_count: int = 0
    column_count: int = 0
    open_above: dict[int, _Area] = field(default_factory=dict)
    """Column → the merged area that reaches down to the row above."""


class Tables:
    """Reads the tables of one document in order, nested ones included."""

    def __init__(self, paragraphs: Paragraphs) -> None:
        self._paragraphs = paragraphs
        self._budget = PlaceBudget()
        self._count = 0

    def read(self, element: etree._Element) -> Iterator[Table]:
        """A table, then those nested in its cells, each before its own nested ones.

        Args:
            element: A ``w:tbl`` of a tidied tree.

        Raises:
            UnreadableFileError: Tables are too large or nested too deeply.
        """
        waiting = [(element, 1)]
        while waiting:
            tbl, depth = waiting.pop()
            if depth > DEEPEST_TABLE:
                raise nested_too_deeply(
                    f"表格嵌套超过 {DEEPEST_TABLE} 层",
                    f"tables inside tables, more than {DEEPEST_TABLE} levels",
                )
            grid = self._read_grid(tbl)
            waiting += ((nested, depth + 1) for nested in reversed(grid.nested))
            self._count += 1
            yield _table(grid, self._count)

    def _read_grid(self, tbl: etree._Element) -> _Grid:
        grid, before = _Grid(), self._budget.left
        for row in tbl.iterchildren(w.ROW):
            self._budget.spend(1)
            width = self._read_row(row, grid)
            grid.column_count = max(grid.column_count, width)
            grid.row_count += 1
        places = grid.row_count * (grid.column_count + 1)
        self._budget.spend(places - (before - self._budget.left))
        return grid

    def _read_row(self, row: etree._Element, grid: _Grid) -> int:
        """Read a row into the grid; the answer is its width in grid columns."""
        column = 0
        open_here: dict[int, _Area] = {}
        last: _Area | None = None
        for part in row:
            if part.tag == w.ROW_PROPERTIES:
                column += sum(map(_number, part.iterchildren(w.GRID_BEFORE)))
            elif part.tag == w.CELL:
                properties, text = self._read_cell(part, grid)
                if properties.continues_left and last is not None:
                    last.column_span += properties.span
                else:
                    last = _place(properties, text, column, grid)
                    if properties.is_merged:
                        open_here[column] = last
                column += properties.span
                self._budget.spend(properties.span)
        grid.open_above = open_here
        return column

    def _read_cell(self, cell: etree._Element, grid: _Grid) -> tuple[_Properties, str]:
        properties = _Properties()
        lines: list[str] = []
        for part in cell:
            tag = part.tag
            if tag == w.PARAGRAPH:
                lines.append(self._paragraphs.text(part))
            elif tag == w.CELL_PROPERTIES:
                _read_properties(part, properties)
            elif tag == w.TABLE:
                grid.nested.append(part)
        text = lines[0] if len(lines) == 1 else "\n".join(lines)
        return properties, text.strip()


def _table(grid: _Grid, number: int) -> Table:
    cells = tuple(
        Cell(
            area.text,
            area.row,
            area.column,
            area.row_span,
            area.column_span,
            at=Source(table=number, row=area.row + 1, column=area.column + 1),
        )
        for area in grid.areas
    )
    return Table(cells, grid.row_count, grid.column_count, at=Source(table=number))


def _place(properties: _Properties, text: str, column: int, grid: _Grid) -> _Area:
    above = grid.open_above.get(column)
    if (
        properties.continues_above
        and above is not None
        and above.column_span == properties.span
    ):
        above.row_span += 1
        return above
    area = _Area(text, grid.row_count, column, column_span=properties.span)
    grid.areas.append(area)
    return area


def _read_properties(part: etree._Element, properties: _Properties) -> None:
    for item in part.iterchildren(w.GRID_SPAN, w.VERTICAL_MERGE, w.HORIZONTAL_MERGE):
        if item.tag == w.GRID_SPAN:
            properties.span = max(1, _number(item))
        elif item.tag == w.VERTICAL_MERGE:
            properties.is_merged = True
            properties.continues_above = item.get(w.VAL) != "restart"
        else:
            properties.continues_left = item.get(w.VAL) != "restart"


def _number(element: etree._Element) -> int:
    return w.whole(element.get(w.VAL)) or 0
