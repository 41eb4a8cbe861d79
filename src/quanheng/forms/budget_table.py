"""Budget tables in all their designs → one set of cells (预算表)."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.core.source import WHOLE_FILE, Source
from quanheng.document.table import Cell
from quanheng.forms.alignment import realigned
from quanheng.forms.labels import is_label, meaning, unit_in_label
from quanheng.forms.rows import Row, field

Key = tuple[BudgetRow, BudgetColumn]

_IN_CELL: Final = re.compile(
    r"([一-鿿（）()]{1,12}?)\s*[:：]?\s*"
    r"(\d[\d,，]*(?:\.\d+)?\s*(?:亿元|万元|千元|元|亿|万))"
)
_UNIT_AT_END: Final = re.compile(r"(?:亿元|万元|千元|元)$")


class BudgetReading:
    """The budget of one project while it is being read."""

    def __init__(self) -> None:
        self.cells: dict[Key, Field] = {}
        self.unit: Field | None = None
        self.weight: Field | None = None
        self.score: Field | None = None
        self.at: Source = WHOLE_FILE

    def put(self, key: Key, value: Field) -> None:
        """Keep a cell; the first one that is filled wins."""
        known = self.cells.get(key)
        if known is None or (not known.raw and value.raw):
            self.cells[key] = value

    def note_unit(self, cells: Sequence[Cell]) -> None:
        """Take the money unit from the first label that names one."""
        for cell in cells:
            if self.unit is None and (unit := unit_in_label(cell.text)):
                self.unit = Field(unit, cell.at)

    def budget(self) -> Budget | None:
        """What was read, None where no cell was."""
        if not self.cells:
            return None
        unit = self.unit or self._unit_in_cells()
        return Budget(self.cells, unit, self.weight, self.score, self.at)

    def _unit_in_cells(self) -> Field | None:
        """Where no label names a unit, the cells may: 2.38万元."""
        for cell in self.cells.values():
            if match := _UNIT_AT_END.search(cell.raw):
                return Field(match[0], cell.at)
        return None


@dataclass(frozen=True, slots=True)
class BudgetHeader:
    """The head of a budget table (预算表表头).

    Attributes:
        columns: Grid column → meaning; budget rows where the sources stand below
            each other (national form), sources where the rows do (Shanxi).
        extras: Grid column → ``weight``, ``score``.
        height: Rows that the header takes.
    """

    columns: Mapping[int, str]
    extras: Mapping[int, str]
    height: int = 1
    sources_across: bool = False


def header_at(rows: Sequence[Row], number: int) -> BudgetHeader | None:
    """The budget header that begins in a row, None where none does."""
    row = rows[number]
    labels = [meaning("budget_row", cell.text) for cell in row.own]
    if any(a and b and a != b for a, b in itertools.pairwise(labels)):
        return BudgetHeader(
            _by_column(row, "budget_row"), _by_column(row, "budget_extra")
        )
    sources = {meaning("budget_column", cell.text) for cell in row.own} - {None}
    if "total" in sources and len(sources) >= 3 and not any(labels):
        return _matrix_header(rows, number)
    return None


def _by_column(row: Row, group: str) -> dict[int, str]:
    """Columns by label; of two alike the first is the corner above the row labels."""
    last = {
        name: cell.column for cell in row.own if (name := meaning(group, cell.text))
    }
    return {column: name for name, column in last.items()}


def _matrix_header(rows: Sequence[Row], number: int) -> BudgetHeader | None:
    """Sources across, in one or two header rows; the rows below name the rows."""
    row = rows[number]
    below = rows[number + 1] if number + 1 < len(rows) else None
    if below is None:
        return None
    if not _names_budget_row(below):
        if number + 2 >= len(rows) or not _names_budget_row(rows[number + 2]):
            return None
        return BudgetHeader(_two_rows(row, below), {}, 2, True)
    return BudgetHeader(_by_column(row, "budget_column"), {}, 1, True)


def _names_budget_row(row: Row) -> bool:
    return any(meaning("budget_row", cell.text) for cell in row.own[:2])


def _two_rows(row: Row, below: Row) -> dict[int, str]:
    """Column meanings of a two-row header; the lower label leads.

    Where the spans are lost (text), an empty lower cell stands below a head of its
    own, and a run of lower labels below one head together.
    """
    columns = _by_column(below, "budget_column")
    heads = [cell for cell in row.own if cell.text]
    if any(cell.row_span > 1 or cell.column_span > 1 for cell in heads):
        columns = _by_column(row, "budget_column") | columns
        spanning = [cell for cell in heads if cell.column_span > 1]
        lower = {cell.column for cell in below.own if cell.text}
        for cell in spanning:
            if cell.column not in lower:
                columns.pop(cell.column, None)
        return columns
    waiting = iter(heads)
    in_run = False
    for cell in below.own:
        if not cell.text or not in_run:
            head = next(waiting, None)
            name = meaning("budget_column", head.text) if head else None
            if not cell.text and name:
                columns[cell.column] = name
        in_run = bool(cell.text)
    return columns


class BudgetBlock:
    """The rows below a budget header.

    Args:
        header: The header.
        reading: Where the cells go.
    """

    def __init__(self, header: BudgetHeader, reading: BudgetReading) -> None:
        self.header = header
        self.reading = reading
        rates = (BudgetRow.ARRIVAL_RATE, BudgetRow.EXECUTION_RATE)
        self._kinds = {
            column: "rate" if name in rates else "money"
            for column, name in header.columns.items()
        } | {
            column: "reason" if name == "reason" else "points"
            for column, name in header.extras.items()
        }

    def take(self, row: Row) -> bool:
        """Read a row.

        Returns:
            False when the row is none of the block's.
        """
        if not row.filled:
            return True
        group = "budget_row" if self.header.sources_across else "budget_column"
        label, name = _row_label(row, group)
        if label is None or name is None:
            return False
        self.reading.note_unit([label])
        if row.is_ragged:
            row = realigned(row, self._kinds, row.filled.index(label) + 1)
        if name != "none":
            self._take_cells(row, label, name)
        return True

    def _take_cells(self, row: Row, label: Cell, name: str) -> None:
        for column, across in self.header.columns.items():
            cell = row.cell(column)
            if across == "none" or cell is label:
                continue
            key = _key(name, across, self.header.sources_across)
            self.reading.put(key, field(cell) if cell else Field("", row.at))
        if name == BudgetColumn.TOTAL and not self.header.sources_across:
            self._take_points(row)

    def _take_points(self, row: Row) -> None:
        for column, kind in self.header.extras.items():
            cell = row.cell(column)
            if cell is None:
                continue
            if kind == "weight":
                self.reading.weight = field(cell)
            elif kind == "score":
                self.reading.score = field(cell)


def _row_label(row: Row, group: str) -> tuple[Cell | None, str | None]:
    for cell in row.own[:3]:
        if name := meaning(group, cell.text):
            return cell, name
    return None, None


def _key(down: str, across: str, sources_across: bool) -> Key:
    if sources_across:
        return BudgetRow(down), BudgetColumn(across)
    return BudgetRow(across), BudgetColumn(down)


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
        cells = row.own
        for number, cell in enumerate(cells):
            text, inside = _split(cell.text)
            if (key := self._key(text, cell)) is None:
                continue
            taken = True
            if key[1] is None:
                continue
            self.reading.note_unit([cell])
            after = cells[number + 1] if number + 1 < len(cells) else None
            self._put((key[0], key[1]), cell, inside, after)
        return taken

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

    def _put(
        self,
        key: tuple[BudgetRow, BudgetColumn],
        label: Cell,
        inside: str,
        after: Cell | None,
    ) -> None:
        if inside:
            self.reading.put(key, Field(inside, label.at))
        elif after is not None and not is_label(after.text):
            amounts = list(_amounts_in(after)) if len(after.text) > 20 else []
            for source, value in amounts:
                self.reading.put((key[0], source), value)
            if not amounts:
                self.reading.put(key, field(after))
        else:
            self.reading.put(key, Field("", label.at))


def _split(text: str) -> tuple[str, str]:
    """A label with its value in one cell: 资金总额：438 → 资金总额, 438."""
    stripped = text.strip()
    for mark in "：:":
        label, found, value = stripped.rpartition(mark)
        if found and not label.strip().endswith("其中"):
            return label, value.strip()
    return stripped, ""


def _amounts_in(cell: Cell) -> Iterator[tuple[BudgetColumn, Field]]:
    """Several amounts in one cell: 总额10万元，财政拨款：8万元，其他资金：2万元."""
    for match in _IN_CELL.finditer(cell.text):
        name = meaning("budget_column", match[1])
        if name and name != "none":
            yield BudgetColumn(name), Field(match[2], cell.at)
