"""Rows of a table that line breaks inside cells have cut in pieces (断行)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import Final

BAR: Final = re.compile(r"[|｜│]")
_LEAST_WIDTH: Final = 3
_FEWEST_ROWS: Final = 2
_WIDEST_GAP: Final = 6
"""Most lines without a bar between two of one table."""
_MOST_PIECES: Final = 40
_LEAST_EXACT: Final = 0.8


def whole_rows(lines: Sequence[str]) -> Iterator[str]:
    """The lines, those put together that make a row of the usual number of bars.

    Only a table of which nearly all rows come out at that number was cut; in others
    each row has as many bars as it has cells.
    """
    bars = [len(BAR.findall(line)) for line in lines]
    places = [number for number, count in enumerate(bars) if count]
    begin = 0
    for first, last in _tables(places):
        yield from lines[begin:first]
        begin = last + 1
        yield from _joined(lines[first:begin], bars[first:begin])
    yield from lines[begin:]


def _tables(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last line of runs of barred lines."""
    if not places:
        return
    first = places[0]
    for one, other in pairwise(places):
        if other - one > _WIDEST_GAP:
            yield first, one
            first = other
    yield first, places[-1]


def _joined(lines: Sequence[str], bars: Sequence[int]) -> list[str]:
    counts = Counter(count for count in bars if count)
    width = max(counts, key=lambda count: (counts[count], count))
    if width < _LEAST_WIDTH or counts[width] < _FEWEST_ROWS:
        return list(lines)
    # A row may have a bar more or less: at its beginning, or where cells are merged.
    beside = {width - 1, width, width + 1}
    widths = {count for count in beside if counts[count] >= _FEWEST_ROWS}
    found: list[str] = []
    exact = others = number = 0
    while number < len(lines):
        length = _pieces(bars, number, widths) if bars[number] else 1
        exact += bars[number] > 0 and length > 0
        others += length == 0
        length = max(length, 1)
        pieces = [line.strip() for line in lines[number : number + length]]
        found.append("\n".join(filter(None, pieces)) if length > 1 else lines[number])
        number += length
    return found if exact >= _LEAST_EXACT * (exact + others) else list(lines)


def _pieces(bars: Sequence[int], number: int, widths: Set[int]) -> int:
    """How many lines from here make one row, 0 where none do."""
    seen = 0
    for length in range(1, min(_MOST_PIECES, len(bars) - number) + 1):
        seen += bars[number + length - 1]
        if seen in widths:
            return length
        if seen > max(widths):
            return 0
    return 0
