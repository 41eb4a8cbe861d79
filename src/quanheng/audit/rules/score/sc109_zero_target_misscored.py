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
from quanheng.core.quantity import plain
from quanheng.scoring.claims import Claim
from quanheng.scoring.reading import quantity_of

COMPLETIONS = (Decimal(0), Decimal(100))


@rule(
    code="SC109",
    name="zero-target-misscored",
    title=Words("零或负目标值计分有误", "Zero or negative target scored wrongly"),
    message=Words(
        "目标值为{target}，业绩值{actual}应得{computed}分，得分填为{stated}分",
        "the target is {target}; the actual {actual} gives {computed} points, "
        "{stated} are stated",
    ),
    variants={
        "completion": Words(
            "目标值为{target}，无法计算完成率，填为{completion}，应为100%、0%或“—”",
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
    """The score of a target of zero or less can't follow from it (零值目标).

    Why it matters:
        Nothing can be divided by zero: such a target is either met or missed, and a
        form that divides anyway gives points at random.

    What it leaves alone:
        Scores that follow another method of self_evaluation.zero_target_formula; a
        negative target scored by the difference; a deduction with a reason. An actual
        of zero does not meet ≤ -3%, although neither is above zero. Units in conflict
        (VL101) and scores out of range (SC102, SC103).
    """
    zero = [c for c in dossier.claims if c.has_zero_target]
    if not zero:
        yield not_applicable("无零或负的目标值", "no target of zero or less")
    for claim in zero:
        yield from _score(claim, dossier)
        yield from _completion(claim)


def _score(claim: Claim, dossier: Dossier) -> Iterator[Answer]:
    due = claim.due(dossier.law)
    if due is None or not claim.is_within_weight:
        return
    if claim.is_reasoned_deduction(due) or _is_by_difference(claim):
        return
    yield Hit.on(
        claim.cell,
        {
            "target": claim.reading.target.raw,
            "actual": claim.reading.actual.raw,
            "computed": plain(due),
            "stated": plain(claim.stated),
        },
        edits=(Edit.on(claim.cell, plain(due), safe=False),),
    )


def _is_by_difference(claim: Claim) -> bool:
    """Whether the weight was cut by the share by which a negative target was missed."""
    target, actual = map(quantity_of, (claim.reading.target, claim.reading.actual))
    if not (target and actual and target.value):
        return False
    share = 1 - abs((actual.value - target.value) / target.value)
    by_difference = max(share, Decimal(0)) * claim.weight
    return abs(claim.stated - by_difference) < Decimal("0.01")


def _completion(claim: Claim) -> Iterator[Answer]:
    completion = claim.reading.indicator.completion
    if completion and completion.number not in (None, *COMPLETIONS):
        yield Hit.on(
            completion,
            {"target": claim.reading.target.raw, "completion": completion.raw},
            variant="completion",
        )
