from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.money.spending import (
    CAUSE,
    MONEY_MATTERS,
    is_spending_explained,
)
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.core.quantity import plain, rounded
from quanheng.scoring.budget.execution_rate import (
    EXECUTION_DENOMINATOR,
    denominator_row,
    execution_rate,
)

LOW_RATE = "self_evaluation.low_execution_rate"


@rule(
    code="BG403",
    name="low-execution-unexplained",
    title=Words("执行率偏低未说明原因", "Low execution without explanation"),
    message=Words(
        "预算执行率{rate}%，低于{limit}%，未说明原因，应补充说明",
        "the execution rate of {rate}% is below {limit}%, and no reason is given",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第二十六条"), ("practice", "省级财政信息系统的做法")),
    law=(LOW_RATE, CAUSE, MONEY_MATTERS, EXECUTION_DENOMINATOR),
    judges_whole=True,
)
def low_execution_unexplained(dossier: Dossier) -> Iterator[Answer]:
    """A low execution rate (预算执行率) is nowhere explained.

    Why it matters:
        Money that lies idle is cut next year unless somebody says why it did.

    What it leaves alone:
        A budget of zero; an execution row with a reason cell of its own (DV101); a
        sentence on money that names a cause; an actual completion that names one; any
        reason given for a row, since late work is late money.
    """
    budget = dossier.project.budget
    row = denominator_row(dossier.law)
    rate = execution_rate(budget, BudgetColumn.TOTAL, row) if budget else None
    if budget is None or rate is None:
        yield not_applicable("预算执行率无法计算", "there is no execution rate")
        return
    limit = dossier.law.number(LOW_RATE)
    if rate >= limit or _has_reason_cell(dossier) or is_spending_explained(dossier):
        return
    cell = _place(budget)
    yield Hit.on(cell, {"rate": plain(rounded(rate)), "limit": plain(limit)})


def _place(budget: Budget) -> Field:
    cell = budget.cell(BudgetRow.EXECUTION_RATE)
    return cell or budget.cells[BudgetRow.SPENT, BudgetColumn.TOTAL]


def _has_reason_cell(dossier: Dossier) -> bool:
    return any(
        row.is_execution and row.reason is not None
        for row in dossier.project.indicators
    )
