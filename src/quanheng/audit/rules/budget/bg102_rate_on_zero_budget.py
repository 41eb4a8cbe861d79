from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.scoring.budget.stated_rates import stated_percent


@rule(
    code="BG102",
    name="rate-on-zero-budget",
    title=Words("全年预算为零但填有执行率或得分", "Rate or score on a zero budget"),
    message=Words(
        "全年预算总金额{planned}，但填有执行率或得分“{stated}”，应核对预算数",
        "the whole budget {planned}, yet a rate or score “{stated}” is given",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "省级财政信息系统的做法"),),
)
def rate_on_zero_budget(dossier: Dossier) -> Iterator[Answer]:
    """An execution rate or its points (执行率、得分) are given for a budget of zero.

    Why it matters:
        Nothing can be divided by zero: the budget or the rate is wrong.

    What it leaves alone:
        A budget whose money is in a source column (BG201, carry-over projects);
        rates and points of zero; empty columns of the sources (BG103).
    """
    budget = dossier.project.budget
    planned = budget.cell(BudgetRow.ANNUAL) if budget else None
    if budget is None or planned is None:
        yield not_applicable("表中无全年预算数", "there is no annual budget")
        return
    if not (planned.is_blank or budget.planned == 0) or _is_funded(budget):
        return
    stated = [cell for cell in _stated(dossier, budget) if stated_percent(cell)]
    if stated:
        yield Hit.across(
            stated, {"planned": _planned(planned), "stated": stated[0].raw}
        )


def _planned(cell: Field) -> Words:
    if cell.is_blank:
        return Words("未填写", "is empty")
    return Words(f"为{cell.raw}", f"is {cell.raw}")


def _stated(dossier: Dossier, budget: Budget) -> Iterator[Field]:
    rate = budget.cell(BudgetRow.EXECUTION_RATE)
    if rate is not None:
        yield rate
    for row in dossier.scorecard.rows:
        if row.is_execution and row.score is not None:
            yield row.score


def _is_funded(budget: Budget) -> bool:
    return any(
        budget.amount(BudgetRow.ANNUAL, column)
        for column in BudgetColumn
        if column is not BudgetColumn.TOTAL
    )
