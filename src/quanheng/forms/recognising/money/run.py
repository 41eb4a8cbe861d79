"""Rows of money → amounts: below heads, or beside their label (资金各行)."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quanheng.forms.recognising.money.grid import MoneyGrid
from quanheng.forms.recognising.money.labels import money_label
from quanheng.forms.recognising.money.pairs import MoneyPairs
from quanheng.forms.recognising.money.pieces import Piece, is_figure, pieces_of
from quanheng.forms.recognising.money.reading import BudgetReading
from quanheng.forms.recognising.rows import Row, field

KINDS: Final = frozenset(("money_head", "money"))
"""Kinds of rows of money."""
_NEVER: Final = frozenset(
    ("head", "class", "indicator", "subtotal", "total", "title", "other", "note")
)
"""Kinds of rows whose amounts are not the project's money."""
_ENDS: Final = frozenset(("head", "title"))
"""Kinds of rows that no table of money goes over."""


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
    if row.kind in _NEVER or not row.filled:
        return False
    pieces = pieces_of(row)
    return is_head(row, pieces) or any(
        piece.is_label
        and piece.label.is_money
        and piece.is_own
        and (after is None or after.is_value or after.is_label or after.label.is_other)
        for piece, after in pairwise([*pieces, None])
        if piece is not None
    )


def _goes_on(row: Row) -> bool:
    if row.kind in KINDS or not row.filled:
        return True
    if row.kind in _ENDS:
        return False
    if row.kind in _NEVER:
        return _names_money(row)
    return _begins(row) or all(is_figure(cell.text) for cell in row.filled)


def _names_money(row: Row) -> bool:
    """Whether a row goes on with a table of money by its words, whatever its kind."""
    first, *others = row.filled
    label = money_label(first.text)
    sure = max(label.row_sure, label.source_sure)
    return sure >= 1.0 and any(is_figure(cell.text) for cell in others)


def is_head(row: Row, pieces: Sequence[Piece]) -> bool:
    """Whether the labels of a row stand above their amounts."""
    if any(is_figure(piece.field.raw) for piece in pieces if piece.is_own):
        return False
    own = [piece for piece in pieces if piece.is_own and (piece.field.raw)]
    labels = [piece.label for piece in own if piece.label.is_money]
    together = any(
        one.label.is_money
        and other.label.is_money
        and one.label.names_row == other.label.names_row
        and one.label != other.label
        for one, other in pairwise(piece for piece in pieces if piece.is_own)
        if one.is_label and other.is_label
    )
    return together or (row.kind == "money_head" and bool(labels))


def read_money(rows: Sequence[Row], reading: BudgetReading) -> bool:
    """Read rows of money.

    Args:
        rows: The rows, from the first head or label on.
        reading: Where the amounts go.

    Returns:
        Whether the sources stand side by side in a table of it.
    """
    told = [pieces_of(row) for row in rows]
    for row in rows:
        reading.note_unit(field(cell) for cell in (*row.carried, *row.own) if cell.text)
    heads = [is_head(row, pieces) for row, pieces in zip(rows, told, strict=True)]
    pairs = MoneyPairs(reading)
    across = False
    number = 0
    while number < len(rows):
        first = number
        while number < len(rows) and heads[number]:
            number += 1
        begin = number
        while number < len(rows) and not heads[number]:
            number += 1
        if first == begin:
            for pieces in told[begin:number]:
                pairs.take(pieces)
            continue
        grid = MoneyGrid(rows[first:begin], rows[begin:number], reading)
        across = across or grid.sources_across
        grid.read(pairs)
    return across
