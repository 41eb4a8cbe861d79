"""Deadlines as a calendar, by RFC 5545 (到期日历)."""

from datetime import UTC, date, datetime, timedelta, timezone
from importlib import import_module
from types import ModuleType
from typing import Any, Final

from quanheng.answers.due.due import NOBODY, entry_text, limit_text
from quanheng.core.bilingual import Words
from quanheng.core.errors import missing_extra
from quanheng.tasks.evidence.list_due import DueList
from quanheng.watch.clocks.due import Due

_NAME: Final = Words("权衡到期提醒", "quanheng deadlines")
_BEIJING: Final = timezone(timedelta(hours=8))


def due_ics(listed: DueList, lang: str) -> bytes:
    """An event for each deadline, with an alarm ``listed.within`` days before.

    A deadline keeps its UID in every export, so that a calendar updates its event.
    """
    ical = _package()
    calendar = ical.Calendar()
    calendar.add("prodid", "-//quanheng//evidence due//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _NAME.text(lang))
    for due in listed.due:
        calendar.add_component(_event(ical, due, listed, lang))
    data: bytes = calendar.to_ical()
    return data


def _event(ical: ModuleType, due: Due, listed: DueList, lang: str) -> Any:
    title = f"{due.what.text(lang)}  {entry_text(due, lang)}"
    owner = due.owner or NOBODY.text(lang)
    lines = (owner, limit_text(due, listed.book, lang), due.detail.text(lang))
    event = ical.Event()
    event.add("uid", f"{due.identity}@quanheng")
    event.add("dtstamp", _in_utc(listed.now))
    event.add("dtstart", _start(due.by))
    event.add("summary", title)
    event.add("description", "\n".join(filter(None, lines)))
    event.add("transp", "TRANSPARENT")
    alarm = ical.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -timedelta(days=listed.within))
    event.add_component(alarm)
    return event


def _start(by: date) -> date:
    return _in_utc(by) if isinstance(by, datetime) else by


def _in_utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=_BEIJING).astimezone(UTC)


def _package() -> ModuleType:
    try:
        return import_module("icalendar")
    except ModuleNotFoundError as error:
        raise missing_extra("icalendar", "evidence") from error
