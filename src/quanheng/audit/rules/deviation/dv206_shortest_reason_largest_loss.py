from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.losses import NO_DEVIATION, Loss, losses
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.language.similarity import bare
from quanheng.language.words import any_of

REFERENCES: Final = "words.references"
_FEWEST: Final = 3
_LONG: Final = 60


@rule(
    code="DV206",
    name="shortest-reason-largest-loss",
    title=Words("扣分最多而原因最短", "Shortest reason for the largest loss"),
    message=Words(
        "“{name}”扣{lost}分为最多，偏差原因仅{length}字，各项中位数为{median}字，应补充说明",
        "“{name}” lost most, {lost} points, with a reason of {length} characters; the "
        "median is {median}",
    ),
    severity=Severity.INFO,
    basis=(("practice", "自评复核中的常见问题"),),
    law=("self_evaluation.score_tolerance", NO_DEVIATION, REFERENCES),
)
def shortest_reason_largest_loss(dossier: Dossier) -> Iterator[Answer]:
    """The largest loss has the shortest reason (扣分最多而原因最短).

    Why it matters:
        Most is to be learnt where most was lost.

    What it leaves alone:
        Fewer than three reasons; two rows with the same largest loss or the same
        shortest text; texts of more than 60 characters or at least half the median;
        a reference to a paragraph.
    """
    lost = [loss for loss in losses(dossier.scorecard.rows, dossier.law) if loss.reason]
    if len(lost) < _FEWEST:
        yield not_applicable(
            "扣分且填有偏差原因的指标少于3项", "fewer than three rows give a reason"
        )
        return
    worst = max(lost, key=lambda loss: loss.lost)
    lengths = sorted(map(_length, lost))
    median = lengths[len(lengths) // 2]
    is_alone = sum(loss.lost == worst.lost for loss in lost) == 1
    if not is_alone or _length(worst) != lengths[0] or lengths[0] == lengths[1]:
        return
    if _length(worst) > _LONG or _length(worst) * 2 >= median:
        return
    if not any_of(dossier.law.words(REFERENCES), worst.reason):
        says = {
            "name": worst.indicator.title,
            "lost": plain(worst.lost),
            "length": lengths[0],
            "median": median,
        }
        yield Hit.on(worst.cell, says, also=(worst.score.at,))


def _length(loss: Loss) -> int:
    return len(bare(loss.reason))
