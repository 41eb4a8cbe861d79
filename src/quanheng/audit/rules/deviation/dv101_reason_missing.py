from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.losses import (
    NO_DEVIATION,
    Loss,
    is_explained_elsewhere,
    losses,
)
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import filled
from quanheng.core.quantity import plain

CAUSES: Final = "words.cause"
LACKS: Final = "words.lack_marks"


@rule(
    code="DV101",
    name="reason-missing",
    title=Words("未得满分且未填写偏差原因", "Points lost, no reason given"),
    message=Words(
        "“{name}”权重{weight}分，得{stated}分，未填写偏差原因，应补充",
        "“{name}” has {stated} of {weight} points; the cell for the reason is empty",
    ),
    variants={
        "denied": Words(
            "“{name}”权重{weight}分，得{stated}分，偏差原因仅填“{text}”，应说明具体原因",
            "“{name}” has {stated} of {weight} points; its reason only says “{text}”",
        ),
        "nowhere": Words(
            "“{name}”权重{weight}分，得{stated}分，表中未设原因栏，正文未说明原因，应补充",
            "“{name}” has {stated} of {weight} points; neither the form nor the text "
            "gives a reason",
        ),
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第十一条"), ("practice", "省级财政信息系统的做法")),
    law=(
        "self_evaluation.score_tolerance",
        NO_DEVIATION,
        CAUSES,
        LACKS,
        "words.topics",
        "words.generic",
    ),
    needs_indicators=True,
)
def reason_missing(dossier: Dossier) -> Iterator[Answer]:
    """A row lost points and gives no reason for its deviation (偏差原因).

    Why it matters:
        A missed target without its reason can't be mended next year.

    What it leaves alone:
        A loss within the tolerance; points that the formula gives and the row does
        not claim (SC101, BG304); a form without the column whose text names the row
        and why it fell short; a form without both the column and a text.
    """
    lost = tuple(losses(dossier.scorecard.rows, dossier.law))
    if not lost:
        yield not_applicable("无扣分指标", "no row lost points")
    for loss in lost:
        if loss.reason or loss.is_due:
            continue
        variant = _variant(loss)
        if variant == "nowhere" and _is_explained(dossier, loss):
            continue
        yield Hit.on(
            loss.cell,
            {
                "name": loss.indicator.title,
                "weight": plain(loss.weight),
                "stated": plain(loss.stated),
                "text": loss.cell.raw,
            },
            also=() if variant == "nowhere" else (loss.score.at,),
            variant=variant,
        )


def _variant(loss: Loss) -> str:
    if loss.indicator.reason is None:
        return "nowhere"
    return "denied" if filled(loss.indicator.reason) else ""


def _is_explained(dossier: Dossier, loss: Loss) -> bool:
    """Whether the text explains the loss, or there is no text that could."""
    words = dossier.law.words(CAUSES) + dossier.law.words(LACKS)
    return not dossier.project.has_narrative or is_explained_elsewhere(
        dossier, loss.indicator.title, words
    )
