"""Tables as data for the typesetter (表格数据)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from quanheng.document.table import Table
from quanheng.writers.docx.page import Page
from quanheng.writers.docx.styles import CELL_SIDE, size_of
from quanheng.writers.docx.table import (
    column_widths,
    rows_kept_with_next,
)
from quanheng.writers.pdf.texts import printed

TWIPS: Final = 20
"""Twips in a point."""
SIDE_MARGIN: Final = CELL_SIDE / TWIPS
"""Points between border and text."""
_SURELY_FITS: Final = 0.8
"""Share of the page up to which an estimated height need not be measured."""


def table_data(table: Table, page: Page, above: int = 0) -> dict[str, Any]:
    """The data of a table, kept with headings of ``above`` twips.

    Rows and short tables are not split by page breaks, but what may be higher than a
    page is marked to be measured first.
    """
    widths = [width / TWIPS for width in column_widths(table, page)]
    kept = rows_kept_with_next(table, page, above)
    whole = len(kept) == table.row_count - 1
    header = _header_rows(table)
    held = [] if whole else list(_runs(row for row in kept if row >= header))
    size = size_of(table)
    cells = list(_cells(table, widths, size.size / 2))
    lines = _lines(table, widths, size.size / 2)
    most = page.type_height / size.pitch * _SURELY_FITS
    return {
        "widths": [*widths, 0] if held else widths,
        "whole": whole,
        "kept": held,
        "measured": (sum(lines) if whole else max(lines, default=0.0)) > most,
        "height": page.type_height / TWIPS,
        "margin": SIDE_MARGIN,
        "size": size.size / 2,
        "pitch": size.pitch / TWIPS,
        "cell_margin": size.margin / TWIPS,
        "head": [cell for cell in cells if cell["place"]["y"] < header],
        "cells": [cell for cell in cells if cell["place"]["y"] >= header],
    }


def _runs(kept: Iterable[int]) -> Iterator[dict[str, int]]:
    """First row and length of runs of rows kept together; runs share no row."""
    ordered = sorted(kept)
    for _, run in groupby(enumerate(ordered), lambda item: item[1] - item[0]):
        rows = [row for _, row in run]
        yield {"y": rows[0], "rowspan": len(rows) + 1}


def _header_rows(table: Table) -> int:
    """Repeated rows; 0 if a cell extends beyond them or no row follows."""
    header = table.header_rows
    reaching = (c.row + c.row_span > header for c in table.cells if c.row < header)
    return 0 if header >= table.row_count or any(reaching) else header


def _lines(table: Table, widths: Sequence[float], size: float) -> list[float]:
    """Estimated lines of text of each row."""
    lines = [1.0] * table.row_count
    for cell in table.cells:
        room = sum(widths[cell.column : cell.column + cell.column_span])
        count = len(cell.text) * size / room + cell.text.count("\n") + 1
        for row in range(cell.row, min(cell.row + cell.row_span, table.row_count)):
            lines[row] = max(lines[row], count / cell.row_span)
    return lines


def _cells(
    table: Table, widths: Sequence[float], size: float
) -> Iterator[dict[str, Any]]:
    for cell in table.cells:
        span = min(cell.column_span, table.column_count - cell.column)
        room = sum(widths[cell.column : cell.column + span]) - 2 * SIDE_MARGIN
        rows = min(cell.row_span, table.row_count - cell.row)
        yield {
            "text": printed(cell.text, room, size),
            "place": {
                "x": cell.column,
                "y": cell.row,
                **({"rowspan": rows} if rows > 1 else {}),
                **({"colspan": span} if span > 1 else {}),
            },
            "spanning": rows > 1,
            "align": cell.align,
        }
