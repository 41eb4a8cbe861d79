from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    UNREADABLE_WEIGHT,
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
from quanheng.scoring.claims import stated_sums
from quanheng.scoring.scorecard import FULL_MARKS
from quanheng.scoring.total import total as given

TOLERANCE = "self_evaluation.total_tolerance"


@rule(
    code="SC104",
    name="total-mismatch",
    title=Words("总分不等于各项得分之和", "Total is not the sum of the scores"),
    message=Words(
        "总分填为{stated}分，与各项得分之和{sum}分不一致",
        "the total is {stated}; the scores add up to {sum}",
    ),
    severity=Severity.ERROR,
    basis=(
        ("财预〔2020〕10号", "第十六条"),
        ("practice", "自评表审核中的常见问题"),
    ),
    law=(
        TOLERANCE,
        "self_evaluation.execution_weight",
        "self_evaluation.execution_denominator",
        "self_evaluation.execution_steps",
        "self_evaluation.score_decimals",
    ),
    fixing=Fixing.SAFE,
    judges_whole=True,
)
def total_mismatch(dossier: Dossier) -> Iterator[Answer]:
    """The stated total of the form differs from the sum of its scores (总分).

    Why it matters:
        The total decides the grade and is what gets reported upwards.

    What it leaves alone:
        A form that scores out of 90 and adds the execution points separately, where
        these make up the difference. Missing rows whose weights make up the difference
        (WT101). A total that only the text gives, which SC203 compares, so that one
        wrong number is one finding. A score that can't be read, or rows without
        weights, which may not be all of the rows, answer "insufficient data".
    """
    total = _of_form(dossier)
    if total is None or total.number is None:
        yield not_applicable("表中无总分", "the form states no total")
        return
    sums = stated_sums(dossier.project, dossier.scorecard.rows, dossier.law)
    if not sums:
        yield insufficient("有得分无法读取", "a score can't be read")
        return
    weights = given(row.weight for row in dossier.scorecard.rows)
    if weights is None:
        yield UNREADABLE_WEIGHT
        return
    tolerance = dossier.law.number(TOLERANCE)
    missing = FULL_MARKS - weights
    if missing > tolerance and 0 < total.number - sums[0] <= missing + tolerance:
        return
    if all(abs(total.number - summed) > tolerance for summed in sums):
        summed = plain(sums[0])
        yield Hit.on(
            total,
            {"stated": plain(total.number), "sum": summed},
            edits=(Edit.on(total, summed, safe=True),),
        )


def _of_form(dossier: Dossier) -> Field | None:
    project = dossier.project
    if project.table_total is not None:
        return project.table_total
    return None if project.conclusion else project.stated_total
