from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    NO_INDICATORS,
    UNREADABLE_WEIGHT,
    Answer,
    Hit,
    Severity,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.scoring.total import total

TOLERANCE = "self_evaluation.weight_tolerance"
FULL = Decimal(100)


@rule(
    code="WT101",
    name="weights-not-100",
    title=Words("权重合计不为100分", "Weights do not add up to 100"),
    message=Words(
        "各项权重合计为{sum}分，应为100分", "the weights add up to {sum}, not to 100"
    ),
    severity=Severity.ERROR,
    basis=(
        ("财预〔2020〕10号", "第十三条"),
        ("practice", "省级财政信息系统的做法"),
    ),
    law=(TOLERANCE,),
    judges_whole=True,
)
def weights_not_100(dossier: Dossier) -> Iterator[Answer]:
    """The weights of all scored rows do not add up to 100 (权重合计).

    Why it matters:
        A total out of 100 is only comparable when 100 points were given out.

    What it leaves alone:
        Forms that score out of 90 and add the execution points separately; a report
        in which a weight can't be read answers "insufficient data".
    """
    rows = dossier.scorecard.rows
    if not rows:
        yield NO_INDICATORS
        return
    weights = total(row.weight for row in rows)
    if weights is None:
        yield UNREADABLE_WEIGHT
        return
    if abs(weights - FULL) > dossier.law.number(TOLERANCE):
        yield Hit(at=dossier.project.table_at, says={"sum": plain(weights)})
