"""Budget tables with a header of rows or of sources (预算执行情况表)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from quanheng.core.budget import RATE_ROWS, BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.document.table import Cell
from quanheng.forms.labels import is_label, meaning
from quanheng.forms.recognising.alignment import realigned, shape
from quanheng.forms.recognising.budget import BudgetReading, Key
from quanheng.forms.recognising.rows import Row, field

_FIGURES: Final = ("number", "percent", "amount")


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
    if any(a and b and a != b for a, b in pairwise(labels)) and not _has_figures(row):
        return BudgetHeader(
            _by_column(row, "budget_row"), _by_column(row, "budget_extra")
        )
    sources = {meaning("budget_column", cell.text) for cell in row.own} - {None}
    if "total" in sources and len(sources) >= 3 and not any(labels):
        return _matrix_header(rows, number)
    return None


def _has_figures(row: Row) -> bool:
    """Whether a row holds values, as that of an execution indicator does."""
    return any(shape(cell.text) in _FIGURES for cell in row.own)


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
    """Column meanings of a two-row header; the lower label leads."""
    lower = _by_column(below, "budget_column")
    if any(cell.row_span > 1 or cell.column_span > 1 for cell in row.filled):
        upper = _by_column(row, "budget_column")
        for cell in row.filled:
            if cell.column_span > 1:
                upper.pop(cell.column, None)
    else:
        upper = _upper_without_spans(row, below)
    return dict(sorted((upper | lower).items()))


def _upper_without_spans(row: Row, below: Row) -> dict[int, str]:
    """The upper heads of a text that lost its spans.

    An empty lower cell stands below a head of its own, a run of lower labels below
    one head together.
    """
    heads = iter(row.filled)
    upper = {}
    in_run = False
    for cell in below.own:
        if not cell.text or not in_run:
            head = next(heads, None)
            name = meaning("budget_column", head.text) if head else None
            if not cell.text and name:
                upper[cell.column] = name
        in_run = bool(cell.text)
    return upper


class BudgetBlock:
    """The rows below a budget header.

    Args:
        header: The header.
        reading: Where the cells go.
    """

    def __init__(self, header: BudgetHeader, reading: BudgetReading) -> None:
        self.header = header
        self.reading = reading
        self._begun = False
        self._kinds = {
            column: "rate" if name in RATE_ROWS else "money"
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
        if label is None:
            if group == "budget_row" or not self._is_unlabelled_total(row):
                return False
            name = BudgetColumn.TOTAL
        self.reading.note_unit([field(label)] if label else [])
        if row.is_ragged:
            first = row.filled.index(label) + 1 if label else 0
            row = realigned(row, self._kinds, first)
        self._begun = True
        if name == "none":
            self._note_further(row)
        else:
            self._take_cells(row, label, name)
        return True

    def _note_further(self, row: Row) -> None:
        for column in self.header.columns:
            if cell := row.cell(column):
                self.reading.note_further(field(cell))

    def _is_unlabelled_total(self, row: Row) -> bool:
        """Whether the first row below the header holds just the figures."""
        return (
            not self._begun
            and _has_figures(row)
            and not any(is_label(cell.text) for cell in row.filled)
        )

    def _take_cells(self, row: Row, label: Cell | None, name: str) -> None:
        for column, across in self.header.columns.items():
            cell = row.cell(column)
            if cell is label:
                continue
            if across == "none":
                if cell:
                    self.reading.note_further(field(cell))
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


def _row_label(row: Row, group: str) -> tuple[Cell | None, str]:
    for cell in row.own[:3]:
        if name := meaning(group, cell.text):
            return cell, name
    return None, ""


def _key(down: str, across: str, sources_across: bool) -> Key:
    if sources_across:
        return BudgetRow(down), BudgetColumn(across)
    return BudgetRow(across), BudgetColumn(down)
