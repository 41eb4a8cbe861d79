"""SC307 inflation-risk (抬高分数风险)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.scoring.claims import (
    is_full_though_missed,
    is_full_without_basis,
    off_by,
)
from quanheng.scoring.inflation import (
    are_all_full,
    has_rate_of_other_unit,
    has_rate_without_basis,
    is_every_actual_its_target,
)
from quanheng.scoring.scorecard import RowScore

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
"""The rules whose faults raise a score, with the gravity they are counted at."""


@rule(
    code="SC307",
    name="inflation-risk",
    title=Words("抬高分数风险", "Signs of score inflation"),
    message=Words(
        "抬高分数的迹象合计{sum}，超过{threshold}，宜列入抽查：{parts}",
        "the signs of score inflation add up to {sum}, above {threshold}; a case for "
        "sampling: {parts}",
    ),
    severity=Severity.INFO,
    basis=(("《关于开展中央部门项目支出绩效自评工作的通知》", "不得人为抬高分数"),),
    law=(WEIGHTS, THRESHOLD),
)
def inflation_risk(dossier: Dossier) -> Iterator[Answer]:
    """Several signs together suggest that scores were raised (抬高分数).

    Why it matters:
        Reviewers can look at a few reports only; this says which ones promise most.

    What it leaves alone:
        Fewer than three kinds of signs, and a weighted sum up to the threshold. It
        is a reason to draw a sample, never a verdict on honesty. Only faults that
        raise a score are signs; a sum over all findings would make every badly set
        report a suspect. The signs are seen here anew from the scores, because rules
        do not know each other's findings; their parts are named by rule code.
    """
    rows = dossier.scorecard.rows
    counts = {
        "SC101": sum(_is_raised(row, dossier) for row in rows),
        "SC107": sum(is_full_without_basis(row) for row in rows),
        "SC108": sum(is_full_though_missed(row, dossier.law) for row in rows),
        "SC301": int(are_all_full(dossier.scorecard)),
        "VL306": int(is_every_actual_its_target(rows)),
        "VL402": sum(has_rate_of_other_unit(row) for row in rows),
        "VL403": sum(
            has_rate_without_basis(row) and not has_rate_of_other_unit(row)
            for row in rows
        ),
    }
    seen = {code: count for code, count in counts.items() if count}
    risk = sum((_weight(code, dossier) * seen[code] for code in seen), Decimal(0))
    threshold = dossier.law.number(THRESHOLD)
    if len(seen) >= FEWEST_SIGNS and risk > threshold:
        table = dossier.project.table
        yield Hit(
            at=table.at if table else dossier.project.at,
            says={
                "sum": plain(risk),
                "threshold": plain(threshold),
                "parts": "、".join(f"{code}×{count}" for code, count in seen.items()),
            },
        )


def _is_raised(row: RowScore, dossier: Dossier) -> bool:
    """Whether more points are stated than the formula gives, full marks apart."""
    difference = off_by(row, dossier.law)
    if difference is None or difference < 0:
        return False
    return not is_full_though_missed(row, dossier.law)


def _weight(code: str, dossier: Dossier) -> Decimal:
    weight = dossier.law.table(WEIGHTS).get(SIGNS[code])
    return weight if isinstance(weight, Decimal) else Decimal(0)
