"""Bindings of a folder: which value of a report each belongs to (指标取数)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quanheng.core.bilingual import NO_WORDS, Words
from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.core.computed.binding import Binding
from quanheng.core.computed.binding_record import read_binding
from quanheng.core.errors import UnreadableFileError
from quanheng.core.indicator import Indicator
from quanheng.core.refusals import about, unexpected
from quanheng.language.similarity import bare
from quanheng.office.plain_yaml import parse_yaml

FILE_NAME = "bindings.yaml"
INDICATOR = "indicator"
BUDGET = "budget"

BudgetCell = tuple[BudgetRow, BudgetColumn]

_ROWS = {str(name): row for row in BudgetRow for name in (row, row.label)}
_COLUMNS = {
    str(name): column for column in BudgetColumn for name in (column, column.label)
}


@dataclass(frozen=True, slots=True)
class NamedBinding:
    """A binding with the value that it is for (指标取数).

    Attributes:
        indicator: Name of the indicator; empty for a cell of the budget.
        cell: Row and column of the budget; None for an indicator.
        binding: How the value is computed.
        place: Where it is defined: ``bindings.yaml 第2项``.
    """

    indicator: str
    cell: BudgetCell | None
    binding: Binding
    place: Words = field(default=NO_WORDS, compare=False)

    @property
    def name(self) -> str:
        """What it is for, in words."""
        return cell_name(self.cell) if self.cell else self.indicator

    def is_of(self, row: Indicator) -> bool:
        """Whether it is for an indicator, by its name or its title."""
        names = bare(row.name.raw), bare(row.title)
        return bool(self.indicator) and bare(self.indicator) in names


def cell_name(cell: BudgetCell) -> str:
    """A cell of the budget in words: 全年执行, 全年执行（市级）."""
    row, column = cell
    total = column is BudgetColumn.TOTAL
    return row.label if total else f"{row.label}（{column.label}）"


def parse_bindings(text: str) -> tuple[NamedBinding, ...]:
    """The bindings of a file ``bindings.yaml``.

    Raises:
        UnreadableFileError: It is no YAML, or an entry is no binding.
    """
    try:
        data = parse_yaml(text)
    except UnreadableFileError as error:
        raise about(FILE_NAME, error) from error
    return tuple(named_bindings(data or (), FILE_NAME))


def named_bindings(entries: Any, path: str) -> Iterator[NamedBinding]:
    """The bindings in a list of plain data; its path is for messages.

    Raises:
        UnreadableFileError: An entry is no binding.
    """
    if isinstance(entries, str) or not isinstance(entries, Sequence):
        raise unexpected(Words(path, path), Words("列表", "a list"))
    for number, entry in enumerate(entries, 1):
        place = Words(f"{path} 第{number}项", f"{path} entry {number}")
        if not isinstance(entry, Mapping):
            raise unexpected(place, Words("“名称: 值”的结构", "a mapping"))
        yield named_binding(entry, place)


def named_binding(entry: Mapping[str, Any], place: Words) -> NamedBinding:
    """The binding in plain data; its place is for messages.

    ``{indicator: 活动次数, from: activities, measure: count}``, or
    ``budget: spent.total`` instead of the indicator.

    Raises:
        UnreadableFileError: The data are no binding.
    """
    said = {k: v for k, v in entry.items() if k not in (INDICATOR, BUDGET)}
    binding = read_binding(said, place.zh)
    indicator, cell = entry.get(INDICATOR), entry.get(BUDGET)
    if bool(indicator) is bool(cell):
        expected = Words("写明 indicator 或 budget 之一", "indicator or budget")
        raise unexpected(place, expected)
    own_cell = _cell(str(cell), place) if cell else None
    return NamedBinding(str(indicator or ""), own_cell, binding, place)


def _cell(said: str, place: Words) -> BudgetCell:
    """``spent.total``, ``spent``, 全年执行, 全年执行.市级."""
    row, _, column = said.partition(".")
    found = _ROWS.get(row), _COLUMNS.get(column or BudgetColumn.TOTAL)
    if found[0] is None or found[1] is None:
        known = ", ".join(BudgetRow)
        at = Words(f"{place.zh} budget", f"{place.en} budget")
        expected = Words(f"行.列，行为 {known}", f"row.column of {known}")
        raise unexpected(at, expected)
    return found[0], found[1]
