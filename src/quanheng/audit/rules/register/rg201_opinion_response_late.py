from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.registers import (
    OR_BLANK,
    last_day,
    no_entries,
    overdue,
    place_of,
    question,
    register_of,
    rows_about,
)
from quanheng.audit.rule import Answer, Hit, Need, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import rows_in_words
from quanheng.core.quantity import plain
from quanheng.evidence.measures.base.entries import Entries

CONCERNS: Final = "concerns"
ROWS: Final = "words.opinion_rows"
CONFERENCE_HOURS: Final = "opinion.conference_hours"
MAJOR_HOURS: Final = "opinion.major_hours"
OTHER_HOURS: Final = "opinion.other_hours"
_MAJOR: Final = ("特别重大", "重大")
_OTHER: Final = ("较大", "一般")
_TERMS: Final = (
    ("", "answered_at", _OTHER, OTHER_HOURS),
    ("word", "authoritative_at", _MAJOR, MAJOR_HOURS),
    ("conference", "conference_at", _MAJOR, CONFERENCE_HOURS),
)
"""Message, field of what was done, levels, parameter of the limit in hours."""
_NO_NEED: Final = Words("已研判无需回应", "found to need no answer")


@rule(
    code="RG201",
    name="opinion-response-late",
    title=Words("舆情回应超时", "Response to public opinion late"),
    message=Words(
        "舆情台账有{count}件未在{hours}小时内回应（{rows}）",
        "{count} public concerns were answered after more than {hours} hours or not "
        "at all (concerns, {rows})",
    ),
    variants={
        "word": Words(
            "舆情台账有{count}件重大舆情未在{hours}小时内发布权威信息（{rows}）",
            "for {count} major concerns the authoritative word came after more than "
            "{hours} hours or not at all (concerns, {rows})",
        ),
        "conference": Words(
            "舆情台账有{count}件重大舆情未在{hours}小时内举行新闻发布会（{rows}）",
            "for {count} major concerns the press conference came after more than "
            "{hours} hours or not at all (concerns, {rows})",
        ),
    },
    severity=Severity.WARNING,
    basis=(("国办发〔2016〕61号", "回应时限"), ("国办发〔2016〕80号", "回应时限")),
    law=(ROWS, CONFERENCE_HOURS, MAJOR_HOURS, OTHER_HOURS),
    needs=Need.REGISTER,
    registers=(CONCERNS,),
)
def opinion_response_late(dossier: Dossier) -> Iterator[Answer]:
    """Public concerns (舆情) were answered later than the State Council allows.

    Why it matters:
        Silence in the first hours makes a concern grow.

    What it leaves alone:
        Concerns found to need no answer, with the time of that decision; further
        entries of one event; matters of other bodies.
    """
    if register_of(dossier, CONCERNS) is None:
        yield no_entries(dossier, CONCERNS)
        return
    place = place_of(dossier, rows_about(dossier, CONCERNS, dossier.law.words(ROWS)))
    for variant, of, levels, term in _TERMS:
        if late := _late(dossier, of, levels, term):
            yield Hit.on(
                place,
                {
                    "count": len(late),
                    "hours": plain(dossier.law.number(term)),
                    "rows": rows_in_words(late),
                },
                variant=variant,
            )


def _late(dossier: Dossier, of: str, levels: Sequence[str], term: str) -> Sequence[int]:
    where = {
        "level": levels,
        "own_duty": ("是", OR_BLANK),
        "duplicate_of": (OR_BLANK,),
    }
    ask = question(
        dossier,
        CONCERNS,
        "on_time_rate",
        of,
        where=where,
        options={
            "since": "detected_at",
            "limit": str(dossier.law.number(term)),
            "in": "hours",
        },
    )
    entries = Entries(ask, by_day=False)
    decided = zip(*map(entries.values, ("no_response", "decided_at")), strict=True)
    entries.keep([not no_need or day is None for no_need, day in decided], _NO_NEED)
    return overdue(ask, entries, last_day(dossier))
