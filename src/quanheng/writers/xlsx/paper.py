"""Orientation, scale and page breaks of a sheet on A4 (版面)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from quanheng.document.table import Table

_LONG: Final = 841.9
_SHORT: Final = 595.3
"""Size of A4 in points."""
_INCH: Final = 72
_SMALLEST: Final = 0.58
"""Smallest legible scale: 10.5 points become 6."""
_SLACK: Final = 0.95
"""Reserve for differences between programs, so that the last row stays on its page."""
_LAST_PART: Final = 0.6
"""Share of a page after which it may be broken, where the fewest cells continue."""

Margins = Mapping[str, float]
"""Inches by side."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The print setup of a sheet (版面).

    Attributes:
        across: Whether the page is landscape.
        scale: The scale in percent; 0 to fit on one page.
        breaks: The rows that begin a page.
    """

    across: bool
    scale: int = 0
    breaks: tuple[int, ...] = ()


def width_of(columns: Sequence[float]) -> float:
    """Points of columns with widths in half-width characters."""
    return sum((column * 7 + 5) * 0.75 for column in columns)


def paper_for(
    table: Table, width: float, heights: Sequence[float], top: int, margins: Margins
) -> Paper:
    """One page if that is legible, else several, broken between groups.

    Args:
        table: The table.
        width: Width of all its columns in points.
        heights: Height of each row of the sheet in points.
        top: Number of rows above the table.
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
    """The rows of the sheet that begin further pages."""
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
    """Number of cells that span the upper edge of a row."""
    return sum(c.row < row < c.row + c.row_span for c in table.cells)
