from collections.abc import Iterator, Sequence
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.approval import NO_APPROVED_ROWS, weights_of
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Need,
    Severity,
    insufficient,
    rule,
)
from quanheng.comparing.counterparts import NAME_SIMILARITY
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.scoring.budget.stated_rates import decimals_in

TOLERANCE = "self_evaluation.weight_tolerance"


@rule(
    code="WT401",
    name="weight-changed-after-approval",
    title=Words("权重与批复不符", "Weight differs from the approval"),
    message=Words(
        "“{name}”的权重为{stated}分，批复权重为{approved}分",
        "“{name}” weighs {stated}; {approved} was approved",
    ),
    severity=Severity.ERROR,
    basis=(("财预〔2021〕101号", ""),),
    law=(TOLERANCE, NAME_SIMILARITY),
    needs=Need.APPROVED_TARGETS,
    fixing=Fixing.UNSAFE,
)
def weight_changed_after_approval(dossier: Dossier) -> Iterator[Answer]:
    """A weight differs from the approved one (权重与批复不符).

    Why it matters:
        Points moved to what went well raise the total without any result.

    What it leaves alone:
        Weights that were all rescaled in one proportion, for instance from 100 points
        to 90 besides budget execution; one row may take the rounding remainder.
    """
    if not dossier.approved_rows:
        yield NO_APPROVED_ROWS
        return
    known = [
        (pair, weights)
        for pair in dossier.approved_rows
        if (weights := weights_of(pair)) is not None
    ]
    if not known:
        yield insufficient("批复权重无法读取", "the approval has no readable weight")
        return
    tolerance = dossier.law.number(TOLERANCE)
    if _is_rescaled([weights for _, weights in known], tolerance):
        return
    for pair, (ours, theirs) in known:
        row = pair.row.indicator
        if row.weight is not None and abs(ours - theirs) > tolerance:
            approved = plain(theirs)
            yield Hit.on(
                row.weight,
                {"name": row.title, "stated": plain(ours), "approved": approved},
                edits=(Edit.on(row.weight, approved, safe=False),),
            )


def _is_rescaled(
    weights: Sequence[tuple[Decimal, Decimal]], tolerance: Decimal
) -> bool:
    """Whether all weights but one follow the ratio of the sums, rounding apart."""
    total = sum((ours for ours, _ in weights), Decimal(0))
    approved = sum((theirs for _, theirs in weights), Decimal(0))
    if approved <= 0 or abs(total - approved) <= tolerance:
        return False
    kept = sum(abs(ours - theirs) <= tolerance for ours, theirs in weights)
    if kept * 2 >= len(weights):
        return False  # rescaling leaves hardly a weight unchanged
    off = [
        ours
        for ours, theirs in weights
        if abs(ours - theirs * total / approved) > _rounding(ours) + tolerance
    ]
    return len(weights) > 2 and len(off) <= 1


def _rounding(weight: Decimal) -> Decimal:
    """Half of the last written place."""
    return Decimal(1).scaleb(-decimals_in(weight)) / 2
