from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Hit,
    Need,
    Severity,
    insufficient,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.report import Project
from quanheng.language.clauses import sentences
from quanheng.language.words import any_of
from quanheng.law.book import Law
from quanheng.scoring.budget.budget_sums import (
    AMOUNT_TOLERANCE,
    amount_tolerance,
    sum_of_levels,
)

CARRIED = "words.carry_over"
RETURNED = "words.surplus_returned"
ADDED = "words.budget_adjustments"
_ZERO = Words("填为0", "has 0")
_EMPTY = Words("未填列", "is empty")


@rule(
    code="BG407",
    name="carry-over-misstated",
    title=Words(
        "上年结转未列入或计入当年拨款",
        "Carry-over left out or counted as current money",
    ),
    message=Words(
        "上年结余{surplus}结转本年，但“上年结转资金”{stated}，应补充填列",
        "{surplus} were carried over from last year; the carry-over column {stated}",
    ),
    variants={
        "as fiscal": Words(
            "上年结余{surplus}结转本年，已计入财政资金小计而“上年结转资金”{stated}，"
            "应单独填列",
            "{surplus} were carried over from last year and counted as money of this "
            "year; the carry-over column {stated}",
        )
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    law=(AMOUNT_TOLERANCE, CARRIED, RETURNED, ADDED),
    needs=Need.PREVIOUS_YEAR,
)
def carry_over_misstated(dossier: Dossier) -> Iterator[Answer]:
    """Money carried over from last year is not in its column (上年结转资金).

    Why it matters:
        Without the carried money the budget of the year is too small and its
        execution rate too good.

    What it leaves alone:
        A surplus that was returned, or that last year's report calls both carried over
        and returned; forms without the column; an additional allocation of the same
        size named in the text. A changed project code comes with the workflow.
    """
    budget = dossier.project.budget
    cell = budget.cell(BudgetRow.ANNUAL, BudgetColumn.CARRYOVER) if budget else None
    if budget is None or cell is None:
        yield not_applicable(
            "表中无上年结转资金栏", "there is no column for carry-over"
        )
        return
    last = dossier.previous.project if dossier.previous else None
    surplus = last.budget.amount(BudgetRow.BALANCE) if last and last.budget else None
    if last is None or surplus is None:
        yield insufficient("上年报告无资金结余数", "last year's report has no balance")
        return
    tolerance = amount_tolerance(dossier.law)
    if surplus <= tolerance or not _is_carried(last, dossier.law):
        return
    if budget.amount(BudgetRow.ANNUAL, BudgetColumn.CARRYOVER):
        return
    as_fiscal = _is_in_subtotal(budget, surplus, tolerance)
    if as_fiscal and dossier.mentions(dossier.law.words(ADDED)):
        return
    says = {
        "surplus": budget.told(surplus),
        "stated": _ZERO if cell.number == 0 else _EMPTY,
    }
    yield Hit.on(cell, says, variant="as fiscal" if as_fiscal else "")


def _is_carried(last: Project, law: Law) -> bool:
    """Whether last year's report says that its balance is carried over, all of it."""
    carried, returned = law.words(CARRIED), law.words(RETURNED)
    carrying = [
        sentence
        for text in last.prose()
        for sentence in sentences(text.raw)
        if any_of(carried, sentence) and "上年" not in sentence
    ]
    return bool(carrying) and not any(any_of(returned, each) for each in carrying)


def _is_in_subtotal(budget: Budget, surplus: Decimal, tolerance: Decimal) -> bool:
    """Whether the fiscal subtotal exceeds its levels by just that amount."""
    subtotal = budget.amount(BudgetRow.ANNUAL, BudgetColumn.FISCAL)
    levels = sum_of_levels(budget, BudgetRow.ANNUAL)
    if subtotal is None or levels is None:
        return False
    return abs(subtotal - levels - surplus) <= tolerance
