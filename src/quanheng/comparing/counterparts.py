"""Projects and rows of a report beside those of another paper (项目、指标对应)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.core.field import text_of
from quanheng.core.report import Project, Report
from quanheng.language.comparison.pairing import pairs_of_names
from quanheng.law.book import Law
from quanheng.scoring.reading import RowReading

NAME_SIMILARITY = "self_evaluation.name_similarity"
_RENAMED: Final = Decimal("0.6")
"""Likeness of a row's old and new name. Rules that compare values ask for more; here
both names are shown, so that a wrong pair is seen."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A row with the one that it goes back to (对应指标).

    Attributes:
        row: The row of the report, read.
        other: The row of the other paper, read.
        likeness: How alike their names are, 1 for the same name.
    """

    row: RowReading
    other: RowReading
    likeness: Decimal


def counterparts(
    rows: Sequence[RowReading], others: Sequence[RowReading], law: Law
) -> tuple[Counterpart, ...]:
    """The rows of two papers that bear one name, budget execution left out."""
    ones, twos = besides_execution(rows), besides_execution(others)
    return tuple(
        Counterpart(ones[pair.one], twos[pair.other], pair.likeness)
        for pair in pairs_of_names(
            [row.indicator.title for row in ones],
            [row.indicator.title for row in twos],
            law.number(NAME_SIMILARITY),
        )
    )


def renamed(
    rows: Sequence[RowReading], others: Sequence[RowReading]
) -> tuple[Counterpart, ...]:
    """The rows without a counterpart that are still the same under another name.

    Args:
        rows: Those of the report that are left.
        others: Those of the other paper that are left.
    """
    ones, twos = besides_execution(rows), besides_execution(others)
    pairs = pairs_of_names(
        [row.indicator.title for row in ones],
        [row.indicator.title for row in twos],
        _RENAMED,
    )
    found = (Counterpart(ones[p.one], twos[p.other], p.likeness) for p in pairs)
    return tuple(pair for pair in found if _are_of_one_category(pair))


def _are_of_one_category(pair: Counterpart) -> bool:
    return pair.row.indicator.level_two is pair.other.indicator.level_two


def besides_execution(rows: Sequence[RowReading]) -> list[RowReading]:
    """The rows that the unit set itself; budget execution belongs to every form."""
    return [row for row in rows if not row.indicator.is_execution]


def matched_projects(
    report: Report, paper: Report, law: Law
) -> tuple[Project | None, ...]:
    """What another paper says on each project of a report, in its order.

    By name; a single project in both papers is the same one whatever its name.
    """
    if len(report.projects) == len(paper.projects) == 1:
        return paper.projects
    pairs = pairs_of_names(
        _names(report.projects), _names(paper.projects), law.number(NAME_SIMILARITY)
    )
    found = {pair.one: paper.projects[pair.other] for pair in pairs}
    return tuple(found.get(position) for position in range(len(report.projects)))


def _names(projects: Sequence[Project]) -> list[str]:
    return [text_of(project.name) for project in projects]
