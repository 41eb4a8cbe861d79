from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.approval import are_weights_approved
from quanheng.audit.rule import NO_INDICATORS, Answer, Hit, Severity, rule
from quanheng.comparing.counterparts import NAME_SIMILARITY
from quanheng.core.bilingual import Words, listed
from quanheng.core.quantity import plain

STEP = "self_evaluation.weight_step"
TOLERANCE = "self_evaluation.weight_tolerance"


@rule(
    code="WT104",
    name="weight-leftover-decimals",
    title=Words("权重含零散小数", "Weights with leftover decimals"),
    message=Words(
        "{total}项权重中{count}项不是{step}分的整数倍（{values}），"
        "未体现按重要程度设置",
        "{count} of {total} weights are no multiple of {step} ({values}); weights set "
        "by importance look different",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(STEP, TOLERANCE, NAME_SIMILARITY),
)
def weight_leftover_decimals(dossier: Dossier) -> Iterator[Answer]:
    """More than half of the weights are odd decimals (凑数权重).

    Why it matters:
        Points left over from a division by the number of rows say nothing about what
        is important.

    What it leaves alone:
        Half of the weights or fewer; weights taken over from the approval unchanged.
    """
    rows = [row for row in dossier.scorecard.rows if row.weight]
    if not rows:
        yield NO_INDICATORS
        return
    step = dossier.law.number(STEP)
    uneven = [row for row in rows if row.weight and row.weight % step]
    if 2 * len(uneven) <= len(rows):
        return
    if are_weights_approved(dossier, dossier.law.number(TOLERANCE)):
        return
    counted: dict[Decimal, int] = {}
    for row in uneven:
        if row.weight:
            counted[row.weight] = counted.get(row.weight, 0) + 1
    places = tuple(
        row.indicator.weight for row in uneven if row.indicator and row.indicator.weight
    )
    yield Hit(
        at=dossier.project.table_at,
        says={
            "total": len(rows),
            "count": len(uneven),
            "step": plain(step),
            "values": listed(_times(value, n) for value, n in counted.items()),
        },
        also=tuple(weight.at for weight in places),
    )


def _times(value: Decimal, times: int) -> str:
    return plain(value) if times == 1 else f"{plain(value)}×{times}"
