"""The budget block of a form: one row a source, one column an amount (资金情况)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from quanheng.core.budget import RATE_ROWS, Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field, text_of
from quanheng.document.table import Align
from quanheng.forms.composing.form.form_labels import FormWords
from quanheng.forms.composing.form.spread import Text, label, put_row
from quanheng.forms.composing.grid import Grid

_FURTHER: Final = "另列资金"
"""Label of further sources, whose names are not kept."""
_RATE: Final = BudgetRow.EXECUTION_RATE
_POINTS: Final = ("weight", "score")
_UNIT_FIELD: Final = "budget.unit"
_NO_POINTS: Final = Text("—", Align.RIGHT)
"""Only the row of the total has points."""
_LEAST_ACROSS: Final = 2
"""With one amount a head and its value would look like a label and its value."""

Key = tuple[BudgetRow, BudgetColumn]


@dataclass(frozen=True)
class MoneyBlock:
    """The cells of a budget that form a block, and the rest (资金栏).

    Attributes:
        budget: The budget.
        rows: The amounts of the block, one a column; none without a block.
        sources: The sources that have all of these amounts, one a row.
        rest: The other cells, each printed as a label with its value.
    """

    budget: Budget
    rows: tuple[BudgetRow, ...]
    sources: tuple[BudgetColumn, ...]
    rest: tuple[Key, ...]

    @property
    def heads(self) -> list[str]:
        """The columns: names of amounts, ``weight`` and ``score``."""
        if not self.rows:
            return []
        heads: list[str] = [row for row in self.rows if row is not _RATE]
        heads += ["weight"] if self.budget.weight is not None else []
        heads += [_RATE] if _RATE in self.rows else []
        return heads + (["score"] if self.budget.score is not None else [])


def money_block(budget: Budget) -> MoneyBlock:
    """The largest block without a missing cell."""
    counts = Counter(column for _, column in budget.cells)
    lead = BudgetColumn.TOTAL
    if not counts[lead]:
        lead = max(BudgetColumn, key=counts.__getitem__)
    rows = tuple(row for row in BudgetRow if (row, lead) in budget.cells)
    if len(rows) < _LEAST_ACROSS:
        rows = ()
    sources = tuple(
        column
        for column in BudgetColumn
        if rows and all((row, column) in budget.cells for row in rows)
    )
    rest = tuple(
        key
        for key in product(BudgetRow, BudgetColumn)
        if key in budget.cells and not (key[0] in rows and key[1] in sources)
    )
    return MoneyBlock(budget, rows, sources, rest)


def put_money(grid: Grid, block: MoneyBlock, words: FormWords) -> None:
    """Add the budget to a form."""
    if block.heads:
        _put_block(grid, block, words)
    names_unit = bool(block.heads)
    for group in _groups(block, words):
        _put_group(grid, group, "" if names_unit else _unit(block.budget))
        names_unit = True


def _put_group(grid: Grid, group: "_Group", unit: str) -> None:
    """Add labels with their values; the first one may name the unit."""
    top, first = grid.row_count, 1 if group.lead else 0
    for name, value in group.lines:
        row = grid.add_row()
        field = _UNIT_FIELD if unit and row == top and name.endswith(unit) else ""
        grid.label(name, row, first, columns=2 - first, field=field)
        rest = grid.column_count - 2
        grid.put(value.text, row, 2, columns=rest, align=Align.RIGHT, field=value.field)
    if group.lead:
        field = _UNIT_FIELD if unit else ""
        grid.label(group.lead, top, 0, rows=len(group.lines), field=field)


def _put_block(grid: Grid, block: MoneyBlock, words: FormWords) -> None:
    lines = [
        (words.sources[source], [_cell(block, head, source) for head in block.heads])
        for source in block.sources
    ]
    lines += _further_lines(block)
    row = grid.add_row()
    unit = _unit(block.budget)
    field = _UNIT_FIELD if unit else ""
    grid.label(words.money + unit, row, 0, rows=1 + len(lines), field=field)
    heads = [label(_head(head, words)) for head in block.heads]
    put_row(grid, row, 1, [label(""), *heads])
    for name, figures in lines:
        put_row(grid, grid.add_row(), 1, [Text(name), *figures])


def _head(head: str, words: FormWords) -> str:
    points = {"weight": "分值", "score": "得分"}
    return points.get(head) or words.amounts[BudgetRow(head)]


def _cell(block: MoneyBlock, head: str, source: BudgetColumn) -> Text:
    budget = block.budget
    points = {"weight": budget.weight, "score": budget.score}
    if head not in points:
        return _amount(budget, BudgetRow(head), source)
    if source is not BudgetColumn.TOTAL:
        return _NO_POINTS
    return _figure(points[head], f"budget.{head}")


def _amount(budget: Budget, row: BudgetRow, source: BudgetColumn) -> Text:
    return _figure(budget.cell(row, source), f"budget.{row}.{source}")


def _figure(cell: Field | None, field: str) -> Text:
    return Text(text_of(cell), Align.RIGHT, field)


def _further_lines(block: MoneyBlock) -> Iterator[tuple[str, list[Text]]]:
    """The amounts of further sources, filled into lines as wide as the block."""
    width = len(block.rows)
    further = block.budget.further
    for start in range(0, len(further), width):
        figures = iter(further[start : start + width])
        yield _FURTHER, [_further_at(head, figures) for head in block.heads]


def _further_at(head: str, figures: Iterator[Field]) -> Text:
    return _NO_POINTS if head in _POINTS else _further(next(figures, None))


def _further(figure: Field | None) -> Text:
    return _figure(figure, "budget.further" if figure else "")


@dataclass(frozen=True)
class _Group:
    """Labels with their values below each other (一组资金).

    Attributes:
        lead: The row of money, left of its sources where it has no total.
        lines: Label and value.
    """

    lead: str
    lines: tuple[tuple[str, Text], ...]


def _groups(block: MoneyBlock, words: FormWords) -> Iterator[_Group]:
    """The rest as labels with values, each amount followed by its sources."""
    unit, budget = _unit(block.budget), block.budget
    total = BudgetColumn.TOTAL
    alone = not block.heads and {row for row, _ in block.rest} == {BudgetRow.ANNUAL}
    for row in BudgetRow:
        sources = [column for of, column in block.rest if of is row]
        if not sources:
            continue
        label = words.amounts[row] + ("" if row in RATE_ROWS else unit)
        lines = [
            (words.sources[source] + (unit if alone else ""), source)
            for source in sources
        ]
        if total in sources and not alone:
            lines[sources.index(total)] = label, total
        is_led = not alone and total not in sources
        yield _Group(
            label if is_led else "",
            tuple((name, _amount(budget, row, source)) for name, source in lines),
        )
    if not block.heads and budget.further:
        yield _Group("", tuple((_FURTHER, _further(each)) for each in budget.further))


def _unit(budget: Budget) -> str:
    return f"（{budget.unit.raw}）" if budget.unit else ""
