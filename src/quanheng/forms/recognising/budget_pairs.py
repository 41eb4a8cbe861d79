"""Money as labels with their value beside them: 实际到位资金（万元） | 89."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.document.table import Cell
from quanheng.forms.labels import is_label, meaning
from quanheng.forms.recognising.budget import BudgetReading
from quanheng.forms.recognising.rows import Row, field

_IN_CELL: Final = re.compile(
    r"([一-鿿（）()]{1,12}?)\s*[:：]?\s*"
    r"(\d[\d,，]*(?:\.\d+)?\s*(?:亿元|万元|千元|元|亿|万))"
)
_DIGIT: Final = re.compile(r"\d")


class BudgetPairs:
    """Labels with their value beside them: 实际到位资金（万元） | 89.

    A source below a row's label belongs to that row: 其中：中央财政 stands in the
    same column as 实际到位资金.

    Args:
        reading: Where the cells go.
    """

    def __init__(self, reading: BudgetReading) -> None:
        self.reading = reading
        self._above: dict[int, BudgetRow] = {}

    def take(self, row: Row) -> bool:
        """Read the pairs of a row; False when it has none."""
        taken = False
        texts = [cell.text for cell in row.own]
        for label, after in zip_longest(row.own, row.own[1:]):
            text, inside = _split(label.text)
            if inside:
                taken = self._put(text, label, Field(inside, label.at)) or taken
            elif after is None or is_label(after.text):
                if texts.count(label.text) > 1:
                    continue  # 预算金额 above two columns heads them
                taken = self._put(text, label, Field("", label.at)) or taken
            elif not after.text or _DIGIT.search(after.text):
                taken = self._put(text, label, field(after)) or taken
        return taken

    def _put(self, text: str, label: Cell, value: Field) -> bool:
        if (key := self._key(text, label)) is None:
            return False
        row, column = key
        if column is None:
            self.reading.note_further(value)
            return True
        self.reading.note_unit([field(label)])
        amounts = list(_amounts_in(value))
        if len(amounts) < 2:
            self.reading.put((row, column), value)
        else:
            for source, amount in amounts:
                self.reading.put((row, source), amount)
        return True

    def _key(
        self, text: str, cell: Cell
    ) -> tuple[BudgetRow, BudgetColumn | None] | None:
        if name := meaning("budget_row", text):
            row = self._above[cell.column] = BudgetRow(name)
            return row, BudgetColumn.TOTAL
        if name := meaning("budget_column", text):
            row = self._above.get(cell.column, BudgetRow.ANNUAL)
            return row, BudgetColumn(name) if name != "none" else None
        return None


def _split(text: str) -> tuple[str, str]:
    """A label with its value in one cell: 资金总额：438 → 资金总额, 438."""
    stripped = text.strip()
    for mark in "：:":
        label, found, value = stripped.rpartition(mark)
        if found and not label.strip().endswith("其中"):
            return label, value.strip()
    return stripped, ""


def _amounts_in(cell: Field) -> Iterator[tuple[BudgetColumn, Field]]:
    """Several amounts in one cell: 总额10万元，财政拨款：8万元，其他资金：2万元."""
    for match in _IN_CELL.finditer(cell.raw):
        name = meaning("budget_column", match[1])
        if name and name != "none":
            yield BudgetColumn(name), Field(match[2], cell.at)
