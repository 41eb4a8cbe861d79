"""The differences between two reports on one project (差异)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from quanheng.core.bilingual import NO_WORDS, Words
from quanheng.core.field import Field
from quanheng.core.report import Project

_LONGEST_VALUE: Final = 16
"""The longest value shown whole; longer ones are texts."""


class Occasion(StrEnum):
    """The relation of two reports (比对情形)."""

    APPROVED = "approved"
    """批复与自评: the same year, no results in the old report."""
    YEARS = "years"
    """逐年: two evaluation years."""
    VERSIONS = "versions"
    """两个版本"""


class Part(StrEnum):
    """The part of a report that a change lies in (部分)."""

    PROJECT = "project"
    HEAD = "head"
    BUDGET = "budget"
    GOALS = "goals"
    INDICATORS = "indicators"
    CHAPTER_TABLES = "chapter tables"
    RESULT = "result"
    NARRATIVE = "narrative"
    REMARKS = "remarks"


class Kind(StrEnum):
    """Kinds of change (差异种类)."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    REWRITTEN = "rewritten"
    """The same value, written differently (同值异写)."""


class Effect(StrEnum):
    """The meaning of a change by the direction of its indicator (变化含义)."""

    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    BETTER = "better"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Difference:
    """New minus old (差额).

    Attributes:
        value: The difference, exact.
        unit: Its unit: 元, 天, 个百分点; empty for bare numbers.
        percent: In percent of the old value, to 0.01; None where that is zero or the
            difference is one of days.
    """

    value: Decimal
    unit: str = ""
    percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One place that differs between two reports (一处差异).

    Attributes:
        part: The part of the report.
        row: The name of the indicator, the budget row or the heading; no words in a
            part without rows.
        key: The key of the cell; ``row`` for a whole row, ``section`` for a whole
            section.
        label: The label of the cell.
        kind: The kind of change.
        old: The cell of the old report, None without one.
        new: The cell of the new report, None without one.
        difference: Between two quantities; None for other values.
        effect: The meaning of the change; None where unknown.
        units: The units in the heads of the two tables, where they differ.
    """

    part: Part
    row: Words
    key: str
    label: Words
    kind: Kind
    old: Field | None
    new: Field | None
    difference: Difference | None = None
    effect: Effect | None = None
    units: tuple[str, str] = ("", "")

    @property
    def texts(self) -> tuple[str, str]:
        """Both texts with their units; empty for a missing cell."""
        old, new = (
            f"{field.raw}{unit}" if field and field.raw else ""
            for field, unit in zip((self.old, self.new), self.units, strict=True)
        )
        return old, new

    @property
    def is_text(self) -> bool:
        """Whether both are long texts, compared piece by piece."""
        return all(len(text) > _LONGEST_VALUE for text in self.texts)


@dataclass(frozen=True, slots=True)
class Lack:
    """Columns, rows or a whole part that only one report has (单方栏目).

    Attributes:
        part: The part of the report.
        labels: The columns or rows; empty for the whole part.
        is_old: Whether the old report has it.
    """

    part: Part
    labels: tuple[Words, ...]
    is_old: bool


@dataclass(frozen=True, slots=True)
class Trend:
    """A figure in both years, changed or not (趋势).

    Attributes:
        label: 自评总分, 预算执行率 or the name of an indicator.
        old: Its value in the old report.
        new: Its value in the new report.
        difference: Between two quantities; None for other values.
        effect: The meaning of the change; None where unknown.
    """

    label: Words
    old: str
    new: str
    difference: Difference | None = None
    effect: Effect | None = None


@dataclass(frozen=True, slots=True)
class ProjectDifferences:
    """One project in two reports (项目差异).

    Attributes:
        old: The project in the old report, None without one.
        new: The project in the new report, None without one.
        occasion: The relation of the two reports.
        changes: The changes in display order.
        lacks: The columns, rows and parts that only one report has.
        trends: Totals, rates and actuals side by side, for two years only.
    """

    old: Project | None
    new: Project | None
    occasion: Occasion = Occasion.VERSIONS
    changes: tuple[Change, ...] = ()
    lacks: tuple[Lack, ...] = ()
    trends: tuple[Trend, ...] = ()


@dataclass(frozen=True, slots=True)
class Differences:
    """All differences between two reports (比对结果).

    Attributes:
        old: Name of the old file.
        new: Name of the new file.
        projects: In the order of the new file, then those only in the old file.
    """

    old: str
    new: str
    projects: tuple[ProjectDifferences, ...]


def as_printed(text: str) -> Words:
    """A text of a report, the same in both languages."""
    return Words(text, text) if text else NO_WORDS
