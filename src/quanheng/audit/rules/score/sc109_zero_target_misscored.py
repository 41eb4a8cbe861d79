"""SC109 zero-target-misscored (零或负目标计分错误)."""

from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, NotApplicable, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.scoring.claims import has_zero_target, is_reasoned_deduction, off_by
from quanheng.scoring.reading import quantity_of
from quanheng.scoring.scorecard import RowScore

COMPLETIONS = (Decimal(0), Decimal(100))


@rule(
    code="SC109",
    name="zero-target-misscored",
    title=Words("零或负目标计分错误", "Zero or negative target scored wrongly"),
    message=Words(
        "目标值为{target}，业绩值{actual}应得{computed}分，得分填为{stated}分",
        "the target is {target}; the actual {actual} gives {computed} points, "
        "{stated} are stated",
    ),
    variants={
        "completion": Words(
            "目标值为{target}，不能计算完成率，填为{completion}，应为100%、0%或“—”",
            "no rate follows from the target {target}; {completion} is stated, "
            "100%, 0% or — is due",
        ),
    },
    severity=Severity.ERROR,
    basis=(("practice", "省级财政信息系统的做法"),),
    law=("self_evaluation.score_tolerance", "self_evaluation.zero_target_formula"),
    fixing=Fixing.UNSAFE,
)
def zero_target_misscored(dossier: Dossier) -> Iterator[Answer]:
    """A target of zero or less has a score that can't follow from it (零值目标).

    Why it matters:
        Nothing can be divided by zero; such a target is met or not, and a form that
        divides all the same gives points at random.

    What it leaves alone:
        Another way in self_evaluation.zero_target_formula; a negative target scored
        by the difference; a deduction with a reason. A negative target is only met
        by an actual on its side of it: an actual of zero does not meet ≤ -3%, which
        the plain wording "target and actual not above zero" would let pass. Units in
        conflict (VL101) and scores out of range (SC102, SC103).
    """
    rows = [row for row in dossier.scorecard.rows if has_zero_target(row)]
    if not rows:
        yield NotApplicable(Words("没有零或负的目标值", "no target of zero or less"))
    for row in rows:
        yield from _score(row, dossier)
        yield from _completion(row)


def _score(row: RowScore, dossier: Dossier) -> Iterator[Answer]:
    if off_by(row, dossier.law) is None or is_reasoned_deduction(row):
        return
    if row.reading is None or row.stated is None or row.recomputed is None:
        return
    if row.score is None or row.weight is None or not 0 <= row.stated <= row.weight:
        return
    if _is_by_difference(row, row.stated, row.weight):
        return
    computed = plain(row.recomputed)
    yield Hit(
        at=row.at,
        quote=row.score.raw,
        says={
            "target": row.reading.target.raw,
            "actual": row.reading.actual.raw,
            "computed": computed,
            "stated": plain(row.stated),
        },
        edit=Edit(row.at, row.score.raw, computed, safe=False),
    )


def _is_by_difference(row: RowScore, stated: Decimal, weight: Decimal) -> bool:
    """Whether the score is the weight less the share by which a negative is missed."""
    target = quantity_of(row.reading.target) if row.reading else None
    actual = quantity_of(row.reading.actual) if row.reading else None
    if target is None or actual is None or target.value >= 0:
        return False
    share = 1 - abs((actual.value - target.value) / target.value)
    return abs(stated - max(share, Decimal(0)) * weight) < Decimal("0.01")


def _completion(row: RowScore) -> Iterator[Answer]:
    if row.indicator is None or row.indicator.completion is None or row.reading is None:
        return
    completion = row.indicator.completion
    if completion.number is None or completion.number in COMPLETIONS:
        return
    yield Hit(
        at=completion.at,
        quote=completion.raw,
        says={"target": row.reading.target.raw, "completion": completion.raw},
        variant="completion",
    )
