"""Weights of where pieces of lost tables go, learned from generated forms (训练)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from quanheng.document import table as tables
from quanheng.forms.recognising.dumps.pieces import (
    JOINED,
    LABELS,
    ROW,
    Piece,
    around,
    marks,
)
from quanheng.forms.recognising.dumps.placing import Board, placed_with
from quanheng.forms.recognising.indicators.columns import Column
from quanheng.forms.recognising.judging.evidence import shape
from quanheng.forms.recognising.judging.path import Weights
from quanheng.forms.recognising.rows import Row

Way = list[tuple[int, int, bool]]
"""Row, column and whether it is a rest, of each piece."""
_UNKNOWN_SHARE: Final = 0.2
_BROKEN_SHARE: Final = 0.06
_LEAST_BROKEN: Final = 6
_LEFT_OUT_SHARE: Final = 0.25
_LEFT_OUT: Final = (
    *(("weight", "score"), ("score",), ("actual",), ("actual", "score"), ("target",)),
    *(("money_amount",), ("money_points",), ("money_rate", "money_points")),
)
"""What a row may leave blank."""
_FIGURES: Final = frozenset(("number", "percent", "amount", "dash", "blank"))


@dataclass(frozen=True, slots=True)
class Torn:
    """Pieces, the columns they came from, and where each one stood (样本)."""

    pieces: tuple[Piece, ...]
    board: Board
    truth: Way


def torn(
    columns: Sequence[Column], roles: Sequence[str], body: Sequence[Row], random: Random
) -> Iterator[Torn]:
    """A table without its lines; none where nothing is left.

    Here and there a row leaves out its points or its result.
    """
    used = [
        n
        for n, column in enumerate(columns)
        if any(_is_own(cell, row) for cell, row in zip(column.cells, body, strict=True))
    ]
    blanks = random.random() < 0.4
    rows = random.choice(["given", "given", "lines", "free"])
    breaks = rows == "lines" and random.random() < 0.5
    pieces: list[Piece] = []
    truth: Way = []
    number = -1
    for place, row in enumerate(body):
        fresh = True
        out = random.choice(_LEFT_OUT) if random.random() < _LEFT_OUT_SHARE else ()
        for column, n in enumerate(used):
            cell = columns[n].cells[place]
            if cell is None or not _is_own(cell, row):
                continue
            printed = "" if roles[n] in out else cell.text
            if not (printed or blanks):
                continue
            number += fresh
            for rest, text in enumerate(_parts(printed, random, rows)):
                starts = (fresh and rest == 0) or (breaks and random.random() < 0.3)
                pieces.append(Piece(text, starts=starts))
                truth.append((number, column, rest > 0))
            fresh = False
    board = Board(tuple(roles[n] for n in used), blanks, rows)
    if pieces:
        yield Torn(tuple(pieces), board, truth)


def _parts(text: str, random: Random, rows: str) -> list[str]:
    """A text, now and then broken in two."""
    flat = " ".join(text.split("\n"))
    if rows == "given" or len(flat) < _LEAST_BROKEN or random.random() > _BROKEN_SHARE:
        return [flat]
    cut = random.randint(2, len(flat) - 2)
    return [flat[:cut], flat[cut:]]


def _is_own(cell: tables.Cell | None, row: Row) -> bool:
    return cell is not None and cell in row.own


def money_roles(columns: Sequence[Column], random: Random) -> list[str]:
    """What each column of a table of money holds, by what stands in it."""
    unknown = random.random() < _UNKNOWN_SHARE
    found: list[str] = []
    across = False
    for column in columns:
        texts = [c.text for c in column.cells if c is not None and c.text]
        counts = Counter(shape(text) for text in texts)
        figures = counts["number"] + counts["amount"] + counts["percent"]
        if any(kind not in _FIGURES for kind in counts):
            role = "label"
        elif any(text.startswith("(") for text in texts):
            role = "line"
        elif unknown:
            role = "unknown"
        elif counts["percent"] == figures:
            role = "rate"
        elif figures == 1 and counts["dash"]:
            role = "points"
        else:
            role = "amount"
        across = across or (role == "amount" and counts["percent"] > 0)
        found.append(f"money_{role}")
    if across:  # the sources stand side by side
        found = [role.replace("amount", "source") for role in found]
    return found


def learned_places(data: Sequence[Torn], epochs: int = 5) -> Weights:
    """Weights by the averaged structured perceptron (Collins 2002)."""
    count = len(LABELS)
    now: dict[str, list[float]] = {}
    total: dict[str, list[float]] = {}
    weights = Weights(LABELS, now, ())
    step = 1
    order = list(range(len(data)))
    for epoch in range(epochs):
        Random(epoch).shuffle(order)  # noqa: S311 - the same weights each time
        for place in order:
            sample = data[place]
            guess = placed_with(sample.pieces, sample.board, weights)
            step += 1
            if guess == sample.truth:
                continue
            change = Counter(_told(sample, sample.truth))
            change.subtract(Counter(_told(sample, guess)))
            for (mark, label), size in change.items():
                if size:
                    for kept, much in ((now, 1.0), (total, float(step))):
                        kept.setdefault(mark, [0.0] * count)[label] += size * much
    averaged = {
        mark: [w - t / step for w, t in zip(now[mark], total[mark], strict=True)]
        for mark in now
    }
    return Weights(LABELS, averaged, ())


def right_places(data: Sequence[Torn], weights: Weights) -> float:
    """The share of pieces of other samples that go where they stood."""
    good = pieces = 0
    for sample in data:
        guess = placed_with(sample.pieces, sample.board, weights)
        pieces += len(guess)
        good += sum(a == b for a, b in zip(guess, sample.truth, strict=True))
    return good / max(pieces, 1)


def _told(sample: Torn, way: Way) -> Iterator[tuple[str, int]]:
    """What speaks for a way, each feature with its label."""
    board = sample.board
    number = {label: n for n, label in enumerate(LABELS)}
    taken: set[tuple[int, int]] = set()
    before = 0
    for n, (row, column, is_rest) in enumerate(way):
        told = marks(*around(sample.pieces, n))
        piece = sample.pieces[n]
        if is_rest:
            yield from ((mark, number[JOINED]) for mark in told)
            yield board.joins(piece), number[JOINED]
            continue
        yield from ((mark, number[board.roles[column]]) for mark in told)
        taken.add((row, column))
        if row != before and board.rows != "given":
            yield from ((mark, number[ROW]) for mark in told)
            yield board.row_mark(piece), number[ROW]
        before = row
    for row in range(before + 1):
        for column, role in enumerate(board.roles):
            if (row, column) not in taken:
                yield board.missing, number[role]
