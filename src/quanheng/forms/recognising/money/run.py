"""Rows of money → amounts: below heads, or beside their label (资金各行)."""

from collections.abc import Sequence

from quanheng.forms.recognising.money.finding import anchors, is_head
from quanheng.forms.recognising.money.grid import MoneyGrid
from quanheng.forms.recognising.money.pairs import MoneyPairs
from quanheng.forms.recognising.money.pieces import Piece, pieces_of
from quanheng.forms.recognising.money.reading import BudgetReading
from quanheng.forms.recognising.rows import Row, field


def read_money(rows: Sequence[Row], reading: BudgetReading) -> bool:
    """Read rows of money.

    Args:
        rows: The rows, from the first head or label on.
        reading: Where the amounts go.

    Returns:
        Whether the sources stand side by side in a table of it.
    """
    told = [pieces_of(row) for row in rows]
    if not any(anchors(piece) for pieces in told for piece in pieces):
        return False
    for row in rows:
        reading.note_unit(field(cell) for cell in (*row.carried, *row.own) if cell.text)
    heads = [is_head(row, pieces) for row, pieces in zip(rows, told, strict=True)]
    pairs = MoneyPairs(reading, has_year=_has_year(told))
    across = False
    number = 0
    while number < len(rows):
        first = number
        while number < len(rows) and heads[number]:
            number += 1
        begin = number
        while number < len(rows) and not heads[number]:
            number += 1
        grid = MoneyGrid(rows[first:begin], rows[begin:number], reading)
        across = across or grid.is_matrix
        grid.read(pairs)
    return across


def _has_year(told: Sequence[Sequence[Piece]]) -> bool:
    """Whether some label names all the money of the year."""
    return any(
        piece.is_label and piece.label.is_whole and piece.label.time == "year"
        for pieces in told
        for piece in pieces
    )
