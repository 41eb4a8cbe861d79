"""BG303 execution-rate-wrong-denominator (执行率分母用错)."""

from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    NotApplicable,
    Severity,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.budget import BudgetRow
from quanheng.scoring.execution_rate import EXECUTION_DENOMINATOR, execution_rate
from quanheng.scoring.stated_rates import (
    dividing_row,
    rate_text,
    right_denominators,
    stated_rates,
)

TOLERANCE = "self_evaluation.rate_tolerance"
DECIMALS = "self_evaluation.rate_decimals"


@rule(
    code="BG303",
    name="execution-rate-wrong-denominator",
    title=Words("执行率分母用错", "Execution rate uses the wrong denominator"),
    message=Words(
        "预算执行率（{column}）{stated}以{wrong}为分母，应除以{base}，为{computed}",
        "execution rate, “{column}”: {stated} divides by “{wrong}”; "
        "by “{base}” it is {computed}",
    ),
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    law=(TOLERANCE, DECIMALS, EXECUTION_DENOMINATOR),
    fixing=Fixing.SAFE,
)
def execution_rate_wrong_denominator(dossier: Dossier) -> Iterator[Answer]:
    """The execution rate (预算执行率) divides by arrived or initial money.

    Why it matters:
        Divided by what arrived, a project that got half its money looks complete.

    What it leaves alone:
        Columns in which the denominators are equal; regions whose parameter names
        another denominator.
    """
    budget = dossier.project.budget
    if budget is None:
        yield NotApplicable(Words("没有预算表", "there is no budget table"))
        return
    tolerance = dossier.law.number(TOLERANCE)
    places = int(dossier.law.number(DECIMALS))
    right = right_denominators(dossier.law)
    for column, cell in stated_rates(budget, BudgetRow.EXECUTION_RATE):
        percent = execution_rate(budget, column, right[0])
        wrong = dividing_row(budget, column, tolerance)
        if (
            percent is None
            or wrong is None
            or dividing_row(budget, column, tolerance, right)
        ):
            continue
        computed = rate_text(cell, percent, places)
        yield Hit(
            at=cell.at,
            quote=cell.raw,
            says={
                "column": column.label,
                "stated": cell.raw,
                "wrong": wrong.label,
                "base": right[0].label,
                "computed": computed,
            },
            edits=(Edit(cell.at, cell.raw, computed, safe=True),),
        )
