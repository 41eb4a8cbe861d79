"""A project with computed values in its cells (代入)."""

from dataclasses import replace

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.computed.measured import Computed, Measured
from quanheng.core.field import Field
from quanheng.core.grammar.units import read_unit
from quanheng.core.quantity import Dimension, plain
from quanheng.core.report import Project
from quanheng.evidence.evidence import Evidence


def with_computed(project: Project, evidence: Evidence, *, over_typed: bool) -> Project:
    """The project with computed values in blank cells, or also over typed values."""
    table, budget = project.table, project.budget
    if table is not None:
        rows = tuple(
            replace(row, actual=_field(found, found.measured.text))
            if (found := evidence.indicators.get(at))
            and found.measured is not None
            and _gives_way(found, over_typed)
            else row
            for at, row in enumerate(table.rows)
        )
        table = replace(table, rows=rows)
    if budget is not None:
        cells = dict(budget.cells)
        for computed in evidence.money:
            key = cell_of(computed, budget)
            if key and computed.measured and _gives_way(computed, over_typed):
                cells[key] = _field(computed, amount_text(computed.measured, budget))
        budget = replace(budget, cells=cells)
    return replace(project, table=table, budget=budget)


def cell_of(
    computed: Computed, budget: Budget
) -> tuple[BudgetRow, BudgetColumn] | None:
    """The cell of the budget that a value was computed for."""
    for key, cell in budget.cells.items():
        if cell is computed.typed:
            return key
    return None


def amount_text(measured: Measured, budget: Budget) -> str:
    """Money as the table prints it: a bare number in the unit of its head."""
    unit = read_unit(measured.unit)
    if measured.value is None or unit is None or unit.dimension is not Dimension.MONEY:
        return measured.text
    return plain(measured.value * unit.factor / budget.factor)


def _gives_way(computed: Computed, over_typed: bool) -> bool:
    has_value = computed.measured is not None and computed.measured.value is not None
    return has_value and (over_typed or computed.typed.is_blank)


def _field(computed: Computed, text: str) -> Field:
    return replace(computed.typed, raw=text, also=(), binding=computed.binding)
