from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.petition_terms import (
    PETITIONS,
    REVIEW_DAYS,
    ROWS,
    in_force,
    review_ask,
)
from quanheng.audit.facts.evidence.registers import (
    last_day,
    no_entries,
    overdue,
    place_of,
    register_of,
    rows_about,
)
from quanheng.audit.rule import Answer, Hit, Need, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import rows_in_words
from quanheng.core.quantity import plain

_NOT_ASKED: Final = Words("未申请", "nobody asked")
_EXTENDED: Final = Words("已批准延期", "put off with approval")
_REQUESTS: Final = {
    "": ("review_requested_on", "opinion_received_on", "review_accepted"),
    "recheck request": (
        "recheck_requested_on",
        "review_answered_on",
        "recheck_accepted",
    ),
}
_REPLIES: Final = {
    "review reply": (
        "review_answered_on",
        "review_requested_on",
        "review_accepted",
        "review_extended_on",
    ),
    "recheck reply": (
        "recheck_answered_on",
        "recheck_requested_on",
        "recheck_accepted",
        "recheck_extended_on",
    ),
}


@rule(
    code="RG102",
    name="petition-review-term-wrong",
    title=Words("复查复核超期", "Petition review beyond its term"),
    message=Words(
        "信访台账有{count}件复查申请在收到处理意见{days}天后提出（{rows}），应核对",
        "for {count} petitions the review was asked for more than {days} days after "
        "the opinion (petitions, {rows})",
    ),
    variants={
        "review reply": Words(
            "信访台账有{count}件复查未在{days}天内答复（{rows}）",
            "{count} reviews of petitions were not answered within {days} days "
            "(petitions, {rows})",
        ),
        "recheck request": Words(
            "信访台账有{count}件复核申请在收到复查意见{days}天后提出（{rows}），应核对",
            "for {count} petitions the second review was asked for more than {days} "
            "days after the first (petitions, {rows})",
        ),
        "recheck reply": Words(
            "信访台账有{count}件复核未在{days}天内答复（{rows}）",
            "{count} second reviews of petitions were not answered within {days} days "
            "(petitions, {rows})",
        ),
    },
    severity=Severity.WARNING,
    basis=(("《信访工作条例》", ""),),
    law=(REVIEW_DAYS, ROWS),
    needs=Need.REGISTER,
    registers=(PETITIONS,),
)
def petition_review_term_wrong(dossier: Dossier) -> Iterator[Answer]:
    """A review of a petition (复查, 复核) was requested or answered late.

    Why it matters:
        A review that was accepted or answered late can be contested.

    What it leaves alone:
        Requests that were not accepted; replies whose extension was approved;
        petitions from before the regulations.
    """
    if register_of(dossier, PETITIONS) is None:
        yield no_entries(dossier, PETITIONS)
        return
    for variant, fields in _REQUESTS.items():
        of, since, accepted = fields
        yield from _hits(dossier, variant, _late(dossier, of, since, accepted, of))
    for variant, (of, since, accepted, extended) in _REPLIES.items():
        late = _late(dossier, of, since, accepted, since, extended)
        yield from _hits(dossier, variant, late)


def _late(
    dossier: Dossier, of: str, since: str, accepted: str, asked: str, extended: str = ""
) -> Sequence[int]:
    ask = review_ask(dossier, of, since, accepted)
    entries = in_force(dossier, ask, REVIEW_DAYS)
    entries.keep([day is not None for day in entries.values(asked)], _NOT_ASKED)
    if extended:
        entries.keep([day is None for day in entries.values(extended)], _EXTENDED)
    return overdue(ask, entries, last_day(dossier))


def _hits(dossier: Dossier, variant: str, late: Sequence[int]) -> Iterator[Hit]:
    if not late:
        return
    place = place_of(dossier, rows_about(dossier, PETITIONS, dossier.law.words(ROWS)))
    yield Hit.on(
        place,
        {
            "count": len(late),
            "days": plain(dossier.law.number(REVIEW_DAYS)),
            "rows": rows_in_words(late),
        },
        variant=variant,
    )
