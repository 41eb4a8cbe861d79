"""Tables of Word files as grids: spans, merges, nesting (表格)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from quanheng.document.table import Table
from quanheng.readers.docx import names as w
from quanheng.readers.docx.paragraphs import Paragraphs
from quanheng.readers.grid import Area, Grid
from quanheng.readers.limits import PlaceBudget, check_depth


@dataclass(slots=True)
class _Properties:
    span: int = 1
    is_merged: bool = False
    continues_above: bool = False
    continues_left: bool = False


@dataclass(slots=True)
class _Opened:
    """A table being read: its grid, ``w:tc`` elements and nested tables."""

    grid: Grid = field(default_factory=Grid)
    cells: list[etree._Element] = field(default_factory=list)
    nested: list[etree._Element] = field(default_factory=list)


class Tables:
    """Reads the tables of one document in order, including nested ones."""

    def __init__(self, paragraphs: Paragraphs) -> None:
        self._paragraphs = paragraphs
        self._budget = PlaceBudget()
        self._count = 0

    def read(
        self, element: etree._Element
    ) -> Iterator[tuple[Table, list[etree._Element]]]:
        """A ``w:tbl`` of a tidied tree, then the tables nested in its cells.

        Yields:
            A table, and the ``w:tc`` of each of its cells.

        Raises:
            UnreadableFileError: Tables are too large or nested too deeply.
        """
        waiting = [(element, 1)]
        while waiting:
            tbl, depth = waiting.pop()
            check_depth(depth)
            opened = _Opened()
            self._read_rows(tbl, opened)
            waiting += ((inner, depth + 1) for inner in reversed(opened.nested))
            self._count += 1
            yield opened.grid.table(self._count), opened.cells

    def _read_rows(self, tbl: etree._Element, table: _Opened) -> None:
        grid = table.grid
        before = self._budget.left
        for row in tbl.iterchildren(w.ROW):
            self._budget.spend(1)
            self._read_row(row, table)
        places = grid.row_count * (grid.column_count + 1)
        self._budget.spend(places - (before - self._budget.left))

    def _read_row(self, row: etree._Element, table: _Opened) -> None:
        grid, cells = table.grid, table.cells
        column = 0
        last: Area | None = None
        for part in row:
            if part.tag == w.ROW_PROPERTIES:
                column += sum(map(_number, part.iterchildren(w.GRID_BEFORE)))
            elif part.tag == w.CELL:
                cell, text = self._read_cell(part, table.nested)
                if cell.continues_left and last is not None:
                    last.column_span += cell.span
                else:
                    last = grid.place(
                        text,
                        column,
                        cell.span,
                        merged=cell.is_merged,
                        continues=cell.continues_above,
                    )
                if len(grid.areas) > len(cells):
                    cells.append(part)
                column += cell.span
                self._budget.spend(cell.span)
        grid.end_row(column)

    def _read_cell(
        self, cell: etree._Element, nested: list[etree._Element]
    ) -> tuple[_Properties, str]:
        properties = _Properties()
        lines: list[str] = []
        for part in cell:
            tag = part.tag
            if tag == w.PARAGRAPH:
                lines.append(self._paragraphs.text(part))
            elif tag == w.CELL_PROPERTIES:
                _read_properties(part, properties)
            elif tag == w.TABLE:
                nested.append(part)
        text = lines[0] if len(lines) == 1 else "\n".join(lines)
        return properties, text.strip()


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
