"""Days and times as people write them (日期与时间)."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.core.expression import Deadline
from quanheng.core.grammar import read_expression
from quanheng.registers.reading.values.outcome import Circumstances, Problem

FIRST_YEAR, LAST_YEAR = 1949, 2100
_DAY: Final = (
    r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*"
    r"(?P<day>\d{1,2})\s*[日号]?"
)
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_CLOCK: Final = (
    r"(?P<noon>上午|下午|晚上)?\s*(?P<hour>\d{1,2})[:时点](?P<minute>\d{1,2})分?"
    r"(?::?(?P<second>\d{1,2})(?:\.\d+)?秒?)?"
)
_MOMENT: Final = re.compile(rf"{_DAY}(?:[T\s]*(?:{_CLOCK}))?", re.ASCII)
_SHORT_YEAR: Final = re.compile(
    r"\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号]?(?:\s.*)?", re.ASCII
)
_YEAR_LAST: Final = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?:\s.*)?", re.ASCII)
_SERIAL: Final = re.compile(r"\d{5}(?:\.\d+)?", re.ASCII)
_EXAMPLE: Final = "2021-03-05"

_TWO_DIGITS: Final = Problem(
    Words(
        f"年份只有两位，无法确定；应如 {_EXAMPLE}",
        f"a year of two digits is not certain; write {_EXAMPLE}",
    )
)
_ORDER: Final = Problem(
    Words(
        f"日、月先后不确定；年份写在前面，如 {_EXAMPLE}",
        f"day and month can't be told apart; write the year first: {_EXAMPLE}",
    )
)
_NUMBER: Final = Problem(
    Words(
        f"是表格软件的日期序号；请另存为 xlsx，或写为 {_EXAMPLE}",
        f"is the serial number of a day; save as xlsx, or write {_EXAMPLE}",
    )
)
_NO_DAY: Final = Problem(
    Words(f"未写明具体日期；应如 {_EXAMPLE}", f"names no single day; write {_EXAMPLE}")
)
_NO_TIME: Final = Problem(
    Words(
        f"未写明时、分；应如 {_EXAMPLE} 14:30",
        f"names no hour and minute; write {_EXAMPLE} 14:30",
    )
)


def day_reader(given: Circumstances) -> Callable[[str], Any]:
    """Reads a day; a time after it is ignored."""

    def read(text: str) -> Any:
        found = _moment(text, given)
        return found[0].date() if isinstance(found, tuple) else found

    return read


def time_reader(given: Circumstances) -> Callable[[str], Any]:
    """Reads a day with hour and minute."""

    def read(text: str) -> Any:
        found = _moment(text, given)
        if isinstance(found, Problem):
            return found
        moment, has_clock = found
        return moment if has_clock else _NO_TIME

    return read


def _moment(text: str, given: Circumstances) -> tuple[datetime, bool] | Problem:
    plain = unicodedata.normalize("NFKC", text)
    if match := _MOMENT.fullmatch(plain) or _COMPACT.fullmatch(plain):
        return _built(match, given.quoted(text))
    if _SERIAL.fullmatch(plain):
        return _NUMBER if given.epoch is None else _counted(plain, given.epoch)
    if _SHORT_YEAR.fullmatch(plain):
        return _TWO_DIGITS
    return _ORDER if _YEAR_LAST.fullmatch(plain) else _in_words(text, given)


def _built(match: re.Match[str], shown: str) -> tuple[datetime, bool] | Problem:
    parts = match.groupdict()
    if not parts:
        numbers = [int(part) for part in match.groups()]
    else:
        hour = int(parts["hour"] or 0)
        if parts["noon"] in ("下午", "晚上") and hour < 12:
            hour += 12
        names = ("year", "month", "day")
        numbers = [*(int(parts[name]) for name in names), hour]
        numbers += [int(parts["minute"] or 0), int(parts["second"] or 0)]
    try:
        moment = datetime(*numbers)  # type: ignore[arg-type]  # six at most
    except ValueError:
        moment = None
    if moment is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return Problem(
            Words(f"“{shown}”不是存在的日期", f"“{shown}” is no day that exists")
        )
    return moment, bool(parts and parts["hour"])


def _counted(text: str, epoch: datetime) -> tuple[datetime, bool]:
    days, _, share = text.partition(".")
    seconds = round(float(f"0.{share}") * 86_400) if share else 0
    return epoch + timedelta(days=int(days), seconds=seconds), bool(share)


def _in_words(text: str, given: Circumstances) -> tuple[datetime, bool] | Problem:
    found = read_expression(text)
    if isinstance(found, Deadline) and found.sign is None and found.has_year:
        if found.start != found.day:
            return _NO_DAY
        return _at_midnight(found.day), False
    shown = given.quoted(text)
    return Problem(
        Words(
            f"“{shown}”不是日期；应如 {_EXAMPLE}",
            f"“{shown}” is no day; write {_EXAMPLE}",
        )
    )


def _at_midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
