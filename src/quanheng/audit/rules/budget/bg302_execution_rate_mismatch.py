"""BG302 execution-rate-mismatch (预算执行率与金额不符)."""

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
    is_cut_off,
    rate_text,
    right_denominators,
    stated_rates,
)

TOLERANCE = "self_evaluation.rate_tolerance"
DECIMALS = "self_evaluation.rate_decimals"


@rule(
    code="BG302",
    name="execution-rate-mismatch",
    title=Words("预算执行率与金额不符", "Execution rate is not spent ÷ planned"),
    message=Words(
        "预算执行率（{column}）填为{stated}，按“全年执行÷{base}”应为{computed}",
        "execution rate, “{column}”: {stated} stated, spent ÷ “{base}” is {computed}",
    ),
    severity=Severity.ERROR,
    basis=(
        ("practice", "表内印制的公式，第7行"),
        ("财预〔2020〕10号", "附1 自评表"),
    ),
    law=(TOLERANCE, DECIMALS, EXECUTION_DENOMINATOR),
    fixing=Fixing.SAFE,
)
def execution_rate_mismatch(dossier: Dossier) -> Iterator[Answer]:
    """The execution rate (预算执行率) is not spent ÷ planned.

    Why it matters:
        The rate carries its own points, so a wrong rate is a wrong score.

    What it leaves alone:
        Columns without a budget; an empty rate; a rate written as ratio; a rate
        that another denominator explains (BG303). A rate that was cut off instead of
        rounded is info.
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
        if (
            percent is None
            or dividing_row(budget, column, tolerance, right)
            or dividing_row(budget, column, tolerance)
        ):
            continue
        computed = rate_text(cell, percent, places)
        yield Hit(
            at=cell.at,
            quote=cell.raw,
            says={
                "column": column.label,
                "stated": cell.raw,
                "base": right[0].label,
                "computed": computed,
            },
            severity=Severity.INFO if is_cut_off(cell, percent) else None,
            edits=(Edit(cell.at, cell.raw, computed, safe=True),),
        )
