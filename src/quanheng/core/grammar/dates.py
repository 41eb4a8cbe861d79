"""Points in time and periods of the calendar (时点): 2021年12月底前, 1-12月."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from quanheng.core.expression import Sign, WhyNot
from quanheng.core.grammar.numerals import chinese_number

_YEAR: Final = "(?:19|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3}"
_MONTH: Final = "[0-9]{1,2}|十[一二]?|[一二三四五六七八九]"
_DAY: Final = "[0-9]{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_TO: Final = "(?:-|—+|~|至|到)"

_POINT: Final = re.compile(
    rf"""
    (?:(?P<year>{_YEAR})年度?|(?P<short>[0-9]{{2}})年(?=[0-9一二三四五六七八九十底末]))?
    (?:
        第?(?P<quarter>[1-4一二三四])季度?
      | [Qq](?P<q>[1-4])
      | (?P<half>[上下])半年度?
      | (?P<month>{_MONTH})月份?(?:(?P<day>{_DAY})[日号]|(?P<third>[上中下])旬)?
    )?
    年?(?P<end>[底末终])?
    """,
    re.VERBOSE,
)
_NUMERIC: Final = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?:(?P<mark>[-./])(?P<month>[0-9]{1,2})"
    r"(?:(?P=mark)(?P<day>[0-9]{1,2}))?)(?![0-9.,%])日?(?:T?00:00(?::00)?)?"
)
_MONTHS: Final = re.compile(
    rf"(?:(?P<year>{_YEAR})年)?(?P<first>{_MONTH}){_TO}(?P<last>{_MONTH})"
    r"(?P<what>月份?|季度?)"
)
_YEARS: Final = re.compile(rf"(?P<first>{_YEAR})年?{_TO}(?P<last>{_YEAR})年度?")
_THIS_YEAR: Final = re.compile("(?:本|当|全)?年度?(?P<part>[底末终内])")
_LIMIT: Final = re.compile("(?:及|或)?(?:之前|以前|前|以内|之内|内(?![部外容需地设]))")
_UNTIL: Final = re.compile(_TO)
_SINCE: Final = re.compile("(?:起|开始)(?=-|—|~|至|到)")
_MAYBE: Final = re.compile(r"[0-9〇零一二三四五六七八九十第上下本当全年]")

_QUARTER: Final = {digit: index // 2 + 1 for index, digit in enumerate("1一2二3三4四")}
_THIRDS: Final = {"上": (1, 10), "中": (11, 20), "下": (21, 0)}


@dataclass(frozen=True, slots=True)
class When:
    """A date or period as found in a text.

    Attributes:
        start: First day meant.
        day: Last day meant.
        sign: ``<=`` for a limit.
        has_year: Whether the year is written.
        end: Where it ends in the text.
    """

    start: date
    day: date
    sign: Sign | None
    has_year: bool
    end: int


def when_at(text: str, position: int, year: int | None) -> When | WhyNot | None:
    """The date or period that begins at a position.

    A unit of the calendar with 前 counts in full (12月前: the last day of December),
    but 2022年前 is as often the end of 2021 and has two readings.

    Args:
        text: A normalised text.
        position: Where to look.
        year: The year of dates without one.

    Returns:
        None where no date begins; a reason where one does but is none.
    """
    if not _MAYBE.match(text, position):
        return None
    found = (
        _period(text, position, year)
        or _this_year(text, position, year)
        or _point(text, position, year)
    )
    if not isinstance(found, When):
        return found
    if not found.has_year and year is None:
        return WhyNot.YEAR_UNKNOWN
    return _limited(text, _extended(text, found, year))
