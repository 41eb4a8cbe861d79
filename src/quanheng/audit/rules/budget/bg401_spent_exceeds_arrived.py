from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.scoring.budget.budget_sums import AMOUNT_TOLERANCE, amount_tolerance

ADVANCE_PAYMENT = "words.advance_payment"


@rule(
    code="BG401",
    name="spent-exceeds-arrived",
    title=Words("执行数大于到位数", "More spent than arrived"),
    message=Words(
        "{column}全年执行{spent}大于实际到位{received}，超出{excess}，应核对或说明",
        "{column}: spent {spent}, arrived {received}: {excess} unexplained",
    ),
    severity=Severity.ERROR,
    basis=(("practice", "一般做法"),),
    law=(AMOUNT_TOLERANCE, ADVANCE_PAYMENT),
)
def spent_exceeds_arrived(dossier: Dossier) -> Iterator[Answer]:
    """More was spent (全年执行) than arrived (实际到位).

    Why it matters:
        Money that never came can't have been paid out.

    What it leaves alone:
        A column in which the arrived amount is empty; an excess that carry-over
        covers; money paid in advance, as the text explains. The columns of one excess
        are one finding, at the first of them.
    """
    budget = dossier.project.budget
    if budget is None or not any(r is BudgetRow.RECEIVED for r, _ in budget.cells):
        yield not_applicable("表中无实际到位行", "the form has no row of money arrived")
        return
    tolerance = amount_tolerance(dossier.law)
    covered = _carried(budget)
    over = [
        column
        for column in BudgetColumn
        if column is not BudgetColumn.CARRYOVER
        and (_excess(budget, column) or Decimal(0)) > tolerance + covered
    ]
    if not over or dossier.mentions(dossier.law.words(ADVANCE_PAYMENT)):
        return
    column = over[0]
    spent = budget.amount(BudgetRow.SPENT, column) or Decimal(0)
    excess = _excess(budget, column) or Decimal(0)
    cells = [budget.cells[BudgetRow.SPENT, each] for each in over]
    says = {
        "column": column.words,
        "spent": budget.told(spent),
        "received": budget.told(spent - excess),
        "excess": budget.told(excess),
    }
    yield Hit.across(cells, says)


def _excess(budget: Budget, column: BudgetColumn) -> Decimal | None:
    spent = budget.amount(BudgetRow.SPENT, column)
    received = budget.amount(BudgetRow.RECEIVED, column)
    return None if spent is None or received is None else spent - received


def _carried(budget: Budget) -> Decimal:
    """What carry-over covers: spent there, or else planned, and not arrived there."""
    column = BudgetColumn.CARRYOVER
    used = budget.amount(BudgetRow.SPENT, column)
    if used is None:
        used = budget.amount(BudgetRow.ANNUAL, column)
    arrived = budget.amount(BudgetRow.RECEIVED, column) or Decimal(0)
    return max((used or Decimal(0)) - arrived, Decimal(0))
