"""The budget table by sources of money (预算执行情况表)."""

from collections.abc import Collection
from typing import Final

from quanheng.core.budget import LEVEL_COLUMNS, Budget, BudgetColumn, BudgetRow
from quanheng.core.field import filled, text_of
from quanheng.document.table import Align, Table
from quanheng.forms.composing.grid import Grid

_ROW_LABELS: Final = {
    BudgetRow.INITIAL: ("年初预算资金", "(1)"),
    BudgetRow.ANNUAL: ("全年预算资金", "(2)"),
    BudgetRow.RECEIVED: ("实际到位资金", "(3)"),
    BudgetRow.SPENT: ("全年执行资金", "(4)"),
    BudgetRow.BALANCE: ("资金结余", "(5)=(3)-(4)"),
    BudgetRow.ARRIVAL_RATE: ("预算到位率", "(6)=(3)/(2)"),
    BudgetRow.EXECUTION_RATE: ("预算执行率(%)", "(7)=(4)/(2)"),
}
_LEVEL_LABELS: Final = {
    BudgetColumn.FISCAL: "小计",
    BudgetColumn.CENTRAL: "中央级",
    BudgetColumn.PROVINCIAL: "省级",
    BudgetColumn.MUNICIPAL: "市级",
    BudgetColumn.COUNTY: "县区级",
}
_FIRST_AMOUNT: Final = 2

Key = tuple[BudgetRow, BudgetColumn]


def budget_table(budget: Budget, in_form: Collection[Key] = ()) -> Table:
    """The rows (1) to (7) by source, below two header rows.

    Args:
        budget: The budget.
        in_form: Amounts that a form above already holds.
    """
    grid = Grid(_FIRST_AMOUNT + len(BudgetColumn))
    unit = budget.unit.raw if budget.unit else ""
    _put_header(grid, unit, "" if in_form or not unit else "budget.unit")
    for name, (label, number) in _ROW_LABELS.items():
        row = grid.add_row()
        grid.put(label, row, 0)
        grid.label(number, row, 1)
        for column, source in enumerate(BudgetColumn, _FIRST_AMOUNT):
            text = text_of(budget.cell(name, source))
            field = "" if (name, source) in in_form else f"budget.{name}.{source}"
            grid.put(text, row, column, align=Align.RIGHT, field=field)
    return grid.table(header_rows=2)


def has_more_than_totals(budget: Budget) -> bool:
    """Whether a filled-in cell has no place in the national form."""
    apart = (BudgetRow.RECEIVED, BudgetRow.BALANCE, BudgetRow.ARRIVAL_RATE)
    return any(
        filled(cell)
        for (row, column), cell in budget.cells.items()
        if row in apart or column in LEVEL_COLUMNS
    )


def _put_header(grid: Grid, unit: str, field: str) -> None:
    note = f"({unit})" if unit else ""
    upper, lower = grid.add_row(), grid.add_row()
    grid.label("项目", upper, 0, rows=2)
    grid.label("行次", upper, 1, rows=2)
    grid.label(f"年度总金额{note}", upper, 2, rows=2, field=field)
    grid.label("财政资金", upper, 3, columns=len(_LEVEL_LABELS))
    for column, label in enumerate(_LEVEL_LABELS.values(), 3):
        grid.label(label, lower, column)
    grid.label(f"上年结转资金{note}", upper, 8, rows=2)
    grid.label(f"其他资金{note}", upper, 9, rows=2)
