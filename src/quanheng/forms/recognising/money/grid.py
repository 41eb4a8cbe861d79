"""Tables of money: each amount by the labels left of and above it (资金)."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.document.table import Cell
from quanheng.forms.recognising.money.columns import (
    columns_above,
    columns_in_two_rows,
)
from quanheng.forms.recognising.money.heads import heads_of, no_heads
from quanheng.forms.recognising.money.labels import EXTRAS, money_label
from quanheng.forms.recognising.money.pairs import MoneyPairs
from quanheng.forms.recognising.money.pieces import (
    is_figure,
    is_value,
    pieces_of,
    several,
    value_of,
)
from quanheng.forms.recognising.money.reading import BudgetReading
from quanheng.forms.recognising.rows import Row
from quanheng.language.folding import folded

_POINTS: Final = ("weight", "score")


class MoneyGrid:
    """One table of money while it is being read.

    Args:
        heads: The rows of its head.
        rows: The rows below.
        reading: Where the amounts go.
    """

    def __init__(
        self, heads: Sequence[Row], rows: Sequence[Row], reading: BudgetReading
    ) -> None:
        self._reading = reading
        self._rows = rows
        told = heads_of(heads) if heads else no_heads(rows)
        self._heads = [head for head in told if not head.reaches(rows[:1])]
        left = [label for row in rows if (label := _label(row))]
        known = any(money_label(cell.text).is_money for cell in left)
        both = None if known else columns_in_two_rows(self._heads)
        self.sources_across = both is None and self._is_across(left)
        self._columns = both or columns_above(
            self._heads, rows, across=self.sources_across
        )

    @property
    def is_matrix(self) -> bool:
        """Whether sources head its columns."""
        named = {name for name in self._columns.names.values() if name not in EXTRAS}
        return self.sources_across and len(named) > 1

    def _is_across(self, left: Sequence[Cell]) -> bool:
        """Whether the sources stand side by side, and the rows of money below."""
        ways = {}
        for across in (True, False):
            above, beside = _groups(across)
            heads = sum(head.meaning(above)[1] for head in self._heads)
            labels = sum(money_label(cell.text).sure(beside)[1] for cell in left)
            ways[across] = heads + labels
        return ways[True] > ways[False]

    def read(self, pairs: MoneyPairs) -> None:
        """Put the amounts where they belong."""
        begun = False
        for row in self._rows:
            if _is_formulas(row):
                continue
            if self._is_paired(row):
                pairs.take(pieces_of(row))
                continue
            label = _label(row)
            name = self._name(label, begun=begun)
            begun = True
            if name:
                self._take(row, label, name)

    def _is_paired(self, row: Row) -> bool:
        """Whether the values of a row have their labels beside them, not above."""
        if not self._columns.names:
            return True
        pieces = pieces_of(row)
        beside = [
            piece
            for piece, after in pairwise(pieces)
            if piece.is_label and piece.is_own and after.is_value and after.field.raw
        ]
        if len(beside) > 1 or self._reaches_over(row):
            return True
        return len(beside) == 1 and not any(
            cell.text and is_value(cell.text)
            for place in self._columns.names
            if (cell := row.cell(place))
        )

    def _reaches_over(self, row: Row) -> bool:
        """Whether one value takes the room of all columns, and so belongs to none."""
        places = self._columns.names
        values = {id(cell): cell for place in places if (cell := row.cell(place))}
        label = _label(row)
        return (
            len(places) > 1
            and len(values) == 1
            and label is not None
            and id(label) not in values
            and money_label(label.text).is_money
        )

    def _name(self, label: Cell | None, *, begun: bool) -> str:
        """What the label of a row stands for; the first may be the total's, unsaid."""
        group = _groups(self.sources_across)[1]
        name = money_label(label.text).sure(group)[0] if label else ""
        if name or begun:
            return name
        if self.sources_across:
            return BudgetRow.ANNUAL.value if not label else ""
        return BudgetColumn.TOTAL.value

    def _take(self, row: Row, label: Cell | None, name: str) -> None:
        for place, above in self._columns.names.items():
            cell = row.cell(place)
            if cell is not None and cell is label:
                continue
            value = value_of(cell) if cell else Field("", row.at)
            if value is None:
                continue
            if above in EXTRAS:
                self._take_points(above, name, value)
            elif "none" in (above, name, self._columns.sources.get(place)):
                self._reading.note_further(value)
            else:
                self._put(place, above, name, value)

    def _put(self, place: int, above: str, name: str, value: Field) -> None:
        if place in self._columns.joined:
            rows = self._columns.joined[place]
            for row, part in zip(rows, several(value, len(rows)), strict=False):
                self._reading.put((row, BudgetColumn.TOTAL), part)
        elif self.sources_across:
            self._reading.put((BudgetRow(name), BudgetColumn(above)), value)
        else:
            name = self._columns.sources.get(place, name)
            self._reading.put((BudgetRow(above), BudgetColumn(name)), value)

    def _take_points(self, above: str, name: str, value: Field) -> None:
        is_total = name == BudgetColumn.TOTAL and not self.sources_across
        if is_total and above in _POINTS:
            self._reading.note_points(above, value)


def _groups(across: bool) -> tuple[str, str]:
    """The group of the labels above, and of those beside."""
    return (
        ("budget_column", "budget_row") if across else ("budget_row", "budget_column")
    )


def _label(row: Row) -> Cell | None:
    """The label of a row: of the texts before its first figure the known one."""
    found: list[Cell] = []
    for cell in row.own:
        if is_figure(cell.text):
            break
        if cell.text and value_of(cell) is None:
            found.append(cell)
    known = [cell for cell in found if money_label(cell.text).is_money]
    return (known or found)[-1] if found else None


def _is_formulas(row: Row) -> bool:
    """Whether a row numbers the columns or says how they are computed."""
    texts = [folded(cell.text) for cell in row.filled]
    if any(money_label(text).extra == "line" for text in texts[:2]):
        return True
    numbers = [text for text in texts if text.isdecimal()]
    whole = sum(map(len, numbers)) == sum(map(len, texts))
    return len(numbers) > 2 and whole and _counts(list(map(int, numbers)))


def _counts(numbers: Sequence[int]) -> bool:
    first = numbers[0]
    return first == 1 and list(numbers) == list(range(1, len(numbers) + 1))
