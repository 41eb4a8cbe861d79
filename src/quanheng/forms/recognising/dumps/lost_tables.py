"""Lines that were the rows or cells of a form → its rows (失表文本)."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from typing import Final

from quanheng.core.field import Field
from quanheng.core.source import Source
from quanheng.document.table import Cell
from quanheng.forms.recognising.dumps.columned import (
    Line,
    on_columns,
    roles_of,
    shifted,
    total_cells,
)
from quanheng.forms.recognising.dumps.heads import Stack
from quanheng.forms.recognising.dumps.kinds import piece_kinds
from quanheng.forms.recognising.dumps.money_columns import FIGURES
from quanheng.forms.recognising.dumps.pieces import Piece
from quanheng.forms.recognising.dumps.placing import SURE, Board, Place, placed, worth
from quanheng.forms.recognising.dumps.words import cells_of, gapped, pieces_of
from quanheng.forms.recognising.judging.evidence import best, evidence
from quanheng.forms.recognising.judging.features import Item
from quanheng.forms.recognising.rows import Row

Judge = Callable[[Sequence[Item]], list[Row]]
"""Tells what each row is."""
Told = tuple[Piece, str]
"""A piece with what it is."""
Cut = list[tuple[int, list[Piece], float]]
"""The pieces of each column of a row, and how sure their place is."""
_DOTS: Final = re.compile(r"[.…·]+")
"""A row left to be filled in."""
_DIGIT: Final = re.compile(r"\d")
_MOST_PIECES: Final = 20_000
"""The longest form has a tenth of it; what is beyond is not read."""
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
_RUNS: Final = {
    "indicator": "body",
    "filler": "body",
    "money_head": "money",
    "money_label": "money",
    "pair_label": "pair",
    "goal_head": "goal",
    "total_label": "total",
}
"""Kinds of pieces that make rows together."""


def lost_rows(lines: Sequence[Field], judge: Judge) -> list[Row]:
    """The rows of a form in lines, each knowing what it is.

    Args:
        lines: The lines of a document without tables; a blank one is a blank cell.
        judge: What tells the kinds of rows.
    """
    if gapped([line.raw for line in lines]):
        rows = [row_of(cells_of(line.raw), line.at) for line in lines if line.raw]
        return on_columns(judge([Item(row) for row in rows if row.own]))
    pieces = pieces_of(lines)[:_MOST_PIECES]
    kinds = iter(piece_kinds([piece.text for piece in pieces if piece.text]))
    told: list[Told] = []
    for piece in pieces:
        kind = next(kinds) if piece.text else told[-1][1] if told else "text"
        told.append((piece, kind))
    return list(_Cutter().rows(told))


def row_of(texts: Sequence[str], at: Source, kind: str = "") -> Row:
    """A row of cells side by side that ends where its texts do."""
    cells = tuple(Cell(text, 0, n, at=at) for n, text in enumerate(texts))
    return Row((*cells, None), cells, (), at, kind)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of indicators whose columns are known (指标表)."""

    heads: Sequence[Stack]
    first: int
    board: Board

    def rows(self, pieces: Sequence[Piece]) -> Iterator[Row]:
        """The rows that pieces make below the head."""
        for row in _cut(pieces, placed(pieces, self.board)):
            bare = Row((), (), (), row[0][1][0].at, "indicator")
            yield shifted(bare, _line(row, len(self.board.roles)), self.first)

    def head(self) -> Row:
        """The row of its heads."""
        cells = tuple(stack[-1] for stack in self.heads)
        return shifted(Row((), (), (), cells[0].at, "head"), cells, 0)


class _Cutter:
    """Cuts pieces into rows; knows the table that they stand in."""

    def __init__(self) -> None:
        self.table: _Table | None = None

    def rows(self, told: Sequence[Told]) -> Iterator[Row]:
        """The rows that runs of pieces of a kind make."""
        runs = [(kind, list(run)) for kind, run in groupby(told, key=_run_of)]
        for number, (kind, run) in enumerate(runs):
            pieces = [piece for piece, _ in run]
            filled = [piece for piece in pieces if piece.text]
            if kind == "head" and filled:
                self.table = _table(filled, _below(runs[number + 1 :]))
                yield self.table.head()
            elif kind == "body" and self.table:
                if not self.table.board.blanks:
                    pieces = [p for p in pieces if not _DOTS.fullmatch(p.text)]
                yield from self.table.rows(pieces)
            else:
                yield from self._run(kind, run, filled)

    def _run(
        self, kind: str, run: Sequence[Told], filled: Sequence[Piece]
    ) -> Iterator[Row]:
        if kind == "money":
            yield from on_columns(list(_money(run)))
        elif kind == "pair":
            yield from _labelled(run, "pair_label", "pair")
        elif kind == "goal":
            yield from _goals(run)
        elif kind == "total":
            yield from map(self._total, _labelled(run, "total_label", "total"))
        elif kind in ("class", "body"):
            kind = "class" if kind == "class" else "other"
            yield from (_row([piece], kind) for piece in filled)
        else:
            yield from _lines(filled, kind)

    def _total(self, row: Row) -> Row:
        if not any(evidence(cell.text).shape in FIGURES for cell in row.filled):
            return replace(row, kind="other")  # it tells no total
        if self.table is None:
            return row
        return shifted(row, total_cells(row, self.table.board), self.table.first)


