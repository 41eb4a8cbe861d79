"""Reader of plain texts (读取文本)."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.refusals import no_text, too_large
from quanheng.core.source import Source
from quanheng.document.blocks import Block, Document, Paragraph
from quanheng.document.headings import is_contents_entry, text_blocks
from quanheng.readers.encoding import decode_text
from quanheng.readers.limits import PlaceBudget
from quanheng.readers.text.broken_rows import whole_rows
from quanheng.readers.text.grid import table_of
from quanheng.readers.text.rows import Line, Row, Separator, rows_of

LARGEST_TEXT: Final = 20 * 1024 * 1024
"""Most bytes of a text; the longest report has 1 MB."""

_LINE_END: Final = re.compile(r"\r\n|[\r\n\v\f\u2028\u2029]")
_PLACE_MARKS: Final = ("\n", "\r", "\t", "|", "｜", "│", "  ")
"""Strings that may begin a line or a cell."""
_FEWEST_BLANK_CELLS: Final = 3
"""Fewest blank cells in a file with one cell per paragraph."""
_FEWEST_ENTRIES: Final = 3
"""Fewest consecutive entries of a table of contents."""
_CONTENTS_TITLE: Final = re.compile(r"\s*(?:目\s*录)?\s*")


class TextReader:
    """Reads texts: UTF-8, UTF-16 with a byte order mark, or GB18030.

    Rows with visible separators (tabs, bars, commas) become tables of ragged
    rows; other lines become headings and paragraphs. In a file with one cell per
    paragraph, blank cells are kept as empty paragraphs.

    Places: non-blank lines outside tables count from 1; tables count from 1; a column
    is the position in the printed row, or in the grid below a header with spans.
    """

    def read(self, data: bytes, name: str) -> Document:
        """The headings, paragraphs and tables of a text.

        Raises:
            UnreadableFileError: The file is not a text or too large.
        """
        if len(data) > LARGEST_TEXT:
            limit = LARGEST_TEXT >> 20
            raise too_large(
                Words(f"文本超过 {limit} MB", f"a text of more than {limit} MB")
            )
        text = decode_text(data)
        if text is None:
            raise no_text()
        budget = PlaceBudget()
        budget.spend(sum(map(text.count, _PLACE_MARKS)))
        return Document(name, tuple(_blocks(_LINE_END.split(text), budget)))


def _blocks(lines: list[str], budget: PlaceBudget) -> Iterator[Block]:
    paragraphs, tables = 0, 0
    for item in _pieces(list(whole_rows(_without_contents(lines)))):
        if isinstance(item, Line):
            paragraphs += bool(item.text)
            at = Source(paragraph=paragraphs)
            if item.text:
                yield from text_blocks(item.text, at)
            else:
                yield Paragraph("", at=at)
        else:
            tables += 1
            rows = [row.cells for row in item]
            spans = [row.spans for row in item]
            width = max(max(len(row.cells), sum(row.spans)) for row in item)
            budget.spend(len(rows) * width)
            yield table_of(rows, tables, spans if any(spans) else ())


def _items(lines: list[str]) -> Iterator[Row | Line | None]:
    """Rows and lines in order; None for two or more blank lines."""
    blank_cells = _blank_cells(lines)
    numbers = range(len(lines))
    for filled, run in groupby(numbers, key=lambda number: _is_filled(lines[number])):
        chunk = list(run)
        if filled:
            yield from rows_of([lines[number] for number in chunk])
            continue
        cells = blank_cells.intersection(chunk)
        yield from (Line("") for _ in cells)
        if len(chunk) > 1 and not cells:
            yield None


def _blank_cells(lines: list[str]) -> set[int]:
    """The lines that are blank cells in a file with one cell per paragraph.

    Such a cell leaves a line of blanks between two empty lines.
    """
    found = {
        number
        for number in range(1, len(lines) - 1)
        if lines[number]
        and not _is_filled(lines[number])
        and not lines[number - 1]
        and not lines[number + 1]
    }
    return found if len(found) >= _FEWEST_BLANK_CELLS else set()


def _is_filled(line: str) -> bool:
    return bool(line.strip()) or "\t" in line


def _without_contents(lines: list[str]) -> list[str]:
    """The lines without a table of contents (目录) and its title."""
    kept: list[str] = []
    for is_entry, run in groupby(lines, key=is_contents_entry):
        group = list(run)
        if is_entry and len(group) >= _FEWEST_ENTRIES:
            while kept and _CONTENTS_TITLE.fullmatch(kept[-1]):
                kept.pop()
        else:
            kept += group
    return kept


def _pieces(lines: list[str]) -> Iterator[Line | list[Row]]:
    """Lines and tables; the rows of a table are at most one blank line apart."""
    rows: list[Row] = []
    for item in _items(lines):
        if isinstance(item, Row) and (not rows or item.separator == rows[0].separator):
            rows.append(item)
            continue
        if rows:
            yield from _table_or_lines(rows)
        rows = [item] if isinstance(item, Row) else []
        if isinstance(item, Line):
            yield item
    if rows:
        yield from _table_or_lines(rows)


def _table_or_lines(rows: list[Row]) -> Iterator[Line | list[Row]]:
    separator = rows[0].separator
    if separator is Separator.LINE:
        rows = [row for row in rows if row.cells != ("",)]
        while rows and len(rows[0].cells) == 1:
            # A caption indented with a tab.
            yield Line(rows.pop(0).cells[0])
    if len(rows) > 1 or (rows and separator is Separator.BAR):
        yield rows
    elif rows:
        cells = rows[0].cells
        lines = cells if separator is Separator.LINE else ("\t".join(cells).strip(),)
        yield from (Line(line) for line in lines if line)
