"""Table rows in lines of text: cells separated by tabs, bars or wide gaps (行).

Tables copied as text from Word, Excel or a web page keep their cells in printed order
but lose their spans. A chunk is a run of lines without a blank one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from quanheng.readers.text.broken_rows import BAR


class Separator(StrEnum):
    """Separators of cells in a row (分隔)."""

    LINE = "line"
    """One cell per line, each after a tab; a blank line ends a row."""
    TAB = "tab"
    BAR = "bar"
    COMMA = "comma"


@dataclass(frozen=True, slots=True)
class Row:
    """A table row, with its cells in printed order (行).

    Attributes:
        cells: Their texts.
        separator: What parts them.
        spans: How many columns each one spans, where the text tells it.
    """

    cells: tuple[str, ...]
    separator: Separator
    spans: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not a table row (文字行)."""

    text: str


_CELL_LINE: Final = re.compile(r"[ \u3000\xa0]*\t[^\t]*")
_BLANK_CELL: Final = re.compile(r"[|｜│]\s+[|｜│]\s*[^|｜│\s]")
_CLOSED: Final = re.compile(r"[|｜│]\s*$")
_CELL: Final = re.compile(r"([^|｜│]+)([|｜│]*)")
_RULE_MARKS: Final = frozenset(" \t|｜│:+-─—=")
"""Characters of a rule between the header and the rows."""
_COMMA: Final = re.compile(r"(?<!\d),(?!\s)|,(?!\s|\d{3}(?!\d))")
"""A comma that parts no thousands and ends no clause."""
_FEWEST_COMMA_ROWS: Final = 3
_FEWEST_COMMAS: Final = 2
"""Fewest rows, and commas in a row, of values separated by commas (CSV)."""
_LONGEST_QUOTED: Final = 64
"""Most lines of a cell in quotation marks."""
_LEAST_BESIDE: Final = 3
"""Fewest cells in the rows above and below a row of one cell."""
_LEAST_TEXTS: Final = 3
"""Fewest lines without a bar that are text between tables, not rows of one cell."""
_LONGEST_CELL: Final = 20
_MOST_ALIKE: Final = 0.9
_ONE_CELL: Final = re.compile(r"[^|｜│]*[|｜│]\s*")
"""A line that is one cell, with the bar behind it."""


def rows_of(chunk: Sequence[str]) -> Iterator[Row | Line]:
    """The rows and other lines of a chunk, in order."""
    tabs = sum("\t" in line for line in chunk)
    cell_lines = sum(bool(_CELL_LINE.fullmatch(line)) for line in chunk)
    if cell_lines > tabs - cell_lines:
        return _one_cell_a_line(chunk)
    if _has_bar_rows(chunk):
        return _bar_rows(chunk)
    if tabs:
        return _separated_rows(chunk, "\t", Separator.TAB)
    if _has_comma_rows(chunk):
        return _separated_rows(chunk, ",", Separator.COMMA)
    return _lines(chunk)


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


def _has_comma_rows(chunk: Sequence[str]) -> bool:
    counts = [len(_COMMA.findall(line)) for line in chunk]
    rows = sum(count >= _FEWEST_COMMAS for count in counts)
    return rows >= _FEWEST_COMMA_ROWS and 2 * rows > len(chunk)


def _separated_rows(
    chunk: Sequence[str], mark: str, separator: Separator
) -> Iterator[Row | Line]:
    """Rows of cells behind each other; a cell in quotation marks may hold the mark.

    A short line between two rows is a row of one cell: the name of a class.
    """
    rows = [_split(line, mark) for line in _whole_lines(chunk, mark)]
    for number, cells in enumerate(rows):
        beside = (*rows[max(number - 1, 0) : number], *rows[number + 1 : number + 2])
        is_within = len(beside) > 1 and min(map(len, beside)) >= _LEAST_BESIDE
        if len(cells) > 1 or (is_within and 0 < len(cells[0]) <= _LONGEST_CELL):
            yield Row(cells, separator)
        else:
            yield Line(cells[0])


def _split(line: str, mark: str) -> tuple[str, ...]:
    is_quoted = f'{mark}"' in line or line.startswith('"')
    parts = _quoted(line, mark) if is_quoted else line.split(mark)
    return tuple(part.strip() for part in parts)


def _whole_lines(chunk: Sequence[str], mark: str) -> Iterator[str]:
    """The lines; one with an open quotation mark goes on in those below."""
    begun: list[str] = []
    for line in chunk:
        begun.append(line)
        opens = begun[0].startswith('"') or f'{mark}"' in begun[0]
        is_open = opens and sum(part.count('"') for part in begun) % 2
        if is_open and len(begun) < _LONGEST_QUOTED:
            continue
        yield from ["\n".join(begun)] if not is_open else begun
        begun = []
    yield from begun


