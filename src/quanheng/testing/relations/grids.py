"""Sheets cut, turned and rearranged (表的改排)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from quanheng.testing.forms.grid import Block, Cell, Sheet, Strip, turned

Place: TypeAlias = tuple[int, int]
Placed: TypeAlias = tuple[int, int, Cell]


def sheet_of(cells: Iterable[Placed], rows: int, width: int) -> Sheet:
    """A sheet of cells at their places."""
    lines: list[list[Placed]] = [[] for _ in range(rows)]
    for cell in cells:
        lines[cell[0]].append(cell)
    return Sheet(
        [
            Strip("", tuple(cell for *_, cell in sorted(line, key=lambda p: p[1])))
            for line in lines
        ],
        width,
    )


def with_texts(sheet: Sheet, texts: Mapping[Place, str]) -> Sheet:
    """A sheet with other texts in some of its cells."""
    cells = [
        (row, column, replace(cell, text=texts.get((row, column), cell.text)))
        for row, column, cell in sheet.placed()
    ]
    return sheet_of(cells, len(sheet.rows), sheet.width)


def replaced(blocks: Sequence[Block], number: int, *by: Block) -> tuple[Block, ...]:
    """Blocks in which the sheet of a number, from 0, is others."""
    place = [n for n, block in enumerate(blocks) if isinstance(block, Sheet)][number]
    return (*blocks[:place], *by, *blocks[place + 1 :])


def cut(sheet: Sheet, row: int) -> tuple[Sheet, Sheet] | None:
    """The rows above a row, and the others; None where a cell spans both."""
    above, below = [], []
    for r, c, cell in sheet.placed():
        if r < row < r + cell.down:
            return None
        if r < row:
            above.append((r, c, cell))
        else:
            below.append((r - row, c, cell))
    count = len(sheet.rows)
    return (
        sheet_of(above, row, sheet.width),
        sheet_of(below, count - row, sheet.width),
    )


def on_its_side(sheet: Sheet) -> Sheet:
    """Rows and columns exchanged; columns that nothing tells apart become one."""
    narrow = _without_empty_rules(sheet)
    return Sheet(turned(narrow.rows), len(narrow.rows))


def _without_empty_rules(sheet: Sheet) -> Sheet:
    edges = sorted({0} | {c for _, c, _ in sheet.placed()})
    place = {edge: n for n, edge in enumerate(edges)}
    cells = [
        (
            r,
            place[c],
            replace(cell, across=sum(c <= e < c + cell.across for e in edges)),
        )
        for r, c, cell in sheet.placed()
    ]
    return sheet_of(cells, len(sheet.rows), len(edges))


def exchanged(sheet: Sheet, first: int, one: range, other: range) -> Sheet | None:
    """Two columns exchanged that lie side by side, from a row on.

    Args:
        sheet: The sheet.
        first: The first row in which they are exchanged.
        one: The grid columns of the left one.
        other: The grid columns of the right one.

    Returns:
        The sheet, None where a cell covers a part of both.
    """
    cells: list[Placed] = []
    for row, column, cell in sheet.placed():
        place = column
        if row >= first and not _apart(column, cell, one, other):
            covered = range(column, column + cell.across)
            if covered.start <= one.start and covered.stop >= other.stop:
                pass
            elif _within(covered, one):
                place = column + len(other)
            elif _within(covered, other):
                place = column - len(one)
            else:
                return None
        elif row < first < row + cell.down and not _apart(column, cell, one, other):
            return None
        cells.append((row, place, cell))
    return sheet_of(cells, len(sheet.rows), sheet.width)


def _apart(column: int, cell: Cell, one: range, other: range) -> bool:
    return column >= other.stop or column + cell.across <= one.start


def _within(inner: range, outer: range) -> bool:
    return outer.start <= inner.start and inner.stop <= outer.stop


def columns_in(sheet: Sheet, rows: Iterable[int]) -> Iterator[range]:
    """The grid columns between the rules that run through all of some rows."""
    wanted = set(rows)
    edges = set(range(sheet.width + 1))
    for row, column, cell in sheet.placed():
        if wanted & set(range(row, row + cell.down)):
            edges -= set(range(column + 1, column + cell.across))
    ordered = sorted(edges)
    yield from map(range, ordered, ordered[1:])
