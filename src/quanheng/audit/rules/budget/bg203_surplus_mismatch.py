from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.quantity import plain
from quanheng.scoring.budget.budget_sums import AMOUNT_TOLERANCE, table_tolerance
from quanheng.scoring.budget.execution_rate import balance


@rule(
    code="BG203",
    name="surplus-mismatch",
    title=Words("资金结余与到位、执行数不符", "Surplus is not arrived minus spent"),
    message=Words(
        "资金结余（{column}）填为{stated}，按“到位数－执行数”应为{computed}",
        "surplus, {column}: {stated} stated, arrived − spent is {computed}",
    ),
    variants={
        "blank": Words(
            "资金结余（{column}）为空，按“到位数－执行数”应为{computed}",
            "surplus, {column}: empty, arrived − spent is {computed}",
        )
    },
    severity=Severity.ERROR,
    basis=(("practice", "表内所列公式（行次5）"),),
    law=(AMOUNT_TOLERANCE,),
    fixing=Fixing.SAFE,
)
def surplus_mismatch(dossier: Dossier) -> Iterator[Answer]:
    """Row (5), the balance (资金结余), is not row (3) minus row (4).

    Why it matters:
        The balance has to be carried over or returned, to the cent.

    What it leaves alone:
        Forms without that row; a column in which nothing arrived: what was spent
        there came from earlier years; an empty balance of nothing.
    """
    budget = dossier.project.budget
    if budget is None or not any(r is BudgetRow.BALANCE for r, _ in budget.cells):
        yield not_applicable("表中无资金结余行", "the form has no balance row")
        return
    tolerance = table_tolerance(budget, dossier.law)
    for column in BudgetColumn:
        yield from _in_column(budget, column, tolerance)


def _in_column(
    budget: Budget, column: BudgetColumn, tolerance: Decimal
) -> Iterator[Hit]:
    cell = budget.cell(BudgetRow.BALANCE, column)
    computed = _balance(budget, column)
    if cell is None or computed is None:
        return
    stated = Decimal(0) if cell.is_blank else budget.amount(BudgetRow.BALANCE, column)
    if stated is None or abs(stated - computed) <= tolerance:
        return
    says = {
        "column": column.words,
        "stated": budget.told(stated),
        "computed": budget.told(computed),
    }
    yield Hit.on(
        cell,
        says,
        variant="blank" if cell.is_blank else "",
        edits=(Edit.on(cell, plain(computed / budget.factor), safe=True),),
    )


def _balance(budget: Budget, column: BudgetColumn) -> Decimal | None:
    """Arrived − spent; an empty spent cell means that nothing was spent."""
    spent = budget.cell(BudgetRow.SPENT, column)
    if spent is not None and spent.is_blank:
        return budget.amount(BudgetRow.RECEIVED, column)
    return balance(budget, column)
