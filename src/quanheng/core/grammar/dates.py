"""Points in time and periods of the calendar (时点): 2021年12月底前, 1-12月."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from quanheng.core.expression import Sign, WhyNot
from quanheng.core.grammar.numerals import chinese_number
from quanheng.core.grammar.units import unit_at

_YEAR: Final = "(?:19|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3}"
_MONTH: Final = "[0-9]{1,2}|十[一二]?|[一二三四五六七八九]"
_DAY: Final = "[0-9]{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_TO: Final = "(?:-|—+|~|至|到)"

_NAMED: Final = re.compile(
    rf"""
    (?:(?P<year>{_YEAR})(?:年度?|(?=[Qq][1-4]))|(?P<short>[0-9]{{2}})年(?=[0-9一二三四五六七八九十底末]))?
    (?:
        第?(?P<quarter>[1-4一二三四])季度?
      | [Qq](?P<q>[1-4])
      | (?P<half>[上下])半年度?
      | (?P<month>{_MONTH})月份?(?:(?P<day>{_DAY})[日号]|(?P<third>[上中下])旬)?
    )?
    (?:年?(?P<end>[底末终]))?
    """,
    re.VERBOSE,
)
_THIS_YEAR: Final = re.compile("(?:本|当|全)?年(?:度)?(?:(?P<end>[底末终])|(?=内))")
_NUMERIC: Final = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?P<mark>[-./])(?P<month>[0-9]{1,2})"
    r"(?:(?P=mark)(?P<day>[0-9]{1,2})日?(?:[T ]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?)?"
    r"(?![0-9.,%])"
)
_MONTHS: Final = re.compile(
    rf"(?:(?P<year>{_YEAR})年)?(?P<first>{_MONTH}){_TO}(?P<last>{_MONTH})"
    r"(?:月份?|(?P<quarters>季度?))"
)
_YEARS: Final = re.compile(rf"(?P<first>{_YEAR})年?{_TO}(?P<last>{_YEAR})年度?")
_ONLY_DAY: Final = re.compile(rf"(?P<day>{_DAY})[日号]")
_UNTIL: Final = re.compile(rf"(?:起|开始)?{_TO}")
_LIMIT: Final = re.compile("(?P<before>(?:及|或)?(?:之|以)?前)|(?:以|之)?内(?!部)|止")
_MAYBE: Final = re.compile("[0-9\u3007零一二三四五六七八九十第上下本当全年]")

_QUARTERS: Final = {digit: index // 2 + 1 for index, digit in enumerate("1一2二3三4四")}
_THIRDS: Final = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}
_LEAP_YEAR: Final = 2000


@dataclass(frozen=True, slots=True)
class When:
    """A date or period found in a text; ``end`` is where it ends there."""

    start: date
    day: date
    sign: Sign | None
    has_year: bool
    end: int


def when_at(text: str, position: int, year: int | None) -> When | WhyNot | None:
    """The date or period at a position of a normalised text.

    A date without a year is in the given year. A month, quarter or day with 前 counts
    in full (12月前: the last of December); 2022年前 may also mean the end of 2021: two
    readings.

    Returns:
        None where no date begins; a reason where a date can't be read.
    """
    if not _MAYBE.match(text, position):
        return None
    found = _period(text, position, year) or _point(text, position, year)
    if isinstance(found, When):
        found = _extended(text, found)
    return _limited(text, found) if isinstance(found, When) else found


def _point(text: str, position: int, year: int | None) -> When | WhyNot | None:
    if match := _NUMERIC.match(text, position):
        if match["day"] or (match["mark"] != "." and _is_month(text, match)):
            return _made(match, _int(match["year"]), year, _days_of(match))
        return None
    if match := _THIS_YEAR.match(text, position):
        last = (12, 31)
        return _made(match, 0, year, (last if match["end"] else (1, 1), last))
    match = _NAMED.match(text, position)
    if match is None or match.end() == position:
        return None
    return _named(match, year)


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether 2021-12 or 2021.12 can be a month: nothing is counted in it."""
    return 1 <= int(match["month"]) <= 12 and not unit_at(text, match.end())


def _named(match: re.Match[str], year: int | None) -> When | WhyNot | None:
    written = _int(match["year"])
    if match["short"]:
        written = 2000 + int(match["short"])
    days = _days_of(match)
    alone = not (written or match["day"] or match["third"] or match["end"])
    if days is None and alone:
        return None  # 18月: no month, so a length
    if match["end"] and days:
        days = (days[1], days[1])
    return _made(match, written, year, days)


