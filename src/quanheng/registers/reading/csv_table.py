"""Tables from csv files (读取 csv)."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.core.refusals import no_text
from quanheng.readers.encoding import encoding_of
from quanheng.registers.reading.table import RawTable

_DELIMITERS: Final = (",", "\t", ";", "，", "；", "|")
_HEAD: Final = 65_536
"""Bytes read to find the delimiter."""
_CONTROLS: Final = bytes((*range(9), *range(14, 27), *range(28, 32), 0x7F))
"""Bytes that are in no text, nor part of a character in UTF-8 and GB18030."""
_DAMAGED: Final = dict.fromkeys(_CONTROLS, "\N{REPLACEMENT CHARACTER}")
_FEW: Final = 3
_BLOCK: Final = 512
"""Rows at a time, as in ``entries``."""
_MOST_LINES: Final = 100
"""Lines of one row: more means an unclosed quotation mark."""


def csv_table(data: bytes, name: str, file: str) -> RawTable:
    """The table of a csv file in UTF-8, UTF-16 or GB18030.

    Raises:
        UnreadableFileError: The bytes are no text; while the rows are read, also if a
            quotation mark is never closed.
    """
    encoding = encoding_of(data)
    has_controls = encoding is None
    if has_controls:
        encoding = _encoding_without_controls(data)
    if encoding is None:
        raise no_text()
    head = data[:_HEAD].decode(encoding, "ignore").lstrip("\ufeff")
    lines = _lines(data, encoding)
    if has_controls:
        lines = (line.translate(_DAMAGED) for line in lines)
    return RawTable(name, file, _rows(data, encoding, lines, _delimiter(head)))


def _encoding_without_controls(data: bytes) -> str | None:
    """The encoding of a text with a few control bytes, as in a damaged copy.

    Only the rows with such bytes are refused.
    """
    without = data.translate(None, _CONTROLS)
    few = max(_FEW, len(data) // 1000)
    return encoding_of(without) if len(data) - len(without) <= few else None


def _lines(data: bytes, encoding: str) -> Iterator[str]:
    # Decoded as it is read: a whole text of a large file would take its size again.
    lines = io.TextIOWrapper(io.BytesIO(data), encoding, errors="replace", newline="")
    if lines.read(1) != "\ufeff":
        lines.seek(0)
    return lines


def _rows(
    data: bytes, encoding: str, lines: Iterator[str], delimiter: str
) -> Iterator[list[str]]:
    reader = csv.reader(lines, delimiter=delimiter)
    row, line = 0, 0
    last: Sequence[str] = ()
    while True:
        block: list[list[str]] = []
        try:
            block.extend(islice(reader, _BLOCK))
        except csv.Error as error:
            # A cell beyond the largest that the reader takes.
            raise _never_closed(row + len(block) + 1) from error
        if not block:
            break
        if reader.line_num - line > len(block) + _MOST_LINES:
            _check_quotes(block, row + 1)
        row, line, last = row + len(block), reader.line_num, block[-1]
        yield from block
    if _line_count(last) and data.decode(encoding, "replace").count('"') % 2:
        raise _never_closed(row)


def _check_quotes(block: Sequence[Sequence[str]], first: int) -> None:
    for number, cells in enumerate(block, first):
        if _line_count(cells) > _MOST_LINES:
            raise _never_closed(number)


def _line_count(cells: Sequence[str]) -> int:
    """Line ends within the cells of a row."""
    return sum(cell.count("\n") for cell in cells)


def _never_closed(row: int) -> UnreadableFileError:
    return UnreadableFileError(
        Words(
            f"第{row}行的引号未闭合，其后的行无法分开",
            f"a quotation mark in row {row} is never closed",
        ),
        Words("请补上引号，或删去多余的引号", "close it, or take it out"),
    )


def _delimiter(head: str) -> str:
    """The delimiter: the sign that most of the first lines hold, and most often."""
    lines = [line for line in head.splitlines()[:20] if line.strip()]

    def weight(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines]
        return sum(map(bool, counts)), sum(counts)

    return max(_DELIMITERS, key=weight)
