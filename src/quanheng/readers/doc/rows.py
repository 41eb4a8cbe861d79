"""Table rows as their formats define them (表格行)."""

import struct
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from typing import Final

from quanheng.readers.doc.modifiers import Modifier

_CELL: Final = 20
_MERGED_ACROSS: Final = 0x03
_MERGED_DOWN: Final = 0x60
_CONTINUES: Final = 0x20
_VERTICAL: Final = {0: 0, 1: _CONTINUES, 3: _MERGED_DOWN}
_MOST_CELLS: Final = 255
"""Most cells of a row: the count is one byte."""
_WIDE: Final = struct.Struct("<BBh")


class Row:
    """One row: the edges of its cells and how they are merged.

    Attributes:
        edges: Cell edges from left to right in twips, one more than cells.
    """

    __slots__ = ("_marks", "edges")

    def __init__(self, edges: Sequence[int] = (), marks: Sequence[int] = ()) -> None:
        self.edges = list(edges)
        self._marks = list(marks)

    def copy(self) -> "Row":
        """An independent copy."""
        return Row(self.edges, self._marks)

    def modify(self, code: int, operand: bytes) -> None:
        """Apply a row modifier; other and truncated ones change nothing."""
        change = _CHANGES.get(code)
        if change is not None:
            change(self, operand)

    def is_merged_down(self, cell: int) -> bool:
        """Whether a cell belongs to a vertical merge."""
        return bool(self._mark(cell) & _MERGED_DOWN)

    def continues_above(self, cell: int) -> bool:
        """Whether a cell continues the one above."""
        return self._mark(cell) & _MERGED_DOWN == _CONTINUES

    def continues_left(self, cell: int) -> bool:
        """Whether a cell continues the one to its left.

        Programs open a horizontal merge with different marks; the first one counts.
        """
        mark = first = self._mark(cell) & _MERGED_ACROSS
        while mark and cell and (before := self._mark(cell - 1) & _MERGED_ACROSS):
            first = before
            cell -= 1
        return mark != first

    def _mark(self, cell: int) -> int:
        return self._marks[cell] if cell < len(self._marks) else 0

    def _define(self, operand: bytes) -> None:
        count = operand[0] if operand else 0
        cells = 1 + 2 * (count + 1)
        if not count or len(operand) < cells:
            return
        self.edges = list(struct.unpack_from(f"<{count + 1}h", operand, 1))
        marks = (operand[at : at + 2] for at in range(cells, len(operand), _CELL))
        self._marks = [int.from_bytes(mark, "little") for mark in marks][:count]
        self._marks += [0] * (count - len(self._marks))

    def _merge_down(self, operand: bytes) -> None:
        cell, kind = operand[:2] if len(operand) > 1 else (len(self._marks), 0)
        if cell < len(self._marks):
            self._marks[cell] &= ~_MERGED_DOWN
            self._marks[cell] |= _VERTICAL.get(kind, 0)

    def _merge_across(self, operand: bytes) -> None:
        first, end = operand
        for cell in range(first, min(end, len(self._marks))):
            self._marks[cell] &= ~_MERGED_ACROSS
            self._marks[cell] |= 1 if cell == first else 2

    def _split(self, operand: bytes) -> None:
        first, end = operand
        for cell in range(first, min(end, len(self._marks))):
            self._marks[cell] &= ~_MERGED_ACROSS

    def _widen(self, operand: bytes) -> None:
        first, end, width = _WIDE.unpack(operand)
        widths = [right - left for left, right in pairwise(self.edges)]
        end = min(end, len(widths))
        widths[first:end] = [width] * (end - first)
        self.edges = list(accumulate([*self.edges[:1], *widths]))

    def _insert(self, operand: bytes) -> None:
        at, count, width = _WIDE.unpack(operand)
        cells = len(self._marks)
        if not self.edges or at > cells or cells + count > _MOST_CELLS:
            return
        begin = self.edges[at]
        new = [begin + width * number for number in range(count)]
        rest = [edge + width * count for edge in self.edges[at:]]
        self.edges = [*self.edges[:at], *new, *rest]
        self._marks[at:at] = [0] * count

    def _delete(self, operand: bytes) -> None:
        first, end = operand
        if first >= end or end > len(self._marks):
            return
        gone = self.edges[end] - self.edges[first]
        self.edges[first:] = [edge - gone for edge in self.edges[end:]]
        del self._marks[first:end]


_CHANGES: Final[dict[int, Callable[[Row, bytes], None]]] = {
    Modifier.TABLE_ROW: Row._define,
    Modifier.TABLE_VERTICAL_MERGE: Row._merge_down,
    Modifier.TABLE_MERGE: Row._merge_across,
    Modifier.TABLE_SPLIT: Row._split,
    Modifier.TABLE_WIDTH: Row._widen,
    Modifier.TABLE_INSERT: Row._insert,
    Modifier.TABLE_DELETE: Row._delete,
}

_SAME_EDGE: Final = 20
"""Edges within a point are equal: programs round each row's widths separately."""
_GUESSED_WIDTH: Final = 1000


def complete_edges(row: Row, cells: int) -> list[int]:
    """The distinct edges of a row with ``cells`` cells; missing ones are guessed."""
    edges = row.edges[: cells + 1] or [0]
    edges += [edges[-1] + _GUESSED_WIDTH * n for n in range(1, cells + 2 - len(edges))]
    for number in range(1, len(edges)):
        edges[number] = max(edges[number], edges[number - 1] + _SAME_EDGE + 1)
    return edges


def grid_columns(rows: Sequence[Sequence[int]]) -> dict[int, int]:
    """The grid column that begins at each edge, given the edges of each row."""
    columns: dict[int, int] = {}
    column, begin = -1, 0
    for edge in sorted({edge for edges in rows for edge in edges}):
        if column < 0 or edge - begin > _SAME_EDGE:
            column += 1
            begin = edge
        columns[edge] = column
    return columns
