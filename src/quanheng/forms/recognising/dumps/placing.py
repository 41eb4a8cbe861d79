"""Pieces in order → rows and columns, by what each looks like (归位).

A piece goes right of the one before it in the same row, begins the next row, or is the
rest of the one before it. The best way of all is found in one pass over the pieces; a
piece that another way would put into another column for nearly as much has no place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from quanheng.forms.recognising.dumps.pieces import JOINED, ROW, Piece, around, marks
from quanheng.forms.recognising.judging.evidence import evidence
from quanheng.forms.recognising.judging.path import Weights, learned_weights

NOWHERE: Final = float("-inf")
SURE: Final = 5.0
"""A piece that another column would take for so little less has no place."""
MERGED: Final = frozenset(
    ("level1", "level2", "level1_weight", "level2_weight", "money_label")
)
"""Columns whose cell may stand in a row above."""
_POINTS: Final = frozenset(
    ("weight", "score", "level1_weight", "level2_weight", "money_points")
)
_FIGURES: Final = frozenset(("number", "points", "percent", "dash", "blank", "filler"))
_NEVER: Final = 20.0
"""What it costs to miss the cell of another column where blank cells are kept."""


class Place(NamedTuple):
    """Where a piece goes (位置).

    Attributes:
        row: Number of its row.
        column: Number of its column.
        margin: How much better this is than the best way with another column.
    """

    row: int
    column: int
    margin: float


@dataclass(frozen=True, slots=True)
class Board:
    """Columns that pieces are placed in (栏).

    Attributes:
        roles: What each column holds.
        blanks: Whether blank cells are among the pieces.
        rows: How rows begin: ``given`` by the lines, ``lines`` like to, ``free``.
    """

    roles: tuple[str, ...]
    blanks: bool
    rows: str

    @property
    def missing(self) -> str:
        """The feature of a column without a piece."""
        return "missing/kept" if self.blanks else "missing/lost"

    def row_mark(self, piece: Piece) -> str:
        """The feature of a row that begins with a piece."""
        if self.rows == "lines":
            return "row/start" if piece.starts else "row/inner"
        return f"row/{self.rows}"

    def joins(self, piece: Piece) -> str:
        """The feature of a piece that is the rest of another."""
        where = "start" if piece.starts else "inner"
        return f"joined/{self.rows}/{where}"


def placed(pieces: Sequence[Piece], board: Board) -> list[Place]:
    """The best place of each piece."""
    if not pieces:
        return []
    return _Placing(pieces, board, learned_weights("cells")).places()


def worth(pieces: Sequence[Piece], board: Board) -> float:
    """How well pieces fit their columns; negative infinity where they are too many."""
    if not pieces:
        return 0.0
    if board.rows == "given" and len(pieces) > len(board.roles):
        return NOWHERE
    return _Placing(pieces, board, learned_weights("cells")).total()


def placed_with(
    pieces: Sequence[Piece], board: Board, weights: Weights
) -> list[tuple[int, int, bool]]:
    """Row, column and whether it is a rest, by weights that are being learned."""
    return _Placing(pieces, board, weights).path()


def suits(role: str, text: str) -> bool:
    """Whether a column of points may hold a text."""
    return role not in _POINTS or evidence(text).shape in _FIGURES


@lru_cache(maxsize=65536)
def _known_scores(text: str, before: str, second: str, after: str) -> tuple[float, ...]:
    """How much a piece among others speaks for each label, by the weights we keep."""
    told = marks(text, before, second, after)
    return tuple(learned_weights("cells").scores(told))


class _Placing:
    def __init__(self, pieces: Sequence[Piece], board: Board, weights: Weights) -> None:
        self.board, self.pieces, self.weights = board, pieces, weights
        number = {label: n for n, label in enumerate(weights.labels)}
        roles = [number[role] for role in board.roles]
        skips = weights.scores([board.missing])
        if board.blanks:
            skips = [
                s if label in MERGED else s - _NEVER
                for label, s in zip(weights.labels, skips, strict=True)
            ]
        self.before = [0.0]
        """What it costs to leave all columns before each one without a piece."""
        for role in roles:
            self.before.append(self.before[-1] + skips[role])
        self.own: list[list[float]] = []
        self.rows: list[float] = []
        self.rests: list[float] = []
        for n, piece in enumerate(pieces):
            scores = self._scores(n)
            self.own.append(
                [
                    scores[n] - (0.0 if suits(role, piece.text) else _NEVER)
                    for n, role in zip(roles, board.roles, strict=True)
                ]
            )
            self.rows.append(self._row(piece, scores[number[ROW]], number[ROW]))
            self.rests.append(self._rest(n, scores[number[JOINED]], number[JOINED]))
        self.forward, self.ways = self._ahead()

    def _scores(self, n: int) -> Sequence[float]:
        if self.weights is learned_weights("cells"):
            return _known_scores(*around(self.pieces, n))
        return self.weights.scores(marks(*around(self.pieces, n)))

    def _one(self, mark: str, label: int) -> float:
        told = self.weights.features.get(mark)
        return told[label] if told else 0.0

    def _row(self, piece: Piece, score: float, label: int) -> float:
        if self.board.rows == "given":
            return 0.0 if piece.starts else NOWHERE
        return score + self._one(self.board.row_mark(piece), label)

    def _rest(self, n: int, score: float, label: int) -> float:
        piece = self.pieces[n]
        if not n or self.board.rows == "given" or not piece.text:
            return NOWHERE
        if "category" in evidence(piece.text).exact:
            return NOWHERE  # the name of a class is a cell of its own
        return score + self._one(self.board.joins(piece), label)

    def _within(self, n: int) -> bool:
        """Whether a piece may go on with the row of the one before it."""
        return n > 0 and not (self.board.rows == "given" and self.pieces[n].starts)

    def _ahead(self) -> tuple[list[list[float]], list[list[int]]]:
        """For each piece and column the best total, and where it comes from.

        The way back is the column of the piece before: as it is where the row goes on,
        less one and negative where the row is new.
        """
        before, count = self.before, len(self.board.roles)
        totals: list[list[float]] = []
        ways: list[list[int]] = []
        for n, own in enumerate(self.own):
            last = totals[-1] if totals else None
            new, new_way = 0.0, -count - 1
            if last is not None:
                ends = [v - before[c + 1] for c, v in enumerate(last)]
                best = max(range(count), key=ends.__getitem__)
                new, new_way = ends[best] + before[count], -best - 1
            new += self.rows[n] if n else 0.0
            now, way = [], []
            inner, inner_way = NOWHERE, 0
            for c in range(count):
                total, origin = new + before[c] + own[c], new_way
                if last is not None:
                    if inner + before[c] + own[c] > total:
                        total, origin = inner + before[c] + own[c], inner_way
                    if last[c] + self.rests[n] > total:
                        total, origin = last[c] + self.rests[n], c
                    if self._within(n) and last[c] - before[c + 1] > inner:
                        inner, inner_way = last[c] - before[c + 1], c
                now.append(total)
                way.append(origin)
            totals.append(now)
            ways.append(way)
        return totals, ways

    def total(self) -> float:
        """How well all pieces fit."""
        ends = (v - self.before[c + 1] for c, v in enumerate(self.forward[-1]))
        return max(ends) + self.before[-1]

    def path(self) -> list[tuple[int, int, bool]]:
        """Row, column and whether it is a rest of each piece."""
        if not self.pieces:
            return []
        count = len(self.board.roles)
        ends = [v - self.before[c + 1] for c, v in enumerate(self.forward[-1])]
        column = max(range(count), key=ends.__getitem__)
        back: list[tuple[int, bool, bool]] = []
        for n in range(len(self.pieces) - 1, -1, -1):
            origin = self.ways[n][column]
            back.append((column, origin < 0, origin == column))
            column = origin if origin >= 0 else -origin - 1
        found, row = [], -1
        for column, is_new, is_rest in reversed(back):
            row += is_new
            found.append((row, column, is_rest))
        return found

    def places(self) -> list[Place]:
        """The best place of each piece with its margin."""
        path = self.path()
        behind = self._behind()
        found = []
        for (row, column, _), ahead, after in zip(
            path, self.forward, behind, strict=True
        ):
            totals = [a + b for a, b in zip(ahead, after, strict=True)]
            best, totals[column] = totals[column], NOWHERE
            found.append(Place(row, column, best - max(totals)))
        return found

    def _behind(self) -> list[list[float]]:
        """For each piece and column the best total of what comes after it."""
        before, count = self.before, len(self.board.roles)
        closing = [before[count] - before[c + 1] for c in range(count)]
        found = [closing]
        for n in range(len(self.pieces) - 1, 0, -1):
            own, last = self.own[n], found[-1]
            reached = [before[c] + own[c] + last[c] for c in range(count)]
            new = max(reached) + self.rows[n]
            now = [NOWHERE] * count
            inner = NOWHERE
            for c in range(count - 1, -1, -1):
                now[c] = max(
                    closing[c] + new,
                    inner - before[c + 1],
                    last[c] + self.rests[n],
                )
                if self._within(n):
                    inner = max(inner, reached[c])
            found.append(now)
        return found[::-1]
