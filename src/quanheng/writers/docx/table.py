"""Tables with merged cells and repeated header rows (表格)."""

from typing import Final

from quanheng.document.table import Align, Cell, Table
from quanheng.writers.docx.markup import Element, runs, w
from quanheng.writers.docx.page import TYPE_AREA_WIDTH
from quanheng.writers.widths import fitted_widths

_HALF_WIDTHS: Final = TYPE_AREA_WIDTH // 105
"""Half-width columns of 五号 text (5.25 pt) that fit beside each other."""
_ROWS_KEPT_TOGETHER: Final = 12


def table(block: Table) -> Element:
    """A bordered table as wide as the type area; no row breaks over pages."""
    widths = column_widths(block)
    properties = w(
        "tblPr",
        w("tblStyle", val="TableGrid"),
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    rows = (_row(block, number, widths) for number in range(block.row_count))
    return w("tbl", properties, grid, *rows)


def column_widths(block: Table) -> list[int]:
    """Widths of the columns in twips; together the type area."""
    shares = fitted_widths(block, _HALF_WIDTHS)
    return [round(share * TYPE_AREA_WIDTH) for share in shares]


def is_kept_together(block: Table) -> bool:
    """Whether the table moves to the next page rather than being parted."""
    return block.row_count <= _ROWS_KEPT_TOGETHER


def _row(block: Table, number: int, widths: list[int]) -> Element:
    header = number < block.header_rows
    properties = w("trPr", w("cantSplit"), w("tblHeader") if header else None)
    cells: list[Element] = []
    keep = _stays_with_next(block, number)
    column = 0
    while column < block.column_count:
        cell = block.grid[number][column]
        span = cell.column_span if cell else 1
        width = sum(widths[column : column + span])
        cells.append(_cell(cell, number, width, header=header, keep=keep))
        column += span
    return w("tr", properties, *cells)


def _stays_with_next(block: Table, number: int) -> bool:
    """Rows of a short table, and rows of labels, are not left alone on a page."""
    begun = [cell for cell in block.grid[number] if cell and cell.row == number]
    labels = all(cell.align is Align.CENTER for cell in begun)
    return (labels or is_kept_together(block)) and number < block.row_count - 1


def _cell(
    cell: Cell | None, row: int, width: int, *, header: bool, keep: bool
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
    style = w("pStyle", val="TableHead" if header else "TableText")
    align = w("jc", val=cell.align.value) if cell.align is not Align.LEFT else None
    content = runs(cell.text) if begins else []
    stay = w("keepNext") if keep else None
    return w("tc", properties, w("p", w("pPr", style, stay, align), *content))


def _merge(cell: Cell, *, begins: bool) -> Element | None:
    if cell.row_span == 1:
        return None
    return w("vMerge", val="restart") if begins else w("vMerge")
