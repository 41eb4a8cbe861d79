from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.scoring.budget.budget_sums import AMOUNT_TOLERANCE, amount_tolerance

DESTINATION = "words.surplus_destination"
MONEY_MATTERS = "words.money_matters"


@rule(
    code="BG405",
    name="surplus-without-destination",
    title=Words("结余资金去向未说明", "Surplus without a destination"),
    message=Words(
        "未说明资金结余{surplus}的去向，应注明结转使用或交回财政",
        "what becomes of the surplus of {surplus} is not said",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(AMOUNT_TOLERANCE, DESTINATION, MONEY_MATTERS),
    judges_whole=True,
)
def surplus_without_destination(dossier: Dossier) -> Iterator[Answer]:
    """The text doesn't say what became of the balance (资金结余).

    Why it matters:
        A surplus is carried over or returned; one that is not mentioned gets lost.

    What it leaves alone:
        Forms without a balance row; a balance within the tolerance. A form without
        narrative is info.
    """
    budget = dossier.project.budget
    surplus = budget.amount(BudgetRow.BALANCE) if budget else None
    if budget is None or surplus is None:
        yield not_applicable("无资金结余数", "there is no balance")
        return
    words, money = dossier.law.words(DESTINATION), dossier.law.words(MONEY_MATTERS)
    if surplus <= amount_tolerance(dossier.law) or dossier.mentions(words, money):
        return
    cell = budget.cells[BudgetRow.BALANCE, BudgetColumn.TOTAL]
    yield Hit.on(
        cell,
        {"surplus": budget.told(surplus)},
        severity=None if dossier.project.has_narrative else Severity.INFO,
    )
