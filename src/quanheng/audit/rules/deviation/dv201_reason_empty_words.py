from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.losses import NO_DEVIATION, losses
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.language.phrases.reasons import is_empty_reason
from quanheng.language.words import any_of, longest_first

EMPTY: Final = ("words.empty_reasons", "words.empty_measures", "words.generic")
MARKS: Final = ("words.cause", "words.measure_marks", "words.follow_up_marks")
REFERENCES: Final = "words.references"


@rule(
    code="DV201",
    name="reason-empty-words",
    title=Words("偏差原因空泛", "Reason is empty words"),
    message=Words(
        "“{name}”扣{lost}分，偏差原因“{text}”未说明具体事项、时间或数量，应补充",
        "“{name}” lost {lost} points; the reason “{text}” names no matter, date or "
        "number",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "自评表审核中的常见问题"),),
    law=("self_evaluation.score_tolerance", NO_DEVIATION, *EMPTY, *MARKS, REFERENCES),
    needs_indicators=True,
)
def reason_empty_words(dossier: Dossier) -> Iterator[Answer]:
    """A deviation reason consists of words that fit any report (原因空泛).

    Why it matters:
        客观原因 and 有待加强 explain nothing and lead to no measure.

    What it leaves alone:
        A cell with a number, a date, an event, a body or any matter of its own; one
        that refers to a paragraph; rows that lost nothing.

    Catalogue:
        A short cell is no fault in itself: 一台设备供货延期 says what happened.
    """
    law = dossier.law
    lost = [loss for loss in losses(dossier.scorecard.rows, law) if loss.reason]
    if not lost:
        return
    words = (word for name in (*EMPTY, *MARKS) for word in law.words(name))
    empty = longest_first(tuple(words))
    references = law.words(REFERENCES)
    for loss in lost:
        if any_of(references, loss.reason) or not is_empty_reason(loss.reason, empty):
            continue
        says = {
            "name": loss.indicator.title,
            "lost": plain(loss.lost),
            "text": loss.reason,
        }
        yield Hit.on(loss.cell, says)
