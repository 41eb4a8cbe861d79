"""Matches projects and rows of a report with those of another (项目、指标对应)."""

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
"""Likeness of a row's old and new name. Rules that compare values need more; here both
names are shown, so a wrong pair is visible."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A row with its counterpart in another report (对应指标).

    Attributes:
        row: The row of the report.
        other: The row of the other report.
        likeness: The likeness of their names, 1 for equal names.
    """

    row: RowReading
    other: RowReading
    likeness: Decimal


def counterparts(
    rows: Sequence[RowReading], others: Sequence[RowReading], law: Law
) -> tuple[Counterpart, ...]:
    """The rows of the same name in two reports, without budget execution."""
    return _by_names(rows, others, law.number(NAME_SIMILARITY))


def renamed(
    rows: Sequence[RowReading], others: Sequence[RowReading]
) -> tuple[Counterpart, ...]:
    """The remaining rows of two reports that are alike in name and category."""
    return tuple(
        pair
        for pair in _by_names(rows, others, _RENAMED)
        if pair.row.indicator.level_two is pair.other.indicator.level_two
    )


def _by_names(
    rows: Sequence[RowReading], others: Sequence[RowReading], least: Decimal
) -> tuple[Counterpart, ...]:
    ones, twos = besides_execution(rows), besides_execution(others)
    names, other_names = (
        [row.indicator.title for row in part] for part in (ones, twos)
    )
    pairs = pairs_of_names(names, other_names, least)
    return tuple(Counterpart(ones[p.one], twos[p.other], p.likeness) for p in pairs)


def besides_execution(rows: Sequence[RowReading]) -> list[RowReading]:
    """The rows that the unit set itself, without the row of budget execution."""
    return [row for row in rows if not row.indicator.is_execution]


def matched_projects(
    report: Report, paper: Report, law: Law
) -> tuple[Project | None, ...]:
    """The project in another report for each project of a report, in its order.

    Matched by name; the only projects of two reports match whatever their names.
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
