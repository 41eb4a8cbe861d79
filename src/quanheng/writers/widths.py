"""Column widths that fit a table's texts (列宽)."""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import Final

from quanheng.document.table import Cell, Table
from quanheng.writers.characters import display_width, set_width
from quanheng.writers.text_lines import PADDING, text_lines
from quanheng.writers.width_search import lowest

_WORD: Final = re.compile(
    "[（《“‘〔【「『≥≤≧≦＝＞＜±]*(?:[0-9]{4}年[0-9]{1,2}月|[0-9]{1,2}日[前内]?"
    "|[0-9][0-9.,]*[%‰]?[\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff])|[!-~]+|.)"
    "[，。、；：！？）》”’〕】」』％]*"
)
"""Unbreakable words: with their punctuation, comparison signs and units; dates are not
broken."""
_PIECES: Final = re.compile(r"[^（(]+[（(]?$|[^（(]+(?=[（(])|[（(][^（(]*")
"""A label and its additions in brackets: 全年预算数（A）."""
_LONGEST: Final = 24
"""Half-width columns of the longest word that is kept unbroken."""
_NARROWEST: Final = 4
_SHORT: Final = (12, 8, 6, 0)
"""Lengths up to which texts are kept unbroken: six Chinese characters (年初预算资金),
four (数量指标), three (县区级), none."""
_FITS: Final = 0.8
"""A text that fills less than this share of its column takes one line."""
_WIDER: Final = {
    **dict.fromkeys("%&@MWmw", 0.8),
    **dict.fromkeys("ABCDEGHKNOQRUVX", 0.45),
}
"""Width of characters beyond half a Chinese character."""
_SPARE: Final = 0.28
"""Extra width of each character of a number in other fonts."""
_BORDERS: Final = 1.2
"""Half-width columns of a cell's borders and margins, with reserve for wider fonts."""


@lru_cache(maxsize=64)
def fitted_widths(table: Table, total: int) -> tuple[float, ...]:
    """Column widths as fractions that minimise the height of the table.

    Every column first gets the width of its longest unbreakable word; the rest of the
    ``total`` half-width columns go, one by one, to the column that lowers the rows
    most. Of several limits for unbroken texts, the one with the lowest table is used.
    The table's own widths take precedence.
    """
    if table.widths:
        return tuple(width / sum(table.widths) for width in table.widths)
    columns, borders = _columns(table), _BORDERS if table.one_page else PADDING
    rows = _needs(table.row_count, columns)
    starts = [
        tuple(_narrowest(cells, short, borders) for cells in columns)
        for short in _SHORT
    ]
    candidates = [_distributed(start, rows, total) for start in dict.fromkeys(starts)]
    best = min(candidates, key=lambda widths: _cost(table, widths, total))
    if table.one_page:
        best = lowest(columns, table.row_count, starts[-1], best)
    return tuple(width / sum(best) for width in best)


def is_crowded(table: Table, total: int) -> bool:
    """Whether words must be broken in ``total`` half-width columns."""
    columns = _columns(table)
    return sum(_narrowest(cells, 0, _BORDERS) for cells in columns) > total


def row_lines(table: Table, widths: Sequence[float]) -> list[int]:
    """Lines of each row, given half-width columns of each column.

    A merged cell with too much text extends its last row.
    """
    lines = [1] * table.row_count
    for cell in sorted(table.cells, key=lambda cell: cell.row_span):
        width = sum(widths[cell.column : cell.column + cell.column_span])
        last = cell.row + cell.row_span
        missing = text_lines(cell.text, width) - sum(lines[cell.row : last])
        if missing > 0:
            lines[last - 1] += missing
    return lines


def _columns(table: Table) -> list[list[Cell]]:
    """The cells of each column, without those that span columns."""
    columns: list[list[Cell]] = [[] for _ in range(table.column_count)]
    for cell in table.cells:
        if cell.column_span == 1 and cell.text:
            columns[cell.column].append(cell)
    return columns


def _needs(
    row_count: int, columns: Sequence[Sequence[Cell]]
) -> list[list[tuple[int, float]]]:
    """For each row, the column and text width of its cells, over all lines."""
    rows: list[list[tuple[int, float]]] = [[] for _ in range(row_count)]
    for column, cells in enumerate(columns):
        for cell in cells:
            need = set_width(cell.text) / cell.row_span
            for row in rows[cell.row : cell.row + cell.row_span]:
                row.append((column, need))
    return rows


def _distributed(
    narrowest: Sequence[int], rows: Sequence[Sequence[tuple[int, float]]], total: int
) -> list[int]:
    """The widths with the remaining half-width columns distributed.

    A row is as high as its tallest cell, need ÷ width; each half-width column goes
    where the sum of row heights falls fastest.
    """
    widths = list(narrowest)
    tallest = [_tallest(row, widths) for row in rows]
    gains = [_gain(tallest, column, width) for column, width in enumerate(widths)]
    for _ in range(total - sum(widths)):
        widest_gain = _first_of_most(gains, widths)
        widths[widest_gain] += 1
        stale = {widest_gain}
        for number, (_, column) in enumerate(tallest):
            if column == widest_gain:
                tallest[number] = _tallest(rows[number], widths)
                stale.add(tallest[number][1])
        for column in stale:
            gains[column] = _gain(tallest, column, widths[column])
    return widths


def _first_of_most(gains: Sequence[float], widths: Sequence[int]) -> int:
    """The column with the largest gain, the narrowest of several."""
    most = max(gains)
    if gains.count(most) == 1:
        return gains.index(most)
    alike = (column for column, gain in enumerate(gains) if gain == most)
    return min(alike, key=widths.__getitem__)


def _tallest(
    row: Sequence[tuple[int, float]], widths: Sequence[int]
) -> tuple[float, int]:
    """The height of a row and the column that causes it, the last of several."""
    highest, by = 0.0, 0
    for column, need in row:
        height = need / widths[column]
        if height >= highest:
            highest, by = height, column
    return highest, by


def _gain(tallest: Sequence[tuple[float, int]], column: int, width: int) -> float:
    """How fast the rows get lower with the width of the column that limits them."""
    return sum(
        height / width for height, by in tallest if by == column and height > _FITS
    )


def _narrowest(cells: Sequence[Cell], short: int, borders: float) -> int:
    """The least width of a column without broken words."""
    widths = [_unbreakable(cell.text, short) for cell in cells]
    return ceil(max([_NARROWEST, *widths]) + borders)


@lru_cache(maxsize=16384)
def _unbreakable(text: str, short: int) -> float:
    words: list[str] = []
    for piece in _PIECES.findall(text) or [text]:
        words += [piece] if display_width(piece) <= short else _WORD.findall(piece)
    return min(_LONGEST, max(map(_word_width, words), default=0))


def _word_width(word: str) -> float:
    spare = _SPARE * len(word) if word.isascii() else 0
    return set_width(word) + spare + sum(_WIDER.get(c, 0) for c in word)


def _cost(table: Table, widths: list[int], total: int) -> tuple[bool, int]:
    """Whether the table is too wide, and its total of lines."""
    return sum(widths) > total, sum(row_lines(table, widths))
