"""Rows of text to tables (文本表格)."""

from collections.abc import Sequence
from itertools import accumulate, groupby

from quanheng.core.source import Source
from quanheng.document.table import Cell, Table


def table_of(
    rows: Sequence[Sequence[str]], number: int, told: Sequence[Sequence[int]] = ()
) -> Table:
    """A table of ragged rows, with cells at their printed position.

    Spans that the text does not tell are lost, with one exception: a header row above
    a row as wide as the table that begins with a blank. There each name is above either
    one blank cell, into which it extends, or a run of names, which it spans.

    Args:
        rows: The texts of the cells, row by row.
        number: Number of the table in the file.
        told: How many columns each cell spans, where the text tells it.
    """
    if told:
        return _spanning(rows, number, told)
    width = max(map(len, rows))
    cells: list[Cell] = []
    covered = False
    for index, row in enumerate(rows):
        below = rows[index + 1] if index + 1 < len(rows) else ()
        spans = _spans(row, below) if len(row) < len(below) == width else []
        column = 0
        for position, text in enumerate(row):
            row_span, column_span = spans[position] if spans else (1, 1)
            if text or not covered:
                at = Source(table=number, row=index + 1, column=column + 1)
                cells.append(Cell(text, index, column, row_span, column_span, at=at))
            column += column_span
        covered = bool(spans)
    return Table(tuple(cells), len(rows), width, at=Source(table=number))


def _spanning(
    rows: Sequence[Sequence[str]], number: int, told: Sequence[Sequence[int]]
) -> Table:
    cells: list[Cell] = []
    for index, (row, spans) in enumerate(zip(rows, told, strict=True)):
        columns = accumulate(spans, initial=0)
        for text, span, column in zip(row, spans, columns, strict=False):
            at = Source(table=number, row=index + 1, column=column + 1)
            cells.append(Cell(text, index, column, 1, span, at=at))
    return Table(tuple(cells), len(rows), max(map(sum, told)), at=Source(table=number))


def _spans(names: Sequence[str], below: Sequence[str]) -> list[tuple[int, int]]:
    """Row and column span of each name, empty if the rows leave them unclear."""
    if below[0] or not all(names):
        return []
    spans: list[tuple[int, int]] = []
    for filled, run in groupby(map(bool, below)):
        length = sum(1 for _ in run)
        spans += [(1, length)] if filled else [(2, 1)] * length
    return spans if len(spans) == len(names) else []
