"""Tables as true grids (表格): spans, merges and nested tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from quanheng.core.errors import UnreadableFileError
from quanheng.core.source import Source
from quanheng.document.table import Cell, Table
from quanheng.readers.docx import names as w
from quanheng.readers.docx.paragraphs import Paragraphs

DEEPEST_TABLE: Final = 20
"""Tables inside tables: forms nest one or two, Word itself allows few more."""

WIDEST_TABLE: Final = 200
"""Grid columns of a table: Word allows 63, and a false span must not make the
grid take all memory."""


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
    continues_above: bool = False
    continues_left: bool = False
    starts_merge: bool = False


@dataclass(slots=True)
class _Grid:
    areas: list[_Area] = field(default_factory=list)
    nested: list[etree._Element] = field(default_factory=list)
    row_count: int = 0
    column_count: int = 0
    open_above: dict[int, _Area] = field(default_factory=dict)
    """Column → the merged area that reaches down to the row above."""


def read_tables(element: etree._Element, paragraphs: Paragraphs, first: int) -> Iterator[Table]:
    """A table, then the tables nested in its cells, each before its own nested ones.

    Args:
        element: A ``w:tbl`` of a tidied tree.
        paragraphs: Reads the cells' paragraphs.
        first: Number of the table in the file.

    Raises:
        UnreadableFileError: Tables are nested too deeply or too wide.
    """
    waiting = [(element, 1)]
    while waiting:
        tbl, depth = waiting.pop()
        if depth > DEEPEST_TABLE:
            raise UnreadableFileError(
                f"表格嵌套超过 {DEEPEST_TABLE} 层",
                "请取消多余的嵌套表格后再读",
                message_en=f"Tables are nested more than {DEEPEST_TABLE} deep",
                hint_en="take out needless nested tables",
            )
        grid = _read_grid(tbl, paragraphs)
        waiting.extend((nested, depth + 1) for nested in reversed(grid.nested))
        yield _table(grid, first)
        first += 1


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


def _read_grid(tbl: etree._Element, paragraphs: Paragraphs) -> _Grid:
    grid = _Grid()
    for row in tbl.iterchildren(w.ROW):
        _read_row(row, grid, paragraphs)
        grid.row_count += 1
    return grid


def _read_row(row: etree._Element, grid: _Grid, paragraphs: Paragraphs) -> None:
    column = 0
    open_here: dict[int, _Area] = {}
    last: _Area | None = None
    for part in row:
        if part.tag == w.ROW_PROPERTIES:
            for before in part.iterchildren(w.GRID_BEFORE):
                column += _number(before)
        elif part.tag == w.CELL:
            properties, text = _read_cell(part, grid, paragraphs)
            area = None
            if properties.continues_left and last is not None:
                last.column_span += properties.span
            else:
                area = _place(properties, text, column, grid)
                last = area
                if properties.starts_merge or properties.continues_above:
                    open_here[column] = area
            column += properties.span
            _check_width(column)
    grid.open_above = open_here
    grid.column_count = max(grid.column_count, column)


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


def _read_cell(
    cell: etree._Element, grid: _Grid, paragraphs: Paragraphs
) -> tuple[_Properties, str]:
    properties = _Properties()
    lines: list[str] = []
    for part in cell:
        tag = part.tag
        if tag == w.PARAGRAPH:
            lines.append(paragraphs.text(part))
        elif tag == w.CELL_PROPERTIES:
            _read_properties(part, properties)
        elif tag == w.TABLE:
            grid.nested.append(part)
    text = lines[0] if len(lines) == 1 else "\n".join(lines)
    return properties, text.strip()


def _read_properties(part: etree._Element, properties: _Properties) -> None:
    for item in part.iterchildren(w.GRID_SPAN, w.VERTICAL_MERGE, w.HORIZONTAL_MERGE):
        if item.tag == w.GRID_SPAN:
            properties.span = max(1, _number(item))
        elif item.tag == w.VERTICAL_MERGE:
            properties.starts_merge = item.get(w.VAL) == "restart"
            properties.continues_above = not properties.starts_merge
        else:
            properties.continues_left = item.get(w.VAL) != "restart"


def _number(element: etree._Element) -> int:
    value = element.get(w.VAL, "")
    return int(value) if value.isdecimal() and len(value) < 6 else 0


def _check_width(columns: int) -> None:
    if columns > WIDEST_TABLE:
        raise UnreadableFileError(
            f"表格超过 {WIDEST_TABLE} 列",
            "请拆分表格后再读",
            message_en=f"A table has more than {WIDEST_TABLE} columns",
            hint_en="split the table",
        )
