"""Tables with merged cells and repeated header rows (表格)."""

from typing import Final

from quanheng.document.table import Align, Cell, Table
from quanheng.writers.docx.lines import line_count
from quanheng.writers.docx.markup import Element, runs, w
from quanheng.writers.docx.page import Page
from quanheng.writers.docx.styles import CELL_SIDE, TableSize, size_of
from quanheng.writers.widths import fitted_widths

_LINE: Final = 10
"""Width of the border below a row in twips."""
_ROWS_KEPT_TOGETHER: Final = 12
_SHARE_KEPT_TOGETHER: Final = 0.6
"""Share of a page; a higher table would leave too much of the previous page empty."""
_SHARE_WITH_HEADINGS: Final = 0.9
"""Share of a page for a table with its headings; heights are estimates, and a table
slightly too high would leave its title alone on the previous page."""
LAST_ROWS: Final = 3
"""Rows kept together at the end, so that a total is never alone."""


def table(block: Table, page: Page, above: int = 0) -> Element:
    """A bordered table as wide as the type area, without page breaks in rows.

    ``above`` is the height in twips of the headings kept with it.
    """
    widths = column_widths(block, page)
    properties = w(
        "tblPr",
        w("tblStyle", val="TableGrid"),
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        _cell_margins(size_of(block)),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    kept = rows_kept_with_next(block, page, above)
    rows = (
        _row(block, number, widths, keep=number in kept)
        for number in range(block.row_count)
    )
    return w("tbl", properties, grid, *rows)


def _cell_margins(size: TableSize) -> Element:
    """The cell margins assumed in widths and heights."""
    sides = (size.margin, CELL_SIDE, size.margin, CELL_SIDE)
    names = ("top", "left", "bottom", "right")
    margins = zip(names, sides, strict=True)
    return w("tblCellMar", *(w(name, w=side, type="dxa") for name, side in margins))


def column_widths(block: Table, page: Page) -> list[int]:
    """Column widths in twips, together the width of the type area."""
    room = page.type_width
    columns = room // size_of(block).half_width
    return [round(share * room) for share in fitted_widths(block, columns)]


def row_heights(block: Table, page: Page) -> list[int]:
    """Row heights in twips; a merged cell that is too high extends its last row."""
    widths = column_widths(block, page)
    size = size_of(block)
    between = 2 * size.margin + _LINE
    heights = [size.pitch + between] * block.row_count
    for cell in sorted(block.cells, key=lambda cell: cell.row_span):
        width = sum(widths[cell.column : cell.column + cell.column_span])
        lines = line_count(cell.text, (width - 2 * CELL_SIDE) / size.half_width)
        rows = slice(cell.row, cell.row + cell.row_span)
        missing = lines * size.pitch + between - sum(heights[rows])
        heights[rows.stop - 1] += max(0, missing)
    return heights


def rows_kept_with_next(block: Table, page: Page, above: int = 0) -> frozenset[int]:
    """Rows that no page break may follow.

    A short table moves to the next page with its headings, of ``above`` twips, rather
    than being split; rows of labels are never the last on a page, nor the last row
    the first.
    """
    rows = range(block.row_count - 1)
    heights = row_heights(block, page)
    most = _SHARE_KEPT_TOGETHER * page.type_height
    room = _SHARE_WITH_HEADINGS * page.type_height - above
    if block.row_count <= _ROWS_KEPT_TOGETHER and sum(heights) <= min(most, room):
        return frozenset(rows)
    ending = rows[1 - LAST_ROWS :] if sum(heights[-LAST_ROWS:]) <= most else ()
    labels = (row for row in rows if _is_of_labels(block, row))
    return frozenset((*labels, *ending))


def _row(block: Table, number: int, widths: list[int], *, keep: bool) -> Element:
    header = number < block.header_rows
    properties = w("trPr", w("cantSplit"), w("tblHeader") if header else None)
    cells: list[Element] = []
    column = 0
    while column < block.column_count:
        cell = block.grid[number][column]
        span = cell.column_span if cell else 1
        width = sum(widths[column : column + span])
        style = ("TableHead" if header else "TableText") + size_of(block).key
        cells.append(_cell(cell, number, width, style=style, keep=keep))
        column += span
    return w("tr", properties, *cells)


def _is_of_labels(block: Table, number: int) -> bool:
    begun = [cell for cell in block.grid[number] if cell and cell.row == number]
    return all(cell.align is Align.CENTER for cell in begun)


def _cell(
    cell: Cell | None, row: int, width: int, *, style: str, keep: bool
) -> Element:
    if cell is None:
        return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), w("p"))
    begins = cell.row == row
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=cell.column_span) if cell.column_span > 1 else None,
        _merge(cell, begins=begins),
        w("vAlign", val="center"),
    )
    named = w("pStyle", val=style)
    align = w("jc", val=cell.align.value) if cell.align is not Align.LEFT else None
    content = runs(cell.text) if begins else []
    stay = w("keepNext") if keep else None
    return w("tc", properties, w("p", w("pPr", named, stay, align), *content))


def _merge(cell: Cell, *, begins: bool) -> Element | None:
    if cell.row_span == 1:
        return None
    return w("vMerge", val="restart") if begins else w("vMerge")
