from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import NO_BUDGET, Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.scoring.budget.execution_rate import EXECUTION_DENOMINATOR
from quanheng.scoring.budget.stated_rates import (
    RATE_DECIMALS,
    RATE_TOLERANCE,
    misstated_execution_rates,
)


@rule(
    code="BG303",
    name="execution-rate-wrong-denominator",
    title=Words("执行率分母有误", "Execution rate uses the wrong denominator"),
    message=Words(
        "预算执行率（{column}）{stated}系以{wrong}为分母，应以{base}为分母，"
        "为{computed}",
        "execution rate, {column}: {stated} divides by {wrong}; "
        "by {base} it is {computed}",
    ),
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    law=(RATE_TOLERANCE, RATE_DECIMALS, EXECUTION_DENOMINATOR),
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
        yield NO_BUDGET
        return
    for rate in misstated_execution_rates(budget, dossier.law):
        if rate.wrong is not None:
            cell = rate.cell
            says = {
                "column": rate.column.words,
                "stated": cell.raw,
                "wrong": rate.wrong.words,
                "base": rate.base.words,
                "computed": rate.text,
            }
            yield Hit.on(cell, says, edits=(Edit.on(cell, rate.text, safe=True),))
