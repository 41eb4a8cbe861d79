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
from quanheng.core.bilingual import Words, listed
from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.scoring.budget.execution_rate import arrival_rate
from quanheng.scoring.budget.stated_rates import rate_agrees, rate_text, stated_rates

TOLERANCE = "self_evaluation.rate_tolerance"
DECIMALS = "self_evaluation.rate_decimals"


@rule(
    code="BG301",
    name="arrival-rate-mismatch",
    title=Words("预算到位率与金额不符", "Arrival rate is not arrived ÷ planned"),
    message=Words(
        "预算到位率（{column}）填为{stated}，按“实际到位÷全年预算”应为{computed}",
        "arrival rate, {column}: {stated} stated, arrived ÷ planned is {computed}",
    ),
    variants={
        "blank": Words(
            "预算到位率（{column}）为空，按“实际到位÷全年预算”应为{computed}",
            "arrival rate, {column}: empty, arrived ÷ planned is {computed}",
        )
    },
    severity=Severity.ERROR,
    basis=(("practice", "表内所列公式（行次6）"),),
    law=(TOLERANCE, DECIMALS),
    fixing=Fixing.SAFE,
)
def arrival_rate_mismatch(dossier: Dossier) -> Iterator[Answer]:
    """Row (6), the arrival rate (预算到位率), is not row (3) ÷ row (2).

    Why it matters:
        The rate shows whether the money came in time for the work.

    What it leaves alone:
        Columns without a budget; a rate written as ratio (1.00); forms without
        that row. Empty rates of the row are one finding, as info.
    """
    budget = dossier.project.budget
    if budget is None or not any(
        row is BudgetRow.ARRIVAL_RATE for row, _ in budget.cells
    ):
        yield not_applicable(
            "表中无预算到位率行", "the form has no row of arrival rates"
        )
        return
    tolerance = dossier.law.number(TOLERANCE)
    places = int(dossier.law.number(DECIMALS))
    for column, cell in stated_rates(budget, BudgetRow.ARRIVAL_RATE):
        percent = arrival_rate(budget, column)
        if percent is not None and not rate_agrees(cell, percent, tolerance):
            yield _hit(column, cell, percent, places)
    yield from _blank(budget, places)


def _hit(column: BudgetColumn, cell: Field, percent: Decimal, places: int) -> Hit:
    computed = rate_text(cell, percent, places)
    return Hit.on(
        cell,
        {"column": column.words, "stated": cell.raw, "computed": computed},
        edits=(Edit.on(cell, computed, safe=True),),
    )


def _blank(budget: Budget, places: int) -> Iterator[Hit]:
    found = [
        (column, cell, percent)
        for column in BudgetColumn
        if (cell := budget.cell(BudgetRow.ARRIVAL_RATE, column)) and cell.is_blank
        if (percent := arrival_rate(budget, column)) is not None
    ]
    if not found:
        return
    edits = [
        Edit.on(cell, rate_text(cell, percent, places), safe=True)
        for _, cell, percent in found
    ]
    yield Hit(
        at=edits[0].at,
        quote=edits[0].old,
        says={
            "column": listed(column.words for column, _, _ in found),
            "computed": listed(edit.new for edit in edits),
        },
        also=tuple(edit.at for edit in edits[1:]),
        severity=Severity.INFO,
        variant="blank",
        edits=tuple(edits),
    )
