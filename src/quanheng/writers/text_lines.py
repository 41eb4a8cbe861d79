"""Estimate the lines of a text in a column (行数估算)."""

from functools import lru_cache
from math import ceil
from typing import Final

from quanheng.writers.characters import set_width

PADDING: Final = 2
"""Half-width columns of a cell's borders and margins, rounded up."""


def text_lines(text: str, width: float) -> int:
    """Lines of a cell's text in a column of ``width`` half-width columns."""
    room = max(1.0, width - PADDING)
    return sum([max(1, ceil(line / room)) for line in _line_widths(text)])


@lru_cache(maxsize=16384)
def _line_widths(text: str) -> tuple[float, ...]:
    return tuple(map(set_width, text.split("\n")))
