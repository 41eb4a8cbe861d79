"""Compares two reports project by project (比对)."""

from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from quanheng.comparing.budget_changes import budget_changes, budget_lacks
from quanheng.comparing.change import (
    Change,
    Differences,
    Kind,
    Occasion,
    Part,
    ProjectDifferences,
)
from quanheng.comparing.change_labels import CELLS
from quanheng.comparing.counterparts import matched_projects
from quanheng.comparing.field_changes import (
    remark_changes,
    single_changes,
    single_lacks,
)
from quanheng.comparing.indicator_changes import paired_rows, row_changes, row_lacks
from quanheng.comparing.narrative_changes import narrative_changes, narrative_lacks
from quanheng.comparing.trends import trends
from quanheng.core.bilingual import NO_WORDS
from quanheng.core.expression import Deadline, Expression
from quanheng.core.field import filled
from quanheng.core.report import Project, Report
from quanheng.law.book import Law
from quanheng.scoring.reading import RowReading, read_row

LawOf = Callable[[Project], Law]
_PARTS: Final = tuple(Part)
_FIXED_PARTS: Final = frozenset({Part.INDICATORS, Part.BUDGET, Part.GOALS})
_FIXED_CELLS: Final = frozenset({"row", "level3", "target", "weight"})
"""The approved cells, which may not change afterwards."""


def compare_reports(old: Report, new: Report, law_of: LawOf) -> Differences:
    """The differences between two reports, project by project.

    Args:
        old: The approval, last year's report or the first version.
        new: The report compared with it.
        law_of: Project → the law in force.
    """
    law = law_of(new.projects[0])
    matched = matched_projects(new, old, law)
    found = [
        _only(Kind.ADDED, project) if before is None
        else _compared(before, project, law_of)
        for project, before in zip(new.projects, matched, strict=True)
    ]  # fmt: skip
    kept = {id(project) for project in matched}
    gone = (project for project in old.projects if id(project) not in kept)
    found += (_only(Kind.REMOVED, project) for project in gone)
    return Differences(old.file, new.file, tuple(found))


def _only(kind: Kind, project: Project) -> ProjectDifferences:
    before, after = (project, None) if kind is Kind.REMOVED else (None, project)
    head = project.head
    old, new = (head, None) if kind is Kind.REMOVED else (None, head)
    label = CELLS["project"]
    change = Change(Part.PROJECT, NO_WORDS, "project", label, kind, old, new)
    return ProjectDifferences(before, after, changes=(change,))


def _compared(old: Project, new: Project, law_of: LawOf) -> ProjectDifferences:
    occasion, law = occasion_of(old, new), law_of(new)
    years = _years_between(old, new) if occasion is Occasion.YEARS else 0
    olds, news = _readings(old, law_of(old), years), _readings(new, law, 0)
    pairs = paired_rows(olds, news, law)
    changes = (
        *single_changes(old, new, law),
        *budget_changes(old.budget, new.budget),
        *row_changes(Part.INDICATORS, olds, news, pairs),
        *narrative_changes(old, new, law),
        *remark_changes(old, new),
    )
    lacks = (
        *single_lacks(old, new, law),
        *budget_lacks(old.budget, new.budget),
        *row_lacks(Part.INDICATORS, olds, news),
        *narrative_lacks(old, new),
    )
    inner = tuple(_chapter_tables(old, new, law_of, years))
    known = {_content(change) for change in changes}
    changes += tuple(change for change in inner if _content(change) not in known)
    return ProjectDifferences(
        old,
        new,
        occasion,
        tuple(_in_order(changes, occasion)),
        tuple(sorted(lacks, key=lambda lack: _PARTS.index(lack.part))),
        tuple(trends(old, new, pairs)) if occasion is Occasion.YEARS else (),
    )


def occasion_of(old: Project, new: Project) -> Occasion:
    """The relation of two reports on one project, by their content."""
    if _years_between(old, new):
        return Occasion.YEARS
    if _states_results(new) and not _states_results(old):
        return Occasion.APPROVED
    return Occasion.VERSIONS


def _years_between(old: Project, new: Project) -> int:
    before, after = old.evaluation_year, new.evaluation_year
    return 0 if before is None or after is None else after - before


def _states_results(project: Project) -> bool:
    return any(filled(row.actual) or filled(row.score) for row in project.indicators)


def _readings(project: Project, law: Law, years: int) -> tuple[RowReading, ...]:
    rows = project.indicators
    read = (read_row(row, law, project.evaluation_year) for row in rows)
    return tuple(_moved_row(row, years) for row in read)


def _chapter_tables(
    old: Project, new: Project, law_of: LawOf, years: int
) -> Iterator[Change]:
    """The changes between the tables of the two narratives."""
    olds, news = (_inner(p, law_of(p)) for p in (old, new))
    olds = tuple(_moved_row(row, years) for row in olds)
    if olds and news:
        pairs = paired_rows(olds, news, law_of(new))
        yield from row_changes(Part.CHAPTER_TABLES, olds, news, pairs)


def _inner(project: Project, law: Law) -> tuple[RowReading, ...]:
    rows = (row for table in project.section_tables for row in table.rows)
    return tuple(read_row(row, law, project.evaluation_year) for row in rows)


def _content(change: Change) -> tuple[str, str, tuple[str, str]]:
    """The content of a change without its place; of whole rows the name alone."""
    texts = ("", "") if change.key == "row" else change.texts
    return change.row.zh, change.key, texts


def _in_order(changes: Sequence[Change], occasion: Occasion) -> list[Change]:
    """Sort by part; after an approval the approved cells come first, row by row."""
    if occasion is not Occasion.APPROVED:
        return sorted(changes, key=lambda change: _PARTS.index(change.part))
    touched = {
        (change.part, change.row.zh)
        for change in changes
        if change.part is Part.INDICATORS and change.key in _FIXED_CELLS
    }
    return sorted(
        changes,
        key=lambda change: (
            change.part not in _FIXED_PARTS,
            change.part is not Part.INDICATORS,
            _PARTS.index(change.part),
            (change.part, change.row.zh) not in touched,
        ),
    )


def _moved_row(row: RowReading, years: int) -> RowReading:
    """A row with its dates moved by some years."""
    if not years:
        return row
    return replace(
        row, target=_moved(row.target, years), actual=_moved(row.actual, years)
    )


def _moved(expression: Expression, years: int) -> Expression:
    if not isinstance(expression, Deadline):
        return expression
    start, day = _later(expression.start, years), _later(expression.day, years)
    return replace(expression, start=start, day=day)


def _later(day: date, years: int) -> date:
    """The same day some years later; the last day of a month stays the last."""
    year = day.year + years
    last, last_then = monthrange(day.year, day.month)[1], monthrange(year, day.month)[1]
    return day.replace(year=year, day=last_then if day.day == last else day.day)
