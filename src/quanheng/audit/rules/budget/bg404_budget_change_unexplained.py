from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.scoring.budget.budget_sums import AMOUNT_TOLERANCE, amount_tolerance

BUDGET_CHANGE = "words.budget_change"
MONEY_MATTERS = "words.money_matters"


@rule(
    code="BG404",
    name="budget-change-unexplained",
    title=Words(
        "全年预算与年初预算不一致且未说明", "Budget changed without explanation"
    ),
    message=Words(
        "全年预算{annual}与年初预算{initial}不一致，应说明预算调整情况",
        "the budget went from {initial} to {annual} without a word on the change",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    law=(AMOUNT_TOLERANCE, BUDGET_CHANGE, MONEY_MATTERS),
    judges_whole=True,
)
def budget_change_unexplained(dossier: Dossier) -> Iterator[Answer]:
    """The budget of the year (全年预算) differs from the initial one, unexplained.

    Why it matters:
        Targets were approved for the first sum; a changed sum may need changed
        targets.

    What it leaves alone:
        No initial budget, or one of zero: the project was set up in the year; a
        difference that is the carry-over; a text that mentions the change. A form
        without narrative, which has little room for it, is info.
    """
    budget = dossier.project.budget
    initial = budget.amount(BudgetRow.INITIAL) if budget else None
    if budget is None or not initial or budget.planned is None:
        yield not_applicable(
            "年初预算数或全年预算数缺失", "one of the two budgets is missing"
        )
        return
    tolerance = amount_tolerance(dossier.law)
    difference = budget.planned - initial
    carried = budget.amount(BudgetRow.ANNUAL, BudgetColumn.CARRYOVER) or Decimal(0)
    if abs(difference) <= tolerance or abs(difference - carried) <= tolerance:
        return
    money = dossier.law.words(MONEY_MATTERS)
    if dossier.mentions(dossier.law.words(BUDGET_CHANGE), money):
        return
    cell = budget.cells[BudgetRow.ANNUAL, BudgetColumn.TOTAL]
    yield Hit.on(
        cell,
        {"annual": budget.told(budget.planned), "initial": budget.told(initial)},
        severity=None if dossier.project.has_narrative else Severity.INFO,
    )
