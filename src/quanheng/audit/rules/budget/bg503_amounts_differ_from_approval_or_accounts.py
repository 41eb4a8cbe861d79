from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    NO_BUDGET,
    Answer,
    Edit,
    Fixing,
    Hit,
    Need,
    Severity,
    insufficient,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.budget import Budget, BudgetRow
from quanheng.core.quantity import plain
from quanheng.scoring.budget.budget_sums import AMOUNT_TOLERANCE, amount_tolerance

CHANGES = "words.budget_adjustments"


@rule(
    code="BG503",
    name="amounts-differ-from-approval-or-accounts",
    title=Words(
        "预算或执行数与批复、决算不符",
        "Amounts differ from the approval or the final accounts",
    ),
    message=Words(
        "年初预算填为{stated}，批复为{approved}，应以批复为准",
        "the initial budget is {stated}; {approved} was approved",
    ),
    variants={
        "annual": Words(
            "全年预算填为{stated}，批复为{approved}，应以批复为准",
            "the budget of the year is {stated}; {approved} was approved",
        )
    },
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "第二十六条"),),
    law=(AMOUNT_TOLERANCE, CHANGES),
    needs=Need.APPROVED_TARGETS,
    fixing=Fixing.UNSAFE,
)
def amounts_differ_from_approval_or_accounts(dossier: Dossier) -> Iterator[Answer]:
    """A budget amount is not the approved one (预算与批复不符).

    Why it matters:
        The execution rate divides by the budget; a smaller one gives more points.

    What it leaves alone:
        A budget of the year that the text says was changed, where the approval names
        one amount only; rows that the approval does not name. Money spent is compared
        with the final accounts once there are payment data.
    """
    budget = dossier.project.budget
    approval = dossier.approved.project.budget if dossier.approved else None
    if budget is None:
        yield NO_BUDGET
        return
    if approval is None or _approved(approval, BudgetRow.INITIAL) is None:
        yield insufficient(
            "批复中无可识别的金额", "the approval has no readable amount"
        )
        return
    for row in _compared(dossier, budget, approval):
        yield from _differing(dossier, budget, approval, row)


def _compared(
    dossier: Dossier, budget: Budget, approval: Budget
) -> Iterator[BudgetRow]:
    """The initial budget; that of the year where the approval names it too."""
    yield BudgetRow.INITIAL
    names_both = all(
        approval.amount(row) is not None
        for row in (BudgetRow.INITIAL, BudgetRow.ANNUAL)
    )
    is_alone = budget.amount(BudgetRow.INITIAL) is None
    if names_both or (is_alone and not dossier.mentions(dossier.law.words(CHANGES))):
        yield BudgetRow.ANNUAL


def _approved(approval: Budget, row: BudgetRow) -> Decimal | None:
    """A single approved amount is the initial budget, however its form names it."""
    other = BudgetRow.ANNUAL if row is BudgetRow.INITIAL else BudgetRow.INITIAL
    amount = approval.amount(row)
    return approval.amount(other) if amount is None else amount


def _differing(
    dossier: Dossier, budget: Budget, approval: Budget, row: BudgetRow
) -> Iterator[Hit]:
    stated, approved = budget.amount(row), _approved(approval, row)
    cell = budget.cell(row)
    if cell is None or stated is None or approved is None:
        return
    if abs(stated - approved) > amount_tolerance(dossier.law):
        new = plain(approved / budget.factor)
        yield Hit.on(
            cell,
            {"stated": budget.told(stated), "approved": budget.told(approved)},
            variant="annual" if row is BudgetRow.ANNUAL else "",
            edits=(Edit.on(cell, new, safe=False),),
        )
