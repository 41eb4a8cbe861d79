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
from quanheng.core.field import Field
from quanheng.law.book import Law
from quanheng.scoring.budget.execution_rate import EXECUTION_DENOMINATOR, execution_rate
from quanheng.scoring.budget.stated_rates import (
    dividing_row,
    rate_agrees,
    rate_text,
    right_denominators,
    stated_percent,
)

TOLERANCE = "self_evaluation.rate_tolerance"
DECIMALS = "self_evaluation.rate_decimals"


@rule(
    code="BG305",
    name="execution-indicator-differs-from-table",
    title=Words(
        "预算执行指标与预算表不一致",
        "Execution indicator differs from the budget table",
    ),
    message=Words(
        "预算执行率指标填为{actual}，预算表为{table}，两处应一致",
        "the execution indicator says {actual}, the budget table {table}",
    ),
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    law=(TOLERANCE, DECIMALS, EXECUTION_DENOMINATOR),
    fixing=Fixing.SAFE,
)
def execution_indicator_differs_from_table(dossier: Dossier) -> Iterator[Answer]:
    """The execution row's actual (预算执行率业绩值) is not the budget table's rate.

    Why it matters:
        One rate in two places must be one rate, or the points follow the wrong one.

    What it leaves alone:
        The same rate with other decimals; either value missing. The table's rate is
        only offered as an edit where its own amounts confirm it.
    """
    budget = dossier.project.budget
    cells = [
        row.actual
        for row in dossier.project.indicators
        if row.is_execution and row.actual and stated_percent(row.actual) is not None
    ]
    rate = _table_rate(budget, dossier.law) if budget else None
    if budget is None or rate is None or not cells:
        yield not_applicable(
            "无可比对的预算执行率", "there are no two rates to compare"
        )
        return
    places = int(dossier.law.number(DECIMALS))
    tolerance = dossier.law.number(TOLERANCE)
    is_sure = _is_sure(budget, dossier.law)
    for cell in cells:
        if not rate_agrees(cell, rate, tolerance):
            yield _hit(cell, rate, places, is_sure=is_sure)


def _hit(cell: Field, rate: Decimal, places: int, *, is_sure: bool) -> Hit:
    text = rate_text(cell, rate, places)
    return Hit.on(
        cell,
        {"actual": cell.raw, "table": text},
        edits=(Edit.on(cell, text, safe=True),) if is_sure else (),
    )


def _table_rate(budget: Budget, law: Law) -> Decimal | None:
    """The stated rate of the total, taken in percent, else the rate by the amounts."""
    base = right_denominators(law)[0]
    computed = execution_rate(budget, BudgetColumn.TOTAL, base)
    cell = budget.cell(BudgetRow.EXECUTION_RATE)
    stated = stated_percent(cell)
    if cell is None or stated is None:
        return computed
    if computed is not None and rate_agrees(cell, computed, law.number(TOLERANCE)):
        return computed
    return stated


def _is_sure(budget: Budget, law: Law) -> bool:
    if stated_percent(budget.cell(BudgetRow.EXECUTION_RATE)) is None:
        return True
    right = right_denominators(law)
    tolerance = law.number(TOLERANCE)
    return dividing_row(budget, BudgetColumn.TOTAL, tolerance, right) is not None
