"""Start and end of the project (项目起止时间)."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from quanheng.core.field import Field
from quanheng.core.report import Project
from quanheng.language.words import any_of
from quanheng.law.book import Law

PERIOD_LABELS: Final = "words.period_labels"

_DAY: Final = (
    r"(?P<{0}year>20\d{{2}})\s*[年.\-/]?\s*(?:(?P<{0}month>\d{{1,2}})(?!\d)\s*[月.\-/]?"
    r"\s*(?:(?P<{0}day>\d{{1,2}})(?!\d)\s*日?)?)?"
)
_PERIOD: Final = re.compile(
    _DAY.format("a") + r"\s*[起底初]?\s*(?:—+|–|-+|~|～|至|到)\s*" + _DAY.format("b")
)
_NAMED: Final = re.compile(
    r"(?:项目)?(?:起止时间|起止年限|实施期限?|建设期限?|项目期限|实施周期|项目周期)"
    r"(?:定)?(?:为|是|[:：])?\s*(?=20\d{2})"
)
_DECEMBER: Final = 12


@dataclass(frozen=True, slots=True)
class ProjectPeriod:
    """The project period stated in a report (项目起止时间).

    Attributes:
        field: Where it is stated.
        words: As written.
        start: Its first day.
        end: Its last day.
    """

    field: Field
    words: str
    start: date
    end: date


def project_period(project: Project, law: Law) -> ProjectPeriod | None:
    """The period stated in its cell, else in the overview."""
    labels = law.words(PERIOD_LABELS)
    for remark in project.remarks:
        if any_of(labels, remark.label.raw):
            found = _read(remark.text, remark.text.raw)
            if found:
                return found
    overview = project.overview
    for part in (overview.summary, overview.plan):
        for match in _NAMED.finditer(part.raw) if part else ():
            if part and (found := _read(part, part.raw[match.end() :], at_start=True)):
                return found
    return None


def _read(field: Field, text: str, *, at_start: bool = False) -> ProjectPeriod | None:
    match = _PERIOD.match(text) if at_start else _PERIOD.search(text)
    if match is None:
        return None
    start = _date(match["ayear"], match["amonth"], match["aday"], is_end=False)
    end = _date(match["byear"], match["bmonth"], match["bday"], is_end=True)
    if start is None or end is None:
        return None
    return ProjectPeriod(field, match.group().strip(), start, end)


def _date(
    year: str, month: str | None, day: str | None, *, is_end: bool
) -> date | None:
    """A day; for a month or year alone, its first or last day."""
    this_year = int(year)
    this_month = int(month) if month else (_DECEMBER if is_end else 1)
    if not 1 <= this_month <= _DECEMBER:
        return None
    last = calendar.monthrange(this_year, this_month)[1]
    this_day = int(day) if day else (last if is_end else 1)
    return date(this_year, this_month, this_day) if 1 <= this_day <= last else None
