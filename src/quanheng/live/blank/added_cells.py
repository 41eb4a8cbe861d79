"""Cells of a blank that the printed form lacks (空白表另设的格)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from quanheng.document.table import Align, Cell, Table

SIGN_HEADING: Final = "符号"
UNIT_HEADING: Final = "计量单位"
_ADDED: Final = 2
_PREPARER: Final = (
    (("填报人", "name"), ("负责人", "head")),
    (("联系电话", "telephone"), ("填报日期", "date")),
)


def with_sign_and_unit(table: Table, column: int, header: int, rows: range) -> Table:
    """The table with a column for signs before and one for units after the targets.

    Args:
        table: The table; cells that span the target column get wider.
        column: The column of the targets.
        header: The header row of the indicators.
        rows: The rows of the indicators.
    """
    cells = sorted(
        _spread(table, column, {header, *rows}, header), key=lambda c: (c.row, c.column)
    )
    widths = table.widths
    if widths:
        widths = (*widths[:column], 1, widths[column], 1, *widths[column + 1 :])
    return replace(
        table,
        cells=tuple(cells),
        column_count=table.column_count + _ADDED,
        widths=widths,
    )


def _spread(table: Table, column: int, rows: set[int], header: int) -> Iterator[Cell]:
    for cell in table.cells:
        if cell.column > column:
            yield replace(cell, column=cell.column + _ADDED)
        elif cell.column + cell.column_span <= column:
            yield cell
        elif cell.row in rows and cell.column == column:
            is_head = cell.row == header
            sign = SIGN_HEADING if is_head else ""
            unit = UNIT_HEADING if is_head else ""
            yield Cell(sign, cell.row, column, align=Align.CENTER)
            yield replace(cell, column=column + 1)
            yield Cell(unit, cell.row, column + 2, align=Align.CENTER)
        else:
            yield replace(cell, column_span=cell.column_span + _ADDED)


def with_preparer(table: Table) -> Table:
    """The table with rows for the preparer at its end (填报人)."""
    cells = list(table.cells)
    half = table.column_count // 2
    for row, labels in enumerate(_PREPARER, table.row_count):
        for (label, name), start, end in zip(
            labels, (0, half), (half, table.column_count), strict=True
        ):
            field, width = f"preparer.{name}", end - start - 1
            cells.append(Cell(label, row, start, align=Align.CENTER))
            cells.append(Cell("", row, start + 1, column_span=width, field=field))
    return replace(
        table, cells=tuple(cells), row_count=table.row_count + len(_PREPARER)
    )
