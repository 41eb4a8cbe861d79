"""Table rows in lines of text: cells separated by tabs, bars or wide gaps (行).

Tables copied as text from Word, Excel or a web page keep their cells in printed order
but lose their spans. A chunk is a run of lines without a blank one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final


class Separator(StrEnum):
    """Separators of cells in a row (分隔)."""

    LINE = "line"
    """One cell per line, each after a tab; a blank line ends a row."""
    TAB = "tab"
    BAR = "bar"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Row:
    """A table row, with its cells in printed order (行)."""

    cells: tuple[str, ...]
    separator: Separator


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not a table row (文字行)."""

    text: str


_CELL_LINE: Final = re.compile(r"[ \u3000\xa0]*\t[^\t]*")
_BAR: Final = re.compile(r"[|｜│]")
_RULE_MARKS: Final = frozenset(" \t|｜│:+-─—=")
"""Characters of a rule between the header and the rows."""
_GAP: Final = re.compile(r"(?<=\S)[ \u3000\xa0]{2,}(?=\S)")
_FEWEST_GAP_ROWS: Final = 3
"""Fewest rows with the same number of wide gaps in a table; fewer may be chance."""


def rows_of(chunk: Sequence[str]) -> Iterator[Row | Line]:
    """The rows and other lines of a chunk, in order."""
    tabs = sum("\t" in line for line in chunk)
    cell_lines = sum(bool(_CELL_LINE.fullmatch(line)) for line in chunk)
    if cell_lines > tabs - cell_lines:
        return _one_cell_a_line(chunk)
    if _has_bar_rows(chunk):
        return _bar_rows(chunk)
    if tabs:
        return _tab_rows(chunk)
    return _gap_rows(chunk)


def _lines(lines: Sequence[str]) -> Iterator[Line]:
    return (Line(line.strip()) for line in lines)


def _one_cell_a_line(chunk: Sequence[str]) -> Iterator[Row | Line]:
    tabbed = [number for number, line in enumerate(chunk) if "\t" in line]
    first, last = tabbed[0], tabbed[-1]
    yield from _lines(chunk[:first])
    cells: list[list[str]] = []
    for line in chunk[first : last + 1]:
        before, *after = line.split("\t")
        if before.strip() and after:
            cells.append([before.strip()])
        cells += ([cell.strip()] for cell in after)
        if not after:
            # A line break inside a cell.
            cells[-1].append(line.strip())
    yield Row(tuple(map("\n".join, cells)), Separator.LINE)
    yield from _lines(chunk[last + 1 :])


def _tab_rows(chunk: Sequence[str]) -> Iterator[Row | Line]:
    for line in chunk:
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > 1:
            yield Row(tuple(cells), Separator.TAB)
        else:
            yield Line(line.strip())


def _gap_rows(chunk: Sequence[str]) -> Iterator[Row | Line]:
    for width, group in groupby(chunk, key=lambda line: len(_GAP.split(line.strip()))):
        lines = list(group)
        if width > 2 and len(lines) >= _FEWEST_GAP_ROWS:
            split = (_GAP.split(line.strip()) for line in lines)
            yield from (Row(tuple(cells), Separator.GAP) for cells in split)
        else:
            yield from _lines(lines)


def _bars(line: str) -> int:
    return len(_BAR.findall(line))


def _has_bar_rows(chunk: Sequence[str]) -> bool:
    counts = [_bars(line) for line in chunk]
    return sum(map(bool, counts)) > 1 or max(counts) > 2


def _bar_rows(chunk: Sequence[str]) -> Iterator[Row | Line]:
    last = max(number for number, line in enumerate(chunk) if _BAR.search(line))
    table, rest = chunk[: last + 1], chunk[last + 1 :]
    if _bars_lead(table):
        yield from map(_bar_row, _join_leading(table))
    else:
        yield from _join_trailing(table)
    yield from _lines(rest)


def _bars_lead(lines: Sequence[str]) -> bool:
    """Whether each bar is on a line of its own, before its cell."""
    barred = [line.strip() for line in lines if _BAR.search(line)]
    return all(
        _BAR.match(line) and sum(map(bool, map(str.strip, _BAR.split(line)))) < 2
        for line in barred
    ) and len(barred) < len(lines)


def _join_leading(lines: Sequence[str]) -> Iterator[str]:
    row = ""
    for line in lines:
        text = line.strip()
        if row and not _BAR.match(text) and _BAR.search(row[-1]):
            yield row
            row = text
        else:
            row += text if not row or _BAR.match(text) else f"\n{text}"
    yield row


def _join_trailing(lines: Sequence[str]) -> Iterator[Row | Line]:
    """Rows of lines with the bar behind each cell.

    A line break inside a cell cuts a row in two; pieces are joined up to the usual
    number of bars.
    """
    counts = Counter(_bars(line) for line in lines if _BAR.search(line))
    width = max(counts, key=lambda bars: (counts[bars], bars))
    waiting = ""
    for line in lines:
        text = line.strip()
        bars = _bars(text)
        if waiting and (not bars or _bars(waiting) + bars > width):
            yield _bar_row(waiting)
            waiting = ""
        if not bars:
            yield Line(text)
        elif "---" not in text or not _RULE_MARKS.issuperset(text):
            waiting = f"{waiting} {text}" if waiting else text
            if _bars(waiting) >= width:
                yield _bar_row(waiting)
                waiting = ""
    if waiting:
        yield _bar_row(waiting)


def _bar_row(text: str) -> Row:
    cells = [cell.strip() for cell in _BAR.split(text)]
    if _BAR.match(text):
        del cells[0]
    while cells and not cells[-1]:
        # Merged cells leave their bars at the end of the row.
        cells.pop()
    return Row(tuple(cells), Separator.BAR)
