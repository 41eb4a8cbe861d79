from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import NO_BUDGET, Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.scoring.budget.execution_rate import EXECUTION_DENOMINATOR
from quanheng.scoring.budget.stated_rates import (
    RATE_DECIMALS,
    RATE_TOLERANCE,
    is_cut_off,
    misstated_execution_rates,
)


@rule(
    code="BG302",
    name="execution-rate-mismatch",
    title=Words("预算执行率与金额不符", "Execution rate is not spent ÷ planned"),
    message=Words(
        "预算执行率（{column}）填为{stated}，按“全年执行÷{base}”应为{computed}",
        "execution rate, {column}: {stated} stated, spent ÷ {base} is {computed}",
    ),
    severity=Severity.ERROR,
    basis=(("practice", "表内所列公式（行次7）"), ("财预〔2020〕10号", "附1 自评表")),
    law=(RATE_TOLERANCE, RATE_DECIMALS, EXECUTION_DENOMINATOR),
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
        yield NO_BUDGET
        return
    for rate in misstated_execution_rates(budget, dossier.law):
        if rate.wrong is None:
            cell = rate.cell
            yield Hit.on(
                cell,
                {
                    "column": rate.column.words,
                    "stated": cell.raw,
                    "base": rate.base.words,
                    "computed": rate.text,
                },
                severity=Severity.INFO if is_cut_off(cell, rate.percent) else None,
                edits=(Edit.on(cell, rate.text, safe=True),),
            )
