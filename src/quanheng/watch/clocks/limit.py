"""How long the law gives, and the moment at which that ends (时限)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from quanheng.core.errors import ParameterNotInForceError
from quanheng.evidence.measures.base.days import as_day, months_after
from quanheng.evidence.working_days import working_day_after
from quanheng.law.book import LawBook
from quanheng.law.citation import Citation


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of the law as it was on a day (法定时限).

    Attributes:
        parameter: Its name: ``petition.handling_days``.
        number: How long.
        unit: days, working_days, hours, months or percent.
        cite: Where it stands.
    """

    parameter: str
    number: Decimal
    unit: str
    cite: Citation


def limit_on(book: LawBook, name: str, day: date, region: str) -> Limit | None:
    """The limit in force on a day, None before there was one."""
    law = book.law(day, region)
    try:
        value = law.versions(name)[0]
    except ParameterNotInForceError:
        return None
    return Limit(name, law.number(name), book.parameters[name].unit, value.cite)


def end_of(limit: Limit, start: date, longer: int = 0) -> date:
    """When a limit ends: a moment where it is in hours, else a whole day.

    The first day is not counted.

    Args:
        limit: The limit.
        start: The day or moment from which it runs.
        longer: Days by which it was put off.
    """
    number = int(limit.number)
    if limit.unit == "hours":
        moment = (
            start if isinstance(start, datetime) else datetime.combine(start, time.min)
        )
        return moment + timedelta(hours=number, days=longer)
    day = as_day(start)
    if limit.unit == "working_days":
        return working_day_after(day, number + longer)
    if limit.unit == "months":
        return months_after(day, number) + timedelta(days=longer)
    return day + timedelta(days=number + longer)
