"""Petitions that missed a time limit of the regulations (信访超期)."""

from collections.abc import Mapping, Sequence
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.registers import (
    OR_BLANK,
    last_day,
    overdue,
    question,
)
from quanheng.core.bilingual import Words
from quanheng.core.days import as_day
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries

PETITIONS: Final = "petitions"
ROWS: Final = "words.petition_rows"
NOTICE_DAYS: Final = "petition.notice_days"
HANDLING_DAYS: Final = "petition.handling_days"
EXTENSION_DAYS: Final = "petition.extension_days"
REVIEW_DAYS: Final = "petition.review_days"
_BEFORE_THE_RULE: Final = Words("早于规定施行", "before the rule came into force")


def notice_ask(dossier: Dossier) -> Ask:
    """Ask whether petitioners were notified in time (受理告知)."""
    return _ask(
        dossier,
        "noticed_on",
        since="registered_on",
        limit=NOTICE_DAYS,
        where={"handling": ("受理", "待定", OR_BLANK)},
    )


def closing_ask(dossier: Dossier) -> Ask:
    """Ask whether accepted petitions were closed in time (按期办结)."""
    return _ask(
        dossier,
        "closed_on",
        since="accepted_on",
        limit=HANDLING_DAYS,
        where={"handling": ("受理", OR_BLANK)},
        extension="extension_days",
        approved="extension_approved_on",
        max_extension=str(dossier.law.number(EXTENSION_DAYS)),
    )


def review_ask(dossier: Dossier, of: str, since: str, accepted: str) -> Ask:
    """Ask whether a step of an accepted 复查 or 复核 was in time."""
    where = {accepted: ("是", OR_BLANK)}
    return _ask(dossier, of, since=since, limit=REVIEW_DAYS, where=where)


def _ask(
    dossier: Dossier,
    of: str,
    *,
    since: str,
    limit: str,
    where: Mapping[str, Sequence[str]],
    **options: str,
) -> Ask:
    return question(
        dossier,
        PETITIONS,
        "on_time_rate",
        of,
        where=where,
        options={
            "since": since,
            "limit": str(dossier.law.number(limit)),
            **options,
        },
    )


def in_force(dossier: Dossier, ask: Ask, term: str) -> Entries:
    """The entries whose time limit began after the rule took effect."""
    entries = Entries(ask, by_day=False)
    start = ask.binding.options["since"]
    entries.filled(start)
    since = dossier.law.versions(term)[0].since
    entries.keep(
        [as_day(day) >= since for day in entries.values(start)], _BEFORE_THE_RULE
    )
    return entries


def late_rows(dossier: Dossier, ask: Ask, term: str) -> Sequence[int]:
    """The rows of petitions that missed a time limit."""
    return overdue(ask, in_force(dossier, ask, term), last_day(dossier))