def _quoted(line: str, mark: str) -> list[str]:
    cell = re.compile(rf'"((?:[^"]|"")*)"(?={mark}|$)|([^{mark}]*)')
    parts, start = [], 0
    while start <= len(line):
        match = cell.match(line, start)
        if match is None:
            break
        quoted, plain = match.groups()
        parts.append(plain if quoted is None else quoted.replace('""', '"'))
        start = match.end() + 1
    return parts


def _bars(line: str) -> int:
    return len(BAR.findall(line))


def _has_bar_rows(chunk: Sequence[str]) -> bool:
    counts = [_bars(line) for line in chunk]
    return sum(map(bool, counts)) > 1 or max(counts) > 2


def _bar_rows(chunk: Sequence[str]) -> Iterator[Row | Line]:
    last = max(number for number, line in enumerate(chunk) if BAR.search(line))
    table, rest = chunk[: last + 1], chunk[last + 1 :]
    single = sum(bool(_ONE_CELL.fullmatch(line)) for line in table)
    if single > _MOST_ALIKE * len(table):
        yield from (Line(BAR.sub("", line).strip()) for line in table)
    else:
        yield from _cells_of(_join_leading(table) if _bars_lead(table) else table)
    yield from _lines(rest)


def _cells_of(lines: Iterable[str]) -> Iterator[Row | Line]:
    """The cells of whole rows; where blanks stand beside bars, bare bars are spans."""
    rows = [line.strip() for line in lines if not _is_rule(line)]
    barred = [row for row in rows if BAR.search(row)]
    is_spaced = 2 * sum(" |" in row or "| " in row for row in barred) > len(barred)
    is_spaced = is_spaced and any(_BLANK_CELL.search(row) for row in barred)
    is_open = 2 * sum(_CLOSED.search(row) is None for row in barred) > len(barred)
    has_begun = False
    split = [_spanning(row) if is_spaced else _bar_cells(row) for row in rows]
    # Blanks at the end are padding where no blank cell stands before a filled one.
    padded = not is_spaced and not any(_has_inner_blank(row.cells) for row in split)
    texts = _texts_between(rows)
    for number, (row, whole) in enumerate(zip(rows, split, strict=True)):
        if BAR.search(row):
            has_begun = True
            yield _without_padding(whole) if padded else whole
        elif is_open and has_begun and number not in texts:
            # Bars stand between cells: a row of one cell has none.
            yield Row((row,), Separator.BAR)
        else:
            yield Line(row)


def _texts_between(rows: Sequence[str]) -> set[int]:
    """The lines between tables: several without a bar, one below the other."""
    found: set[int] = set()
    numbers = range(len(rows))
    for is_row, run in groupby(numbers, key=lambda n: BAR.search(rows[n]) is not None):
        lines = set(run)
        if not is_row and len(lines) >= _LEAST_TEXTS:
            found |= lines
    return found


def _bars_lead(lines: Sequence[str]) -> bool:
    """Whether each bar is on a line of its own, before its cell."""
    barred = [line.strip() for line in lines if BAR.search(line)]
    return all(
        BAR.match(line) and sum(map(bool, map(str.strip, BAR.split(line)))) < 2
        for line in barred
    ) and len(barred) < len(lines)


def _join_leading(lines: Sequence[str]) -> Iterator[str]:
    row = ""
    for line in lines:
        text = line.strip()
        if row and not BAR.match(text) and BAR.search(row[-1]):
            yield row
            row = text
        else:
            row += text if not row or BAR.match(text) else f"\n{text}"
    yield row


def _spanning(text: str) -> Row:
    """A row in which bars without a blank between them end a cell over columns."""
    start = BAR.match(text)
    parts = _CELL.findall(text, start.end() if start else 0)
    cells = tuple(cell.strip() for cell, _ in parts)
    # Bars at the end may be padding: they make the last cell no wider.
    spans = (*(len(bars) for _, bars in parts[:-1]), 1)
    return Row(cells, Separator.BAR, spans[: len(cells)])


def _has_inner_blank(cells: Sequence[str]) -> bool:
    filled = [number for number, cell in enumerate(cells) if cell]
    return bool(filled) and not all(cells[: filled[-1]])


def _without_padding(row: Row) -> Row:
    """A row without the bars that merged cells leave at its end."""
    count = max((n + 1 for n, cell in enumerate(row.cells) if cell), default=0)
    return Row(row.cells[:count], row.separator)


def _is_rule(line: str) -> bool:
    return "---" in line and _RULE_MARKS.issuperset(line)


def _bar_cells(text: str) -> Row:
    cells = [cell.strip() for cell in BAR.split(text)]
    if BAR.match(text):
        del cells[0]
    if len(cells) > 1 and not cells[-1]:
        cells.pop()  # nothing stands behind the last bar
    return Row(tuple(cells), Separator.BAR)
