from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Severity,
    insufficient,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.core.quantity import plain
from quanheng.scoring.budget.execution_rate import (
    EXECUTION_DENOMINATOR,
    EXECUTION_STEPS,
    denominator_row,
)
from quanheng.scoring.budget.stated_rates import decimals_in, stated_percent
from quanheng.scoring.scorecard import RowScore

TOLERANCE = "self_evaluation.score_tolerance"
FULL = Decimal(100)


@rule(
    code="BG304",
    name="execution-score-mismatch",
    title=Words("预算执行率得分与执行率不符", "Execution score is not rate × weight"),
    message=Words(
        "预算执行率得分{stated}分，按“执行数÷预算数×分值{weight}分”应为{computed}分",
        "execution points {stated}; spent ÷ planned × {weight} is {computed}",
    ),
    severity=Severity.ERROR,
    basis=(
        ("财预〔2020〕10号", "第十三条"),
        ("财预〔2020〕10号", "第十六条"),
        ("practice", "省级财政信息系统的做法"),
    ),
    law=(TOLERANCE, EXECUTION_DENOMINATOR, EXECUTION_STEPS),
    fixing=Fixing.SAFE,
)
def execution_score_mismatch(dossier: Dossier) -> Iterator[Answer]:
    """The points of the execution rate (预算执行率得分) don't follow from the money.

    Why it matters:
        These ten points are the only ones that the accounts alone decide.

    What it leaves alone:
        A budget of zero; an empty score (SC103); points by a local step table; a
        rate with a target of its own other than 100%.
    """
    rows = [row for row in dossier.scorecard.rows if row.is_execution]
    if not rows:
        yield not_applicable(
            "表中无预算执行率得分", "the execution rate carries no points"
        )
        return
    budget = dossier.project.budget
    if budget is None or not budget.amount(denominator_row(dossier.law)):
        yield insufficient(
            "预算数缺失、为零或无法识别", "the budget is missing, zero or unreadable"
        )
        return
    tolerance = dossier.law.number(TOLERANCE)
    for row in rows:
        if row.stated is None or row.recomputed is None or _has_own_target(row):
            continue
        if abs(row.stated - row.recomputed) > tolerance:
            yield _hit(row, row.stated, row.recomputed)


def _hit(row: RowScore, stated: Decimal, recomputed: Decimal) -> Hit:
    cell = row.score or Field("", row.at)
    computed = str(recomputed) if decimals_in(stated) else plain(recomputed)
    says = {
        "stated": plain(stated),
        "weight": plain(row.weight or Decimal(0)),
        "computed": computed,
    }
    edits = (Edit.on(cell, computed, safe=True),)
    return Hit.on(cell, says, edits=edits)


def _has_own_target(row: RowScore) -> bool:
    target = stated_percent(row.indicator.target) if row.indicator else None
    return target is not None and target != FULL
