"""Search the column widths that minimise the height of a table (列宽寻优)."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import permutations
from typing import Final, TypeAlias

from quanheng.document.table import Cell
from quanheng.writers.characters import set_width
from quanheng.writers.text_lines import PADDING, text_lines

_PASSES: Final = 40
_MOVES: Final = (1, 2, 4)
"""Half-width columns moved from one column to another at a time."""
_ORPHAN: Final = 0.4
"""Penalty in lines for a single character on the last line."""
_SIGN: Final = 2
_Lines: TypeAlias = Callable[[int, int], tuple[float, ...]]
"""Lines of every row in a column, by column and width."""


def lowest(
    columns: Sequence[Sequence[Cell]],
    row_count: int,
    narrowest: Sequence[int],
    widths: Sequence[int],
) -> list[int]:
    """The widths improved by moving width between columns while the table gets lower.

    Args:
        columns: The cells of each column without column spans.
        row_count: Rows of the table.
        narrowest: Least width of each column.
        widths: Widths to begin with.
    """

    @cache
    def lines(column: int, width: int) -> tuple[float, ...]:
        return _lines(columns[column], row_count, width)

    best, least = list(widths), _height(lines, widths)
    for _ in range(_PASSES):
        tried = [
            (_height(lines, moved), moved)
            for giver, taker in permutations(range(len(best)), 2)
            for amount in _MOVES
            if best[giver] - amount >= narrowest[giver]
            for moved in [_moved(best, giver, taker, amount)]
        ]
        lower, moved = min(tried, default=(least, best))
        if lower >= least:
            break
        best, least = moved, lower
    return best


def _moved(widths: Sequence[int], giver: int, taker: int, amount: int) -> list[int]:
    moved = list(widths)
    moved[giver] -= amount
    moved[taker] += amount
    return moved


def _height(lines: _Lines, widths: Sequence[int]) -> float:
    columns = [lines(column, width) for column, width in enumerate(widths)]
    rows: list[float] = list(map(max, *columns)) if len(columns) > 1 else [*columns[0]]
    return sum(rows)


def _lines(cells: Sequence[Cell], row_count: int, width: int) -> tuple[float, ...]:
    found = [1.0] * row_count
    for cell in cells:
        lines = text_lines(cell.text, width) + _orphan(cell.text, width)
        need = lines / cell.row_span
        for row in range(cell.row, min(cell.row + cell.row_span, row_count)):
            found[row] = max(found[row], need)
    return tuple(found)


def _orphan(text: str, width: int) -> float:
    rest = set_width(text) % max(1, width - PADDING)
    broken = set_width(text) > width - PADDING
    return _ORPHAN if broken and 0 < rest <= _SIGN else 0
