from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import filled
from quanheng.core.quantity import plain
from quanheng.language.clauses import clauses
from quanheng.language.words import any_of, those_in
from quanheng.law.book import Law

MISSED: Final = "words.missed_marks"
MADE_GOOD: Final = "words.made_good"
DENIALS: Final = "words.occurrence_denials"


@rule(
    code="DV203",
    name="reason-despite-full-score",
    title=Words(
        "得满分但填有未完成原因", "Reason for missing the target at full score"
    ),
    message=Words(
        "“{name}”得满分{weight}分，但偏差原因填有“{clause}”，两处应一致",
        "“{name}” has all {weight} points, yet its reason says “{clause}”",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "自评表审核中的常见问题"),),
    law=("self_evaluation.score_tolerance", MISSED, MADE_GOOD, DENIALS),
    needs_indicators=True,
)
def reason_despite_full_score(dossier: Dossier) -> Iterator[Answer]:
    """A row at full points says why it was not completed (满分与原因不一致).

    Why it matters:
        Either the points or the words are wrong.

    What it leaves alone:
        Reasons for over-achievement; 无未完成事项 and the like; a delay that was made
        up for; values that show the miss themselves (SC108); the execution rate.
    """
    for claim in dossier.claims:
        reason = claim.reading.indicator.reason
        if not claim.is_full or reason is None or not filled(reason):
            continue
        clause = _missed(reason.raw, dossier.law)
        if clause and not claim.is_full_though_missed(dossier.law):
            says = {
                "name": claim.reading.indicator.title,
                "weight": plain(claim.weight),
                "clause": clause,
            }
            yield Hit.on(reason, says, also=(claim.at,))


def _missed(text: str, law: Law) -> str:
    """The clause that says the target was missed; empty where it was made up for."""
    marks = law.words(MISSED)
    found = ""
    for clause in clauses(text):
        missed = those_in(marks, clause)
        for mark in missed:
            text = text.replace(mark, "")
        if missed and not found and not any_of(law.words(DENIALS), clause):
            found = clause
    return "" if any_of(law.words(MADE_GOOD), text) else found
