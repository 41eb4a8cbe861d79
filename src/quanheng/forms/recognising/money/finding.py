"""Where the rows of money begin and end in a table (资金行的起止)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from quanheng.core.budget import RATE_ROWS
from quanheng.forms.labels import unit_in_label
from quanheng.forms.recognising.judging.evidence import evidence
from quanheng.forms.recognising.money.labels import money_label
from quanheng.forms.recognising.money.pieces import Piece, is_figure, pieces_of
from quanheng.forms.recognising.rows import Row

KINDS: Final = frozenset(("money_head", "money"))
"""Kinds of rows of money."""
_OTHERS: Final = frozenset(("class", "indicator", "subtotal", "total", "other"))
"""Kinds of rows with amounts that are not the project's money, if the kind is right."""
_LEAST_SURE: Final = 0.8
_MANY: Final = 3


def run_end(rows: Sequence[Row], number: int) -> int:
    """Where the rows of money end that begin here; the same row where none do."""
    if not _begins(rows[number]):
        return number
    end = number + 1
    while end < len(rows) and _goes_on(rows[end]):
        end += 1
    while end > number + 1 and not rows[end - 1].filled:
        end -= 1
    return end


def _begins(row: Row) -> bool:
    if row.kind in KINDS:
        return True
    if not row.filled:
        return False
    pieces = pieces_of(row)
    if row.kind == "head":
        named = any("indicator" in evidence(cell.text).exact for cell in row.filled)
        return is_head(row, pieces) and not named
    if row.kind in _OTHERS and row.runner_up not in KINDS:
        return _is_surely_money(row, pieces)
    return is_head(row, pieces) or any(True for _ in _pairs(pieces))


def _pairs(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Piece | None]]:
    """The labels of money that have their value beside them, or none at all."""
    for piece, after in zip(pieces, [*pieces[1:], None], strict=True):
        if not (piece.is_label and piece.label.is_money and piece.is_own):
            continue
        if after is None or after.is_value or after.is_label or after.label.is_other:
            yield piece, after


def _is_surely_money(row: Row, pieces: Sequence[Piece]) -> bool:
    """Whether a row is one of money by its words, whatever its kind seems to be."""
    sources = {p.label.source for p in pieces if p.label.source_sure >= 1.0}
    if len(sources) >= _MANY and is_head(row, pieces):
        return True
    return any(
        after is not None
        and is_figure(after.field.raw)
        and bool(unit_in_label(piece.field.raw))
        and piece.label.row_sure >= _LEAST_SURE
        and piece.label.row not in RATE_ROWS
        for piece, after in _pairs(pieces)
    )


def _goes_on(row: Row) -> bool:
    if row.kind in KINDS or not row.filled:
        return True
    if row.kind in ("head", "title"):
        return False
    if row.kind in _OTHERS:
        return _names_money(row)
    return _begins(row) or all(is_figure(cell.text) for cell in row.filled)


def _names_money(row: Row) -> bool:
    """Whether a row goes on with a table of money, whatever its kind seems to be."""
    first, *others = row.filled
    label = money_label(first.text)
    figures = [cell for cell in others if is_figure(cell.text)]
    if not label.is_money:
        return is_figure(first.text) and len(figures) == len(others)
    return max(label.row_sure, label.source_sure) >= 1.0 and bool(figures)


def tells_of_else(row: Row) -> bool:
    """Whether a row among those of money has a label of something else."""
    return any(piece.is_own and piece.label.is_other for piece in pieces_of(row))


def anchors(piece: Piece) -> bool:
    """Whether a label is that of a row of money, or of all the money.

    The name of a source alone (其他) heads much else.
    """
    label = piece.label
    return piece.is_label and (bool(label.row) or label.source in ("total", "fiscal"))


def is_head(row: Row, pieces: Sequence[Piece]) -> bool:
    """Whether the labels of a row stand above their amounts."""
    if any(is_figure(piece.field.raw) for piece in pieces if piece.is_own):
        return False
    own = [piece for piece in pieces if piece.is_own and (piece.field.raw)]
    labels = [piece.label for piece in own if piece.label.is_money]
    if row.kind not in KINDS and not any(map(anchors, own)):
        return False
    together = any(
        one.label.is_money
        and other.label.is_money
        and one.label.names_row == other.label.names_row
        and one.label != other.label
        for one, other in pairwise(piece for piece in pieces if piece.is_own)
        if one.is_label and other.is_label
    )
    return together or (row.kind == "money_head" and bool(labels))
