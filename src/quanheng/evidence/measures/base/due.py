"""When entries are due: by a deadline of their own, or so long after a start (到期)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.days import as_day, months_after
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import MOMENTS
from quanheng.evidence.working_days import weekdays_only, working_day_after
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
"""What a measure that asks for due days can be told."""

_UNITS: Final = ("days", "working_days", "hours", "months")


def due_moments(ask: Ask, entries: Entries) -> list[date]:
    """When every entry is due; those for which it can't be told are left out.

    With ``due`` the field says it itself, a filled ``postponed`` later. Else an
    entry is due ``limit`` after ``since``, an approved extension added. The first day
    is not counted; a limit in hours is a moment, any other a whole day.
    """
    if ask.text("due"):
        return _by_field(ask, entries)
    start = ask.field(ask.needed("since"), *MOMENTS)
    entries.filled(start.name)
    after = _after(ask)
    moments = entries.values(start.name)
    longer = _extensions(ask, entries)
    known: dict[tuple[date, int], date] = {}
    due = []
    for case in zip(moments, longer, strict=True):
        if case not in known:
            known[case] = after(*case)
        due.append(known[case])
    if ask.text("in") == "working_days" and (said := weekdays_only(known.values())):
        entries.warn(said)
    return due


def in_time(due: Iterable[date], done: Iterable[date | None]) -> Iterator[bool]:
    """Whether each was done when it was due: by moments if both are, else by days."""
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


def _after(ask: Ask) -> Callable[[date, int], date]:
    """From a start and days of extension to the moment that is due."""
    limit, unit = ask.whole("limit"), ask.one_of("in", *_UNITS)

    def after(start: date, longer: int) -> date:
        if unit == "hours":
            whole = start if isinstance(start, datetime) else _morning(start)
            return whole + timedelta(hours=limit, days=longer)
        day = as_day(start)
        if unit == "working_days":
            return working_day_after(day, limit + longer)
        if unit == "months":
            return months_after(day, limit) + timedelta(days=longer)
        return day + timedelta(days=limit + longer)

    return after


def _morning(day: date) -> datetime:
    return datetime.combine(day, time.min)


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
