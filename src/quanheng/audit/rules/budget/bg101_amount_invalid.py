from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import NO_BUDGET, Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import MONEY_ROWS, Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.scoring.budget.execution_rate import balance


@rule(
    code="BG101",
    name="amount-invalid",
    title=Words("预算表金额非数字或为负数", "Budget amount not a number, or negative"),
    message=Words(
        "{row}（{column}）填为“{text}”，应填写金额",
        "{row}, {column} says “{text}”, which is no amount",
    ),
    variants={
        "negative": Words(
            "{row}（{column}）填为负数“{text}”，金额不得小于0",
            "{row}, {column} is negative: “{text}”",
        )
    },
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
)
def amount_invalid(dossier: Dossier) -> Iterator[Answer]:
    """A cell of the budget table (预算表) holds no amount, or a negative one.

    Why it matters:
        Sums and rates over such a cell can't be checked.

    What it leaves alone:
        Empty marks, thousands separators, full-width digits, a unit inside the
        cell; a negative balance that comes of spending more than arrived (BG401).
    """
    budget = dossier.project.budget
    if budget is None:
        yield NO_BUDGET
        return
    for row in MONEY_ROWS:
        for column in BudgetColumn:
            cell = budget.cell(row, column)
            if cell is None or cell.is_blank:
                continue
            amount = budget.amount(row, column)
            if amount is None:
                yield _hit(row, column, cell)
            elif amount < 0 and not _is_overspent(budget, row, column):
                yield _hit(row, column, cell, "negative")


def _hit(row: BudgetRow, column: BudgetColumn, cell: Field, variant: str = "") -> Hit:
    says = {"row": row.words, "column": column.words, "text": cell.raw}
    return Hit.on(cell, says, variant=variant)


def _is_overspent(budget: Budget, row: BudgetRow, column: BudgetColumn) -> bool:
    if row is not BudgetRow.BALANCE:
        return False
    return (balance(budget, column) or Decimal(0)) < 0
