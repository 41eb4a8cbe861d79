"""How a sheet lies on A4 paper (版面): upright or across, one page or several."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from quanheng.document.table import Table

_LONG: Final = 841.9
_SHORT: Final = 595.3
"""Points of A4."""
_INCH: Final = 72
_SMALLEST: Final = 0.58
"""What is printed smaller than this can't be read: 10.5 points become 6."""
_SLACK: Final = 0.95
"""Programs measure a little differently; no last row may go to another page."""
_LAST_PART: Final = 0.6
"""A page is broken in its lower part, where the fewest cells go on."""

Margins = Mapping[str, float]
"""Inches by side."""


@dataclass(frozen=True, slots=True)
class Paper:
    """How a sheet is printed (版面).

    Attributes:
        across: Whether the page lies across.
        scale: The scale in percent; 0 where all fits on one page, whatever it takes.
        breaks: The rows that begin a page.
    """

    across: bool
    scale: int = 0
    breaks: tuple[int, ...] = ()


def width_of(columns: Sequence[float]) -> float:
    """Points that columns of so many half-width characters take."""
    return sum((column * 7 + 5) * 0.75 for column in columns)


def paper_for(
    table: Table, width: float, heights: Sequence[float], top: int, margins: Margins
) -> Paper:
    """One page if it can be read so, else as many as it takes, broken between groups.

    Args:
        table: The table.
        width: Points of all its columns.
        heights: Points of each row of the sheet, the lines above the table first.
        top: How many these are.
        margins: The margins of the page.
    """
    rooms = {across: _room(margins, across=across) for across in (False, True)}
    scales = {
        across: min(1, across_by / width, down / max(sum(heights), 1))
        for across, (across_by, down) in rooms.items()
    }
    best = max(scales, key=lambda across: scales[across])
    if scales[best] >= _SMALLEST:
        return Paper(best)
    across_by, down = rooms[True]
    scale = min(1, across_by / width) * _SLACK
    pages = _pages(table, heights, top, down / scale * _SLACK)
    return Paper(True, int(scale * 100), tuple(pages))


def _room(margins: Margins, *, across: bool) -> tuple[float, float]:
    wide, high = (_LONG, _SHORT) if across else (_SHORT, _LONG)
    sides = (margins["left"] + margins["right"]) * _INCH
    ends = (margins["top"] + margins["bottom"]) * _INCH
    return (wide - sides) * _SLACK, (high - ends) * _SLACK


def _pages(
    table: Table, heights: Sequence[float], top: int, room: float
) -> Iterator[int]:
    """The rows of the sheet that begin a further page."""
    repeated = _repeated(table)
    again = sum(heights[top + row] for row in repeated)
    start, used = 0, 0.0
    for row, height in enumerate(heights):
        if used + height > room:
            first = start + round((row - start) * _LAST_PART)
            places = range(max(first, start + 1), row + 1)
            start = min(places, key=lambda at: (_crossing(table, at - top), -at))
            yield start
            used = again + sum(heights[start:row])
        used += height


def _repeated(table: Table) -> range:
    if table.header_rows:
        return range(table.header_rows)
    inner = table.inner_header
    return range(0) if inner is None else range(inner, inner + 1)


def _crossing(table: Table, row: int) -> int:
    """How many cells go on across the upper edge of a row."""
    return sum(c.row < row < c.row + c.row_span for c in table.cells)
