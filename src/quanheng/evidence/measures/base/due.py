"""When entries are due: by a deadline of their own, or so long after a start (到期)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.core.days import as_day
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import MOMENTS
from quanheng.evidence.time_limits import end_of_limit, weekdays_only
from quanheng.registers.kind import FieldType

OPTIONS: Final = {
    "due": Words("到期日字段", "the field of the day when an entry is due"),
    "postponed": Words("批准延期至的日期字段", "the field of a later day, if approved"),
    "since": Words("开始时间字段", "the field of the beginning"),
    "limit": Words("时限", "how long after the beginning an entry is due"),
    "in": Words(
        "时限的单位：days 自然日（默认）、working_days 工作日、hours 小时、months 月",
        "unit of the limit: days (default), working_days, hours, months",
    ),
    "extension": Words("延长天数字段", "the field of days that were added"),
    "approved": Words(
        "延期批准日期字段，未填的不延长", "the field of the approval; without one none"
    ),
    "max_extension": Words("最多延长天数", "days that may be added at most"),
}
"""Options of a measure that needs due days."""

_UNITS: Final = ("days", "working_days", "hours", "months")


def due_moments(ask: Ask, entries: Entries) -> list[date]:
    """When every entry is due; entries without a known due day are left out.

    The field ``due`` holds the day, an approved ``postponed`` replaces it. Without
    them an entry is due ``limit`` after ``since``, an approved extension added.
    """
    if ask.text("due"):
        return _by_field(ask, entries)
    start = ask.field(ask.needed("since"), *MOMENTS)
    entries.filled(start.name)
    limit, unit = ask.whole("limit"), ask.one_of("in", *_UNITS)
    cases = list(
        zip(entries.values(start.name), _extensions(ask, entries), strict=True)
    )
    ends = {case: end_of_limit(case[0], limit, unit, case[1]) for case in set(cases)}
    if unit == "working_days" and (warning := weekdays_only(ends.values())):
        entries.warn(warning)
    return [ends[case] for case in cases]


def in_time(due: Iterable[date], done: Iterable[date | None]) -> Iterator[bool]:
    """Whether each was done in time, compared by moments if both are, else by days."""
    for limit, moment in zip(due, done, strict=True):
        if moment is None:
            yield False
        elif type(limit) is type(moment):
            yield moment <= limit
        else:
            yield as_day(moment) <= as_day(limit)


def _by_field(ask: Ask, entries: Entries) -> list[date]:
    field = ask.field(ask.text("due"), *MOMENTS)
    later = ask.named("postponed", *MOMENTS)
    entries.filled(field.name)
    due: Sequence[Any] = entries.values(field.name)
    if later is None:
        return list(due)
    pairs = zip(due, entries.values(later.name), strict=True)
    return [moved or moment for moment, moved in pairs]


def _extensions(ask: Ask, entries: Entries) -> list[int]:
    field = ask.named("extension", FieldType.COUNT)
    if field is None:
        return [0] * len(entries)
    most = ask.whole("max_extension") if ask.text("max_extension") else None
    approved = ask.named("approved", *MOMENTS)
    marks = entries.values(approved.name) if approved else (True,) * len(entries)
    days = (
        (days or 0) if mark is not None else 0
        for days, mark in zip(entries.values(field.name), marks, strict=True)
    )
    return [number if most is None else min(number, most) for number in days]
