"""Dates and times as displayed in a cell: 2021年12月31日 (日期格式)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from quanheng.readers.word.numerals import render
from quanheng.readers.workbook.format_code import Kind, Piece, Section

_EPOCH: Final = datetime(1899, 12, 31)
_EPOCH_1904: Final = datetime(1904, 1, 1)
_LEAP_DAY: Final = 60
"""29 February 1900, which did not exist but is counted by programs."""
_LAST: Final = 2_958_466
"""Days up to the end of the year 9999."""
_DAY: Final = 86_400

_WEEKDAYS: Final = "一二三四五六日"
_ENGLISH_WEEKDAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip
_STYLES: Final = ("decimal", "chineseCountingThousand", "chineseLegalSimplified")
_BANK_DIGITS: Final = str.maketrans("0123456789", "零壹贰叁肆伍陆柒捌玖")


@dataclass(frozen=True, slots=True)
class _Moment:
    """A point in time and its format."""

    days: float
    when: datetime
    section: Section
    has_noon: bool
    """Whether it uses the 12-hour clock."""

    def number(self, value: int, width: int) -> str:
        if self.section.numerals:
            return render(value, _STYLES[self.section.numerals])
        return f"{value:0{width}d}"


def shown_date(value: float, section: Section, *, since_1904: bool) -> str | None:
    """A date or time in a format, None if the number is out of range.

    Args:
        value: Days since the epoch, with the time as fraction.
        section: The format section that applies.
        since_1904: Whether the epoch is 1904 instead of 1900.
    """
    if not 0 <= value < _LAST - (1462 if since_1904 else 0):
        return None
    pieces = section.pieces
    when = _moment(value, to_second=not section.has(Kind.DIGIT), since_1904=since_1904)
    moment = _Moment(value, when, section, section.has(Kind.MERIDIEM))
    return "".join(
        _piece(pieces, number, piece, moment) for number, piece in enumerate(pieces)
    ).strip()


def _moment(value: float, *, to_second: bool, since_1904: bool) -> datetime:
    epoch = _EPOCH_1904 if since_1904 else _EPOCH
    lost = 1 if not since_1904 and value >= _LEAP_DAY else 0
    seconds = value * _DAY
    exact = round(seconds) if to_second else round(seconds, 3)
    return epoch + timedelta(days=-lost, seconds=exact)


def _piece(pieces: Sequence[Piece], number: int, piece: Piece, at: _Moment) -> str:
    if piece.kind is Kind.DATE:
        return _unit(pieces, number, piece.text, at)
    if piece.kind is Kind.ELAPSED:
        return _elapsed(piece.text, at)
    if piece.kind is Kind.MERIDIEM:
        morning, afternoon = piece.text.split("/")
        return morning if at.when.hour < 12 else afternoon
    if piece.kind is Kind.DIGIT:
        return _part_of_second(pieces, number, at)
    return piece.text


def _unit(pieces: Sequence[Piece], number: int, text: str, at: _Moment) -> str:
    letter, width = text[0], min(len(text), 2)
    if letter == "m":
        if _is_minute(pieces, number):
            return at.number(at.when.minute, width)
        return _month(text, at)
    if letter == "h":
        hour = at.when.hour
        return at.number((hour - 1) % 12 + 1 if at.has_noon else hour, width)
    if letter == "s":
        return at.number(at.when.second, width)
    return _CALENDAR[letter](text, at)


def _year(text: str, at: _Moment) -> str:
    short = text[0] == "y" and len(text) < 3
    year = f"{at.when.year % 100:02d}" if short else str(at.when.year)
    if at.section.numerals == 1:
        return "".join(render(int(digit), "ideographDigital") for digit in year)
    return year.translate(_BANK_DIGITS) if at.section.numerals else year


def _month(text: str, at: _Moment) -> str:
    if len(text) < 3:
        return at.number(at.when.month, len(text))
    name = _MONTHS[at.when.month - 1]
    return name[: {3: 3, 5: 1}.get(len(text))]


def _day(text: str, at: _Moment) -> str:
    if len(text) < 3:
        return at.number(at.when.day, len(text))
    name = _ENGLISH_WEEKDAYS[at.when.weekday()]
    return name[:3] if len(text) == 3 else name


def _weekday(text: str, at: _Moment) -> str:
    weekday = _WEEKDAYS[at.when.weekday()]
    return f"星期{weekday}" if len(text) > 3 else weekday


_CALENDAR: Final = {"y": _year, "e": _year, "d": _day, "a": _weekday}


def _is_minute(pieces: Sequence[Piece], number: int) -> bool:
    """Whether an ``m`` means minutes: after hours or before seconds."""
    units = [
        (place, piece.text[0])
        for place, piece in enumerate(pieces)
        if piece.kind in (Kind.DATE, Kind.ELAPSED)
    ]
    before = [letter for place, letter in units if place < number]
    after = [letter for place, letter in units if place > number]
    return before[-1:] == ["h"] or after[:1] == ["s"]


def _elapsed(text: str, at: _Moment) -> str:
    seconds = round(at.days * _DAY)
    unit = {"h": 3600, "m": 60, "s": 1}[text[0]]
    return f"{seconds // unit:0{len(text)}d}"


def _part_of_second(pieces: Sequence[Piece], number: int, at: _Moment) -> str:
    """One decimal digit of the seconds."""
    place = 0
    while number > place and pieces[number - place - 1].kind is Kind.DIGIT:
        place += 1
    digits = f"{at.when.microsecond:06d}"
    return digits[place : place + 1]
