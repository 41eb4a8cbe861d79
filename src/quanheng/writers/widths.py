"""Column widths that fit what a table says (列宽)."""

import re
from math import ceil
from typing import Final

from quanheng.document.table import Table
from quanheng.writers.characters import display_width

_WORD: Final = re.compile(r"[!-~]+|.")
_NARROWEST: Final = 4
_SHORT: Final = 6
"""A label of three Chinese characters (县区级) is not broken."""
_PADDING: Final = 2


def fitted_widths(table: Table, total: int) -> tuple[float, ...]:
    """Widths of the columns as shares of 1, so that rows need few lines.

    Every column first gets what its longest unbreakable word needs; the rest goes,
    piece by piece, to the column whose cells are the tallest.

    Args:
        table: The table; widths that it names itself lead.
        total: Half-width columns that the page offers.
    """
    if table.widths:
        return tuple(width / sum(table.widths) for width in table.widths)
    columns = _texts(table)
    widths = [_narrowest(texts) for texts in columns]
    heights = [_height(*each) for each in zip(columns, widths, strict=True)]
    for _ in range(total - sum(widths)):
        tallest = max(range(len(widths)), key=heights.__getitem__)
        widths[tallest] += 1
        heights[tallest] = _height(columns[tallest], widths[tallest])
    return tuple(width / sum(widths) for width in widths)


def _texts(table: Table) -> list[list[str]]:
    """The texts of each column; cells over several columns fit by themselves."""
    columns: list[list[str]] = [[] for _ in range(table.column_count)]
    for cell in table.cells:
        if cell.column_span == 1 and cell.text:
            columns[cell.column].append(cell.text)
    return columns


def _narrowest(texts: list[str]) -> int:
    widest = _NARROWEST
    for text in texts:
        width = display_width(text)
        if width > _SHORT:
            width = max(display_width(word) for word in _WORD.findall(text))
        widest = max(widest, width)
    return widest + _PADDING


def _height(texts: list[str], width: int) -> tuple[int, float]:
    """Lines of the tallest cell; between equals, how full the column is."""
    room = width - _PADDING
    lines = [
        sum(max(1, ceil(display_width(line) / room)) for line in text.split("\n"))
        for text in texts
    ]
    longest = max((display_width(text) for text in texts), default=0)
    return max(lines, default=0), longest / room