def _below(runs: Sequence[tuple[str, Sequence[Told]]]) -> list[list[Piece]]:
    """The pieces below a head, run by run, up to the next."""
    within = takewhile(lambda run: run[0] != "head", runs)
    return [[piece for piece, _ in run] for kind, run in within if kind == "body"]


def _table(head: Sequence[Piece], below: Sequence[Sequence[Piece]]) -> _Table:
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
    return _Table(heads, first, replace(board, roles=tuple(held)))


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


def _run_of(told: Told) -> str:
    return _RUNS.get(told[1], told[1])


def _row(pieces: Sequence[Piece], kind: str) -> Row:
    at = pieces[0].at if pieces else Source()
    row = row_of([piece.text for piece in pieces], at, kind)
    cells = tuple(
        replace(cell, at=piece.at) for cell, piece in zip(row.own, pieces, strict=True)
    )
    return replace(row, slots=(*cells, None), own=cells)


def _lines(pieces: Sequence[Piece], kind: str) -> Iterator[Row]:
    """Pieces of text, those of a line together."""
    line: list[Piece] = []
    for piece in pieces:
        if piece.starts and line:
            yield _row([_joined(line)], kind)
            line = []
        line.append(piece)
    if line:
        yield _row([_joined(line)], kind)


def _joined(pieces: Sequence[Piece]) -> Piece:
    return Piece(" ".join(piece.text for piece in pieces), pieces[0].at)


def _labelled(run: Sequence[Told], label: str, kind: str) -> Iterator[Row]:
    """Labels, each with what follows it up to the next."""
    for part in _parts(run, label):
        pieces = [piece for piece, _ in part if piece.text]
        if not pieces:
            continue
        if kind == "pair" and len(pieces) > 1 and part[0][1] == label:
            pieces = [pieces[0], _joined(pieces[1:])]
        yield _row(pieces, kind)


def _parts(run: Sequence[Told], label: str) -> Iterator[list[Told]]:
    part: list[Told] = []
    for piece, kind in run:
        if kind == label and part:
            yield part
            part = []
        part.append((piece, kind))
    if part:
        yield part


def _money(run: Sequence[Told]) -> Iterator[Row]:
    """The head of a table of money and its rows, or labels with their amounts."""
    begun = next((n for n, (_, kind) in enumerate(run) if kind == "money"), len(run))
    has_head = any(kind == "money_head" for _, kind in run)
    # All labels before the first amount are heads, but for the one beside it.
    heads = [piece for piece, _ in run[: begun - 1] if has_head and piece.text]
    rest = list(run[begun - 1 :] if heads else run)
    if heads:
        yield _row(heads, "money_head")
        for part in _parts(rest, "money_label"):
            yield _row([piece for piece, _ in part], "money")
    else:
        yield _row([piece for piece, _ in rest if piece.text], "money")


def _is_goal_head(told: Told) -> bool:
    """Whether a piece is a label; an unknown one is not if it tells a number."""
    piece, kind = told
    return kind == "goal_head" and (
        best("goal", piece.text) is not None or not _DIGIT.search(piece.text)
    )


def _is_known_goal(told: Told) -> bool:
    return best("goal", told[0].text) is not None


def _goals(run: Sequence[Told]) -> Iterator[Row]:
    """Labels of goals in a row, the texts below or behind them in the next."""
    has_texts = any(piece.text and not _is_goal_head((piece, k)) for piece, k in run)
    tells_head = _is_goal_head if has_texts else _is_known_goal
    for is_head, part in groupby(run, key=tells_head):
        pieces = [piece for piece, _ in part if piece.text]
        kind = "goal_head" if is_head else "goal"
        if pieces:
            yield _row(pieces, kind)


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
