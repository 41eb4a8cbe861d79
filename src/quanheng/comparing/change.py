"""What differs between two papers on one project (差异)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from quanheng.core.bilingual import NO_WORDS, Words
from quanheng.core.field import Field
from quanheng.core.report import Project

_LONGEST_VALUE: Final = 16
"""Characters of a value that is shown whole; longer ones are texts."""


class Occasion(StrEnum):
    """What two papers are to each other (比对情形)."""

    APPROVED = "approved"
    """批复与自评: one year, the old paper states nothing achieved."""
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
    """What became of a place (差异种类)."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    REWRITTEN = "rewritten"
    """The same value, written differently (同值异写)."""


class Effect(StrEnum):
    """What a change means by the direction of its indicator (变化含义)."""

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
    """One place that is not the same in both papers (一处差异).

    Attributes:
        part: Where it lies.
        row: The row or section that it lies in: an indicator's name, a budget row, a
            heading; no words where the part has no rows.
        key: Which cell it is, for machines; ``row`` for a whole row, ``section`` for
            a whole section.
        label: The same for people.
        kind: What became of it.
        old: The cell of the old paper; None where it has none.
        new: The cell of the new paper; None where it has none.
        difference: Between two quantities; None for other values.
        effect: What it means; None where nobody can tell.
        units: Units that the heads of the two tables give to the cells, named where
            they are not the same.
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
        """Both texts with their units; empty for a cell that is not there."""
        old, new = (
            f"{field.raw}{unit}" if field and field.raw else ""
            for field, unit in zip((self.old, self.new), self.units, strict=True)
        )
        return old, new

    @property
    def is_text(self) -> bool:
        """Whether both sides are long texts, of which stretches differ."""
        return all(len(text) > _LONGEST_VALUE for text in self.texts)


@dataclass(frozen=True, slots=True)
class Lack:
    """What only one of two papers has, so that nothing is compared (单方栏目).

    Attributes:
        part: Where it lies.
        labels: The columns or rows; empty where it is the whole part.
        is_old: Whether the old paper is the one that has it.
    """

    part: Part
    labels: tuple[Words, ...]
    is_old: bool


@dataclass(frozen=True, slots=True)
class Trend:
    """A figure in both years, changed or not (趋势).

    Attributes:
        label: What it is: 自评总分, 预算执行率, an indicator.
        old: In the old paper.
        new: In the new one.
        difference: Between two quantities; None for other values.
        effect: What it means; None where nobody can tell.
    """

    label: Words
    old: str
    new: str
    difference: Difference | None = None
    effect: Effect | None = None


@dataclass(frozen=True, slots=True)
class ProjectDifferences:
    """One project in two papers (项目差异).

    Attributes:
        old: As the old paper has it; None where it has no such project.
        new: As the new paper has it; None where it has no such project.
        occasion: What the two are to each other.
        changes: What differs, in the order to be shown.
        lacks: What only one of them has.
        trends: Totals, rates and actuals side by side; for two years only.
    """

    old: Project | None
    new: Project | None
    occasion: Occasion = Occasion.VERSIONS
    changes: tuple[Change, ...] = ()
    lacks: tuple[Lack, ...] = ()
    trends: tuple[Trend, ...] = ()


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that differs between two papers (比对结果).

    Attributes:
        old: Name of the old file.
        new: Name of the new file.
        projects: Project by project, in the order of the new file; those that only
            the old one has come last.
    """

    old: str
    new: str
    projects: tuple[ProjectDifferences, ...]


def as_printed(text: str) -> Words:
    """A text of a report, which is the same in both languages."""
    return Words(text, text) if text else NO_WORDS
