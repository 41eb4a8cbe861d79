"""The budget of a form: sources below each other, amounts side by side (资金情况)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from quanheng.core.budget import RATE_ROWS, Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field, text_of
from quanheng.document.table import Align
from quanheng.forms.composing.form.spread import Text, label, put_row
from quanheng.forms.composing.form.words import FormWords
from quanheng.forms.composing.grid import Grid

_FURTHER: Final = "另列资金"
"""Sources that the report counts apart; it keeps no name of theirs."""
_RATE: Final = BudgetRow.EXECUTION_RATE
_NO_POINTS: Final = "—"
"""Only the total line has points."""
_LEAST_ACROSS: Final = 2
"""A single amount does not tell its head from a label with its value."""

Key = tuple[BudgetRow, BudgetColumn]


@dataclass(frozen=True)
class MoneyBlock:
    """Which cells of a budget stand side by side, and which below (资金栏).

    Attributes:
        budget: The budget.
        rows: The amounts that stand side by side; none where they can't.
        sources: The sources that have all of these amounts.
        rest: The other cells, each a label with its value.
    """

    budget: Budget
    rows: tuple[BudgetRow, ...]
    sources: tuple[BudgetColumn, ...]
    rest: tuple[Key, ...]

    @property
    def heads(self) -> list[str]:
        """What stands above its columns: names of rows, ``weight`` and ``score``."""
        if not self.rows:
            return []
        heads: list[str] = [row for row in self.rows if row is not _RATE]
        heads += ["weight"] if self.budget.weight is not None else []
        heads += [_RATE] if _RATE in self.rows else []
        return heads + (["score"] if self.budget.score is not None else [])


def money_block(budget: Budget) -> MoneyBlock:
    """Put together what can stand side by side without a cell that lacks."""
    counts = {
        column: sum((row, column) in budget.cells for row in BudgetRow)
        for column in BudgetColumn
    }
    lead = BudgetColumn.TOTAL
    if not counts[lead]:
        lead = max(counts, key=lambda column: counts[column])
    rows = tuple(row for row in BudgetRow if (row, lead) in budget.cells)
    if len(rows) < _LEAST_ACROSS:
        rows = ()
    sources = tuple(
        column
        for column in BudgetColumn
        if rows and all((row, column) in budget.cells for row in rows)
    )
    rest = tuple(
        (row, column)
        for row in BudgetRow
        for column in BudgetColumn
        if (row, column) in budget.cells and not (row in rows and column in sources)
    )
    return MoneyBlock(budget, rows, sources, rest)


def put_money(grid: Grid, block: MoneyBlock, words: FormWords) -> None:
    """Add the budget to a form."""
    if block.heads:
        _put_block(grid, block, words)
    for name, value in _pairs(block, words):
        row = grid.add_row()
        grid.label(name, row, 0, columns=2)
        grid.put(value, row, 2, columns=grid.column_count - 2, align=Align.RIGHT)


def _put_block(grid: Grid, block: MoneyBlock, words: FormWords) -> None:
    lines = [
        (words.sources[source], [_cell(block, head, source) for head in block.heads])
        for source in block.sources
    ]
    lines += _further_lines(block)
    row = grid.add_row()
    grid.label(words.money + _unit(block.budget), row, 0, rows=1 + len(lines))
    heads = [label(_head(head, words)) for head in block.heads]
    put_row(grid, row, 1, [label(""), *heads])
    for name, texts in lines:
        figures = [Text(text, Align.RIGHT) for text in texts]
        put_row(grid, grid.add_row(), 1, [Text(name), *figures])


def _head(head: str, words: FormWords) -> str:
    points = {"weight": "分值", "score": "得分"}
    return points.get(head) or words.amounts[BudgetRow(head)]


def _cell(block: MoneyBlock, head: str, source: BudgetColumn) -> str:
    budget = block.budget
    points = {"weight": budget.weight, "score": budget.score}
    if head in points:
        is_total = source is BudgetColumn.TOTAL
        return text_of(points[head]) if is_total else _NO_POINTS
    return text_of(budget.cell(BudgetRow(head), source))


def _further_lines(block: MoneyBlock) -> Iterator[tuple[str, list[str]]]:
    """The amounts of other sources, as many a line as there are amounts above."""
    width = len(block.rows)
    further = block.budget.further
    for start in range(0, len(further), width):
        figures = iter(further[start : start + width])
        yield _FURTHER, [_further(head, figures) for head in block.heads]


def _further(head: str, figures: Iterator[Field]) -> str:
    if head in ("weight", "score"):
        return _NO_POINTS
    return text_of(next(figures, None))


def _pairs(block: MoneyBlock, words: FormWords) -> Iterator[tuple[str, str]]:
    """Labels with their values; sources stand below the amount that they are of."""
    unit, cells = _unit(block.budget), block.budget.cells
    total = BudgetColumn.TOTAL
    alone = not block.heads and {row for row, _ in block.rest} == {BudgetRow.ANNUAL}
    for row in BudgetRow:
        sources = [column for of, column in block.rest if of is row]
        if sources and not alone:
            counted = "" if row in RATE_ROWS else unit
            yield words.amounts[row] + counted, text_of(cells.get((row, total)))
        for source in sources:
            if alone:
                yield words.sources[source] + unit, text_of(cells[row, source])
            elif source is not total:
                yield words.sources[source], text_of(cells[row, source])
    if not block.heads:
        yield from ((_FURTHER, figure.raw) for figure in block.budget.further)


def _unit(budget: Budget) -> str:
    return f"（{budget.unit.raw}）" if budget.unit else ""
