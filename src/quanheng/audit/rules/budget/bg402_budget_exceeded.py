from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.quantity import plain, rounded
from quanheng.scoring.budget.budget_sums import AMOUNT_TOLERANCE, amount_tolerance

BUDGET_CHANGE = "words.budget_change"
OTHER_FUNDS = "words.other_funds"
MONEY_MATTERS = "words.money_matters"
HIGH_RATE = "self_evaluation.high_execution_rate"
_COLUMNS = tuple(
    column
    for column in BudgetColumn
    if column not in (BudgetColumn.CARRYOVER, BudgetColumn.OTHER)
)


@rule(
    code="BG402",
    name="budget-exceeded",
    title=Words("到位数或执行数大于全年预算", "Arrived or spent more than planned"),
    message=Words(
        "{column}{row}{amount}大于全年预算{planned}，应说明预算调整或资金来源",
        "{column}: {row} {amount} exceeds the budget of {planned}, unexplained",
    ),
    variants={
        "far": Words(
            "{column}{row}{amount}为全年预算{planned}的{rate}%，应核对金额",
            "{column}: {row} {amount} is {rate}% of the budget of {planned}",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "审计工作程序"),),
    law=(AMOUNT_TOLERANCE, BUDGET_CHANGE, OTHER_FUNDS, MONEY_MATTERS, HIGH_RATE),
)
def budget_exceeded(dossier: Dossier) -> Iterator[Answer]:
    """More arrived or was spent than the budget of the year (全年预算) holds.

    Why it matters:
        Money beyond the budget needs an approval, and the form must say which.

    What it leaves alone:
        An empty budget; the columns of carry-over and other funds; an excess that
        carry-over covers; a text that mentions a change of the budget or other money;
        more spent than arrived (BG401). All columns are one finding.
    """
    budget = dossier.project.budget
    if budget is None or budget.planned is None:
        yield not_applicable("未填写全年预算数", "there is no annual budget")
        return
    over = list(_excesses(budget, amount_tolerance(dossier.law)))
    if not over or _is_explained(dossier):
        return
    first = over[0]
    rate = rounded(first.amount * 100 / first.planned) if first.planned else None
    is_far = rate is not None and rate > dossier.law.number(HIGH_RATE)
    says = {
        "column": first.column.words,
        "row": first.row.words,
        "amount": budget.told(first.amount),
        "planned": budget.told(first.planned),
        "rate": plain(rate or Decimal(0)),
    }
    cells = [budget.cells[each.row, each.column] for each in over]
    yield Hit.across(cells, says, variant="far" if is_far else "")


@dataclass(frozen=True, slots=True)
class _Excess:
    row: BudgetRow
    column: BudgetColumn
    amount: Decimal
    planned: Decimal


def _excesses(budget: Budget, tolerance: Decimal) -> Iterator[_Excess]:
    for row in (BudgetRow.RECEIVED, BudgetRow.SPENT):
        for column in _COLUMNS:
            planned = budget.amount(BudgetRow.ANNUAL, column)
            amount = budget.amount(row, column)
            if planned is None or amount is None:
                continue
            limit = planned + tolerance + _carried(budget, row)
            if amount > limit and not _is_overspent(budget, row, column):
                yield _Excess(row, column, amount, planned)


def _carried(budget: Budget, row: BudgetRow) -> Decimal:
    """The carry-over of a row that is not in the annual budget."""
    column = BudgetColumn.CARRYOVER
    carried = budget.amount(row, column) or Decimal(0)
    planned = budget.amount(BudgetRow.ANNUAL, column) or Decimal(0)
    return max(carried - planned, Decimal(0))


def _is_overspent(budget: Budget, row: BudgetRow, column: BudgetColumn) -> bool:
    """Whether more was spent than arrived, which BG401 reports."""
    spent = budget.amount(BudgetRow.SPENT, column)
    received = budget.amount(BudgetRow.RECEIVED, column)
    if row is BudgetRow.RECEIVED or spent is None or received is None:
        return False
    return spent > received


def _is_explained(dossier: Dossier) -> bool:
    words = dossier.law.words(BUDGET_CHANGE) + dossier.law.words(OTHER_FUNDS)
    return dossier.mentions(words, dossier.law.words(MONEY_MATTERS))
