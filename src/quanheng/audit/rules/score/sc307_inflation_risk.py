from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.recomputed import is_all_backed
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.quantity import plain
from quanheng.evidence.bindings.limits import TOLERANCES
from quanheng.law.book import Law
from quanheng.scoring.claims import Claim
from quanheng.scoring.inflation import (
    are_all_full,
    has_rate_of_other_unit,
    has_rate_without_basis,
    is_every_actual_its_target,
)

WEIGHTS: Final = "review.risk_weights"
THRESHOLD: Final = "review.risk_threshold"
FEWEST_SIGNS: Final = 3
SIGNS: Final = {
    "SC101": Severity.ERROR,
    "SC107": Severity.ERROR,
    "SC108": Severity.ERROR,
    "SC301": Severity.WARNING,
    "VL306": Severity.INFO,
    "VL402": Severity.ERROR,
    "VL403": Severity.WARNING,
}
"""The rules whose faults raise a score, with the severity they count at."""


@rule(
    code="SC307",
    name="inflation-risk",
    title=Words("虚高评分风险", "Signs of score inflation"),
    message=Words(
        "虚高评分风险值{sum}，超过预警值{threshold}，建议列入抽查（{parts}）",
        "the signs of score inflation add up to {sum}, above {threshold}; a case for "
        "sampling: {parts}",
    ),
    severity=Severity.INFO,
    basis=(("《关于开展中央部门项目支出绩效自评工作的通知》", "不得人为抬高分数"),),
    law=(WEIGHTS, THRESHOLD, "self_evaluation.score_tolerance", *TOLERANCES),
)
def inflation_risk(dossier: Dossier) -> Iterator[Answer]:
    """Several signs together suggest that scores were raised (抬高分数).

    Why it matters:
        Reviewers can only look at a few reports; this says which ones to look at first.

    What it leaves alone:
        Fewer than three kinds of signs, and a weighted sum up to the threshold. The
        finding is a reason to draw a sample, never a verdict on honesty. Only faults
        that raise a score are signs; a sum over all findings would make every badly
        typeset report a suspect. Full marks throughout are no sign where registers
        give every actual. Each sign is named by its rule; it is worked out again here,
        because rules do not see each other's findings.
    """
    law, rows = dossier.law, dossier.scorecard.rows
    stated = dossier.claims
    counts = {
        "SC101": sum(_is_raised(claim, law) for claim in stated),
        "SC107": sum(claim.is_full_without_basis for claim in stated),
        "SC108": sum(claim.is_full_though_missed(law) for claim in stated),
        "SC301": int(are_all_full(dossier.scorecard) and not is_all_backed(dossier)),
        "VL306": int(is_every_actual_its_target(rows)),
        "VL402": sum(map(has_rate_of_other_unit, stated)),
        "VL403": sum(
            has_rate_without_basis(claim) and not has_rate_of_other_unit(claim)
            for claim in stated
        ),
    }
    seen = {code: count for code, count in counts.items() if count}
    risk = sum((_weight(code, dossier) * seen[code] for code in seen), Decimal(0))
    threshold = dossier.law.number(THRESHOLD)
    if len(seen) >= FEWEST_SIGNS and risk > threshold:
        yield Hit(
            at=dossier.project.table_at,
            says={
                "sum": plain(risk),
                "threshold": plain(threshold),
                "parts": listed(f"{code}×{count}" for code, count in seen.items()),
            },
        )


def _is_raised(claim: Claim, law: Law) -> bool:
    """Whether more points are stated than the formula gives, full marks apart."""
    due = claim.due(law)
    return due is not None and claim.stated > due and not claim.is_full


def _weight(code: str, dossier: Dossier) -> Decimal:
    weight = dossier.law.table(WEIGHTS).get(SIGNS[code])
    return weight if isinstance(weight, Decimal) else Decimal(0)
