"""Ends of time limits, and the working days of China (期限、工作日)."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib import import_module
from types import ModuleType
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.days import as_day, months_after
from quanheng.core.errors import MissingExtraError

_DAY: Final = timedelta(days=1)
_FRIDAY: Final = 4


def end_of_limit(start: date, number: int, unit: str, extension: int = 0) -> date:
    """When a limit ends: a moment for a limit in hours, else a whole day.

    The first day is not counted. The unit is days, working_days, hours or months, the
    extension is in days (working days for a limit in them).
    """
    day = as_day(start)
    if unit == "hours":
        moment = start if isinstance(start, datetime) else datetime.combine(day, time())
        return moment + timedelta(hours=number, days=extension)
    if unit == "working_days":
        return working_day_after(day, number + extension)
    if unit == "months":
        return months_after(day, number) + timedelta(days=extension)
    return day + timedelta(days=number + extension)


# The package looks through all its holidays at every question.
@lru_cache(maxsize=16_384)
def is_working_day(day: date) -> bool:
    """Whether a day is a working day by the holiday notices of the State Council.

    In a year without a notice in the calendar, Monday to Friday count: say so with
    :func:`weekdays_only`.

    Raises:
        MissingExtraError: The calendar is not installed.
    """
    calendar = _calendar()
    if day.year in _years():
        return bool(calendar.is_workday(day))
    return day.weekday() <= _FRIDAY


def working_day_after(day: date, number: int) -> date:
    """The day some working days later, the first day not counted."""
    for _ in range(number):
        day += _DAY
        while not is_working_day(day):
            day += _DAY
    return day


def weekdays_only(days: Iterable[date]) -> Words | None:
    """A warning about years without a holiday calendar; None if there are none."""
    unknown = sorted({day.year for day in days} - _years())
    if not unknown:
        return None
    years = "、".join(map(str, unknown))
    return Words(
        f"{years}年未列节假日安排数据，按周一至周五计工作日",
        f"no holiday calendar for {', '.join(map(str, unknown))}: Monday to Friday "
        "count as working days",
    )


@cache
def _years() -> frozenset[int]:
    return frozenset(day.year for day in _calendar().constants.holidays)


@cache
def _calendar() -> ModuleType:
    try:
        return import_module("chinese_calendar")
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            Words("计算工作日需要节假日日历", "working days need a holiday calendar"),
            Words(
                "请执行 pip install 'quanheng[evidence]'",
                "run pip install 'quanheng[evidence]'",
            ),
        ) from error
