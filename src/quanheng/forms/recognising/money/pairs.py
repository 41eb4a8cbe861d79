"""Money as labels with their value beside them: 实际到位资金（万元） | 89."""

import re
from collections.abc import Sequence
from typing import Final

from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.forms.recognising.money.pieces import Piece, is_figure
from quanheng.forms.recognising.money.reading import BudgetReading

_KIND: Final = re.compile(r"(?:性质|级次|类型|类别|属性|科目)[：:]?$")
_POINTS: Final = ("weight", "score")


class MoneyPairs:
    """Labels with their value beside them, while their rows are being read.

    A source below the label of a row of money belongs to that row: 其中：中央财政
    stands in the same column as 实际到位资金. So does one right of it in its row.
    Beside the money of the year that of the whole period (中期资金总额) is left out,
    with its sources.

    Args:
        reading: Where the amounts go.
        has_year: Whether some label names all the money of the year.
    """

    def __init__(self, reading: BudgetReading, *, has_year: bool = False) -> None:
        self._reading = reading
        self._has_year = has_year
        self._above: dict[int, BudgetRow | None] = {}
        self._last = BudgetRow.ANNUAL

    def take(self, pieces: Sequence[Piece]) -> None:
        """Read the pairs of a row."""
        before: Piece | None = None
        labels = [piece for piece in pieces if piece.is_label and piece.is_own]
        is_alone = len(labels) == 1 and not labels[0].label.names_row
        for number, piece in enumerate(pieces):
            if not piece.is_label:
                continue
            if self._is_of_period(piece, labels):
                self._above[piece.cell.column] = None
                continue
            after, next_but_one = [*pieces[number + 1 : number + 3], None, None][:2]
            if not _is_amount(after) and _names_kind(pieces[:number]):
                continue  # 资金性质 | 财政拨款: a label as the value of another
            if is_alone and _is_amount(after) and _is_amount(next_but_one):
                continue  # 合计 | 60 | 50: which amounts these are, no head says
            if _leads(piece, after):
                before = piece
                self._note_row(piece)
            elif piece.is_own and (value := _value(piece, after)) is not None:
                self._put(piece, before, value)

    def _is_of_period(self, piece: Piece, labels: Sequence[Piece]) -> bool:
        """Whether a label stands for all the years beside the money of one."""
        if not (piece.is_own and piece.label.is_whole):
            return False
        if piece.label.time:
            return piece.label.time == "period" and self._has_year
        return not piece.label.names_row and any(
            other.label.is_whole
            and other.label.time == "year"
            and not other.label.names_row
            for other in labels
        )

    def _note_row(self, piece: Piece) -> None:
        if piece.label.names_row:
            self._last = BudgetRow(piece.label.row)
            self._above[piece.cell.column] = self._last

    def _put(self, piece: Piece, before: Piece | None, value: Field) -> None:
        if piece.label.extra in _POINTS and not piece.label.is_money:
            self._reading.note_points(piece.label.extra, value)
            return
        self._reading.note_unit([piece.field])
        if piece.label.names_row:
            source = before.label.source if before else ""
            row: BudgetRow | None = BudgetRow(piece.label.row)
        else:
            source, row = piece.label.source, self._row(piece, before)
        if row is None:
            return
        self._note_row(piece)
        if source == "none":
            self._reading.note_further(value)
        elif source or piece.label.names_row:
            self._reading.put((row, BudgetColumn(source or "total")), value)

    def _row(self, piece: Piece, before: Piece | None) -> BudgetRow | None:
        """The row of money that a source belongs to; None where it is no year's."""
        if before and before.label.row_sure >= 1.0:
            return BudgetRow(before.label.row)
        if piece.label.is_whole:  # behind the money of all the years
            self._above[piece.cell.column] = (
                self._above.get(piece.cell.column) or self._last
            )
        return self._above.get(piece.cell.column, self._last)


def _leads(piece: Piece, after: Piece | None) -> bool:
    """Whether a label stands before the labels of what it is made of."""
    if after is None or not after.label.is_money or after.is_value:
        return False
    if not piece.is_own:
        return True
    return piece.label.names_row != after.label.names_row


def _names_kind(before: Sequence[Piece]) -> bool:
    """Whether the label before says which kind of money it is, not how much."""
    return bool(before) and _KIND.search(before[-1].field.raw) is not None


def _is_amount(piece: Piece | None) -> bool:
    return piece is not None and piece.is_value and is_figure(piece.field.raw)


def _value(piece: Piece, after: Piece | None) -> Field | None:
    """The value of a label: blank before another label; None where none is sure."""
    if after is None or after.is_label or after.label.is_other:
        return Field("", piece.cell.at)
    return after.field if after.is_value else None
