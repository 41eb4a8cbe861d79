"""Report and registers → scores of the computed values, with trace (按台账复算)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from quanheng.core.measured import Computed
from quanheng.core.report import Project, Report
from quanheng.evidence.bindings.filled_project import with_computed
from quanheng.evidence.bindings.trace import traced
from quanheng.evidence.evidence import Evidence
from quanheng.law.book import NATIONWIDE
from quanheng.law.schemes import AUTO
from quanheng.scoring.scorecard import RowScore, Scorecard, score_project
from quanheng.tasks.checking.choose_law import law_for
from quanheng.tasks.evidence.provider import EvidenceProvider

Behind: TypeAlias = tuple[tuple[Computed, ...], ...]
"""For each row of a scorecard the values that were computed for it."""


@dataclass(frozen=True, slots=True)
class EvidencedScores:
    """The scores of a project with what stands behind them (有据计分表).

    Attributes:
        scorecard: Its scores; the steps of a row begin with where its value is from.
        evidence: What was computed; None where the folder is of another project.
        behind: The values behind each of its rows.
    """

    scorecard: Scorecard
    evidence: Evidence | None
    behind: Behind


def score_with_evidence(
    report: Report,
    source: EvidenceProvider,
    region: str = NATIONWIDE,
    scheme: str = AUTO,
) -> tuple[EvidencedScores, ...]:
    """Rescore every project, a computed value leading over a typed one.

    Args:
        report: The report.
        source: The evidence folder.
        region: The region whose parameters apply.
        scheme: ``auto``, or the scheme of scoring that is picked by name.

    Raises:
        ParameterNotInForceError: There is no such scheme.
    """
    return tuple(
        _scored(project, source, region, scheme) for project in report.projects
    )


def _scored(
    project: Project, source: EvidenceProvider, region: str, scheme: str
) -> EvidencedScores:
    law = law_for(project, region, scheme)
    evidence = source.of(project, law)
    if evidence is None:
        card = score_project(project, law)
        return EvidencedScores(card, None, ((),) * len(card.rows))
    computed = with_computed(project, evidence, over_typed=True)
    card = score_project(computed, law)
    behind = tuple(tuple(_behind(row, computed, evidence)) for row in card.rows)
    rows = tuple(
        replace(row, steps=(*map(traced, found), *row.steps))
        for row, found in zip(card.rows, behind, strict=True)
    )
    return EvidencedScores(replace(card, rows=rows), evidence, behind)


def _behind(row: RowScore, project: Project, evidence: Evidence) -> Iterator[Computed]:
    if row.is_execution:
        yield from evidence.money
    for at, indicator in enumerate(project.indicators):
        if indicator is row.indicator and at in evidence.indicators:
            yield evidence.indicators[at]