def _days_of(
    match: re.Match[str],
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """First and last (month, day) that a match names; day 31 is any month's last."""
    parts = match.groupdict()
    if quarter := parts.get("quarter") or parts.get("q"):
        number = _QUARTERS[quarter]
        return (3 * number - 2, 1), (3 * number, 31)
    if half := parts.get("half"):
        return ((1, 1), (6, 31)) if half == "上" else ((7, 1), (12, 31))
    if not (name := parts["month"]):
        return (1, 1), (12, 31)
    month = _int(name)
    if not 1 <= month <= 12:
        return None
    if day := parts["day"]:
        number = _int(day)
        known = 1 <= number <= monthrange(_LEAP_YEAR, month)[1]
        return ((month, number), (month, number)) if known else None
    first, last = _THIRDS[third] if (third := parts.get("third")) else (1, 31)
    return (month, first), (month, last)


def _period(text: str, position: int, year: int | None) -> When | WhyNot | None:
    """1-12月, 一至三季度, 2020-2022年, 2021.1-2021.12."""
    if match := _MONTHS.match(text, position):
        first, last = _int(match["first"]), _int(match["last"])
        if match["quarters"]:
            first, last = 3 * first - 2, 3 * last
        if not (1 <= first <= 12 and 1 <= last <= 12):
            return WhyNot.IMPOSSIBLE_DATE
        if first > last:
            return WhyNot.REVERSED_RANGE
        return _made(match, _int(match["year"]), year, ((first, 1), (last, 31)))
    if (match := _YEARS.match(text, position)) and "年" in match[0]:
        first, last = _int(match["first"]), _int(match["last"])
        if first > last:
            return WhyNot.REVERSED_RANGE
        return When(date(first, 1, 1), date(last, 12, 31), None, True, match.end())
    return _dotted_months(text, position)


def _dotted_months(text: str, position: int) -> When | WhyNot | None:
    """2021.1-2021.12: alone 2021.12 is a decimal number, a pair is a period."""
    first = _dotted_month(text, position)
    until = first and _UNTIL.match(text, first.end())
    last = until and _dotted_month(text, until.end())
    if not first or not last:
        return None
    start = date(int(first["year"]), int(first["month"]), 1)
    day = _day(int(last["year"]), (int(last["month"]), 31))
    if start > day:
        return WhyNot.REVERSED_RANGE
    return When(start, day, None, True, last.end())


def _dotted_month(text: str, position: int) -> re.Match[str] | None:
    match = _NUMERIC.match(text, position)
    if not match or match["day"] or match["mark"] != ".":
        return None
    return match if _is_month(text, match) else None


def _made(
    match: re.Match[str],
    written: int,
    year: int | None,
    days: tuple[tuple[int, int], tuple[int, int]] | None,
) -> When | WhyNot:
    if days is None:
        return WhyNot.IMPOSSIBLE_DATE
    number = written or year
    if not number:
        return WhyNot.YEAR_UNKNOWN
    if days[0] == (2, 29) and monthrange(number, 2)[1] < 29:
        return WhyNot.IMPOSSIBLE_DATE
    start, day = _day(number, days[0]), _day(number, days[1])
    return When(start, day, None, bool(written), match.end())


def _extended(text: str, first: When) -> When | WhyNot:
    """Take in the end of a period: 2021年1月 + 至12月."""
    until = _UNTIL.match(text, first.end)
    if until is None:
        return first
    year = first.day.year
    if only := _ONLY_DAY.match(text, until.end()):
        month = first.day.month
        number = _int(only["day"])
        if not 1 <= number <= monthrange(year, month)[1]:
            return WhyNot.IMPOSSIBLE_DATE
        last: When | WhyNot | None = When(
            first.start, date(year, month, number), None, True, only.end()
        )
    else:
        last = _point(text, until.end(), year)
    if not isinstance(last, When):
        return last or first
    if last.day < first.start:
        return WhyNot.REVERSED_RANGE
    return When(first.start, last.day, None, first.has_year, last.end)


def _limited(text: str, found: When) -> When | WhyNot:
    limit = _LIMIT.match(text, found.end)
    if limit is None:
        return found
    start, day = found.start, found.day
    if limit["before"] and (start.month, start.day, day.month) == (1, 1, 12):
        return WhyNot.TWO_READINGS
    return When(start, day, Sign.AT_MOST, found.has_year, limit.end())


def _day(year: int, month_and_day: tuple[int, int]) -> date:
    month, day = month_and_day
    return date(year, month, min(day, monthrange(year, month)[1]))


def _int(numeral: str | None) -> int:
    if not numeral:
        return 0
    if numeral.isdigit() and numeral.isascii():
        return int(numeral)
    value = chinese_number(numeral)
    return int(value) if value is not None else 0
