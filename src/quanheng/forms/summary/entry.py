"""The entry of one project in a summary (汇总条目)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.core.field import filled, text_of
from quanheng.core.report import Chapter, Project
from quanheng.law.book import Law
from quanheng.scoring.budget.execution_rate import rate
from quanheng.scoring.scorecard import score_project
from quanheng.scoring.total import standard_grade

_FIRST_SENTENCE: Final = re.compile(r"[^。；\n]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One project in a summary (汇总条目).

    Attributes:
        name: The project's name, empty where the report gives none.
        department: Responsible department.
        unit: Implementing unit.
        year: Evaluation year, None where unknown.
        planned: Budget of the year in 元, None when unknown.
        spent: Money spent in 元, None when unknown.
        score: The stated total, None when blank or unreadable.
        grade: The stated grade by its listed name, else as written.
        recomputed: The total by formula, None where a row can't be computed.
        recomputed_grade: Grade of that total, None without one.
        confirmed: Sum of the computable scores, None where no row is computable.
        without_basis: Points of the rows that can't be computed.
        problem: Deviations or problems in the report's own words.
    """

    name: str
    department: str
    unit: str
    year: int | None
    planned: Decimal | None
    spent: Decimal | None
    score: Decimal | None
    grade: str | None
    recomputed: Decimal | None
    recomputed_grade: str | None
    confirmed: Decimal | None
    without_basis: Decimal
    problem: str

    @property
    def rate(self) -> Decimal | None:
        """Spent ÷ planned in percent, None when unknown."""
        return rate(self.spent, self.planned)

    @property
    def difference(self) -> Decimal | None:
        """Stated total minus recomputed total, None where one is not known."""
        if self.score is None or self.recomputed is None:
            return None
        return self.score - self.recomputed


def entry_of(project: Project, law: Law) -> Entry:
    """A project's entry, its score recomputed by a law."""
    card = score_project(project, law)
    budget, written = project.budget, card.stated_grade
    computed = any(row.recomputed is not None for row in card.rows)
    return Entry(
        name=text_of(project.name),
        department=text_of(project.department),
        unit=text_of(project.unit),
        year=project.evaluation_year,
        planned=budget.planned if budget else None,
        spent=budget.spent if budget else None,
        score=card.stated_total,
        grade=(standard_grade(written, law) or written) if written else None,
        recomputed=card.total,
        recomputed_grade=card.grade,
        confirmed=card.confirmed if computed else None,
        without_basis=card.not_computable,
        problem="\n".join(_deviations(project)) or "\n".join(_problems(project)),
    )


def _deviations(project: Project) -> Iterator[str]:
    """The reasons of the rows, each to the end of its first sentence."""
    for row in project.indicators:
        if row.reason and filled(row.reason):
            sentence = _FIRST_SENTENCE.search(row.reason.raw)
            if sentence:
                yield f"{row.title}：{sentence[0].strip()}"


def _problems(project: Project) -> Iterator[str]:
    """The first sentence of each paragraph on problems."""
    for paragraph in project.paragraphs(Chapter.PROBLEMS):
        if sentence := _FIRST_SENTENCE.search(paragraph.raw):
            yield sentence[0].strip()
