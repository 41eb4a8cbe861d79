"""Report → recomputed scores of each project, with steps (复算得分)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from quanheng.core.computed.measured import Computed
from quanheng.core.report import Project, Report
from quanheng.evidence.bindings.filled_project import with_computed
from quanheng.evidence.bindings.trace import traced
from quanheng.evidence.evidence import Evidence
from quanheng.scoring.scorecard import RowScore, Scorecard, score_project
from quanheng.tasks.evidence.provider import EvidenceProvider
from quanheng.tasks.workplace import Workplace

Behind: TypeAlias = tuple[tuple[Computed, ...], ...]
"""The computed values for each row of a scorecard."""


@dataclass(frozen=True, slots=True)
class ScoredProject:
    """The scores of a project with the computed values behind them (计分表).

    Attributes:
        project: The project.
        scorecard: Its scores; the steps of a row begin with the source of its value.
        behind: The computed values for each row, None without evidence.
    """

    project: Project
    scorecard: Scorecard
    behind: Behind | None = None


def score_report(
    report: Report, workplace: Workplace, source: EvidenceProvider | None = None
) -> tuple[ScoredProject, ...]:
    """Rescore every project of a report by the law of its year and region.

    Args:
        report: The report.
        workplace: Law book, region and scheme.
        source: The evidence folder; a computed value replaces a typed one.

    Raises:
        ParameterNotInForceError: There is no such scheme.
    """
    return tuple(_scored(project, workplace, source) for project in report.projects)


def _scored(
    project: Project, workplace: Workplace, source: EvidenceProvider | None
) -> ScoredProject:
    law = workplace.law_of(project)
    evidence = source.of(project, law) if source else None
    if evidence is None:
        card = score_project(project, law)
        return ScoredProject(project, card, ((),) * len(card.rows) if source else None)
    computed = with_computed(project, evidence, over_typed=True)
    card = score_project(computed, law)
    behind = tuple(tuple(_behind(row, computed, evidence)) for row in card.rows)
    rows = tuple(
        replace(row, steps=(*map(traced, found), *row.steps))
        for row, found in zip(card.rows, behind, strict=True)
    )
    return ScoredProject(project, replace(card, rows=rows), behind)


def _behind(row: RowScore, project: Project, evidence: Evidence) -> Iterator[Computed]:
    if row.is_execution:
        yield from evidence.money
    for at, indicator in enumerate(project.indicators):
        if indicator is row.indicator and at in evidence.indicators:
            yield evidence.indicators[at]
