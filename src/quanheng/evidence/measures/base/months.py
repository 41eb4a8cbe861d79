"""So many calendar months after a day (若干个月后)."""

from calendar import monthrange
from datetime import date

_YEAR = 12


def months_after(day: date, months: int) -> date:
    """The same day so many months later, the last of a shorter month."""
    years, month = divmod(day.month - 1 + months, _YEAR)
    year = day.year + years
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
