"""A table of indicators in pieces: its columns, and the rows on them (失表指标表)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from quanheng.document.table import Cell
from quanheng.forms.recognising.dumps.certain import certain_rows
from quanheng.forms.recognising.dumps.columned import Line, roles_of, shifted
from quanheng.forms.recognising.dumps.heads import Stack
from quanheng.forms.recognising.dumps.pieces import Piece
from quanheng.forms.recognising.dumps.placing import SURE, Board, Place, placed, worth
from quanheng.forms.recognising.judging.evidence import best, evidence
from quanheng.forms.recognising.rows import Row

Cut = list[tuple[int, list[Piece], float]]
"""The pieces of each column of a row, and how sure their place is."""
_LINED: Final = 1.5
"""Words a line, on average, from which on lines tell where rows begin."""
_OF_RESULT: Final = {"actual", "score", "completion", "unit", "sign"}
"""Heads that may stand below one for all that was done."""
_PARTS: Final = (2, 3, 4)
"""How many heads may part one that stands above them."""
_TRIED: Final = 40
"""So many pieces show which order of heads is right."""
_TWO_ROWS: Final = 10.0
"""How much better two rows of heads must fit than one."""


@dataclass(frozen=True, slots=True)
class LostTable:
    """A table of indicators whose columns are known (指标表)."""

    heads: Sequence[Stack]
    first: int
    board: Board

    def rows(self, pieces: Sequence[Piece]) -> Iterator[Row]:
        """The rows that pieces make below the head."""
        cut = _cut(pieces, placed(pieces, self.board))
        lines = [_line(row, len(self.board.roles)) for row in cut]
        if any(piece.is_cut for piece in pieces):
            sure = certain_rows(lines, self.board.roles)
        else:
            sure = list(lines)
        for row, line in zip(cut, sure, strict=True):
            if line is not None:
                bare = Row((), (), (), row[0][1][0].at, "indicator")
                yield shifted(bare, line, self.first)

    def head(self) -> Row:
        """The row of its heads."""
        cells = tuple(stack[-1] for stack in self.heads)
        return shifted(Row((), (), (), cells[0].at, "head"), cells, 0)


def table_of(head: Sequence[Piece], below: Sequence[Sequence[Piece]]) -> LostTable:
    """The table whose columns the pieces below fit best."""
    pieces = [piece for run in below for piece in run]
    blanks = any(not piece.text for piece in pieces)
    rows = "lines" if _is_lined(pieces) else "free"
    some = pieces[:_TRIED]
    ways = []
    for number, heads in enumerate(_orders(head)):
        first, held = roles_of(heads, [])
        board = Board(tuple(held), blanks, rows)
        total = worth(some, board) - _TWO_ROWS * (number > 0)
        ways.append((total, heads, first, board))
    _, heads, first, board = max(ways, key=lambda way: way[0])
    lines = [
        _line(row, len(board.roles))
        for run in below
        for row in _cut(run, placed(run, board))
    ]
    held = roles_of(heads, lines)[1]
    return LostTable(heads, first, replace(board, roles=tuple(held)))


def _orders(head: Sequence[Piece]) -> Iterator[list[Stack]]:
    """The ways in which heads may stand above columns.

    The last of them may be a second row that parts one of the first.
    """
    cells = [Cell(piece.text, 0, n, at=piece.at) for n, piece in enumerate(head)]
    yield [(cell,) for cell in cells]
    for parts in _PARTS:
        upper, lower = cells[:-parts], cells[-parts:]
        for n, whole in enumerate(upper):
            if not _may_part(whole, lower):
                continue
            stacks: list[Stack] = [(cell,) for cell in upper]
            stacks[n : n + 1] = [(whole, part) for part in lower]
            yield stacks


def _may_part(whole: Cell, parts: Sequence[Cell]) -> bool:
    """Whether heads may stand below another: levels below the name of the block."""
    told = evidence(whole.text)
    name = (best("indicator", whole.text) or ("",))[0]
    names = {(best("indicator", part.text) or ("",))[0] for part in parts}
    if "indicator_block" in told.exact:
        return names <= {"level1", "level2", "level3"}
    if name == "target":
        return names <= {"target", "sign", "unit"}
    return not name.startswith("level") and names <= _OF_RESULT


def _is_lined(pieces: Sequence[Piece]) -> bool:
    """Whether the lines tell where rows begin: several words stand on each."""
    starts = sum(piece.starts for piece in pieces)
    return len(pieces) > _LINED * starts > _LINED


def _cut(pieces: Sequence[Piece], places: Sequence[Place]) -> list[Cut]:
    rows: list[Cut] = []
    last = (-1, -1)
    for piece, place in zip(pieces, places, strict=True):
        if place.row != last[0]:
            rows.append([])
        if (place.row, place.column) == last:
            rows[-1][-1][1].append(piece)
        else:
            rows[-1].append((place.column, [piece], place.margin))
        last = place.row, place.column
    return rows


def _line(row: Cut, width: int) -> Line:
    cells: list[Cell | None] = [None] * width
    for column, pieces, margin in row:
        if margin >= SURE:
            text = "".join(piece.text for piece in pieces)
            cells[column] = Cell(text, 0, column, at=pieces[0].at)
    return tuple(cells)
