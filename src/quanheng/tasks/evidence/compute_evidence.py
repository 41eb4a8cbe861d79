"""Computed values of an evidence folder, with or without a report (台账取数)."""

from collections.abc import Iterator

from quanheng.core.computed.measured import Computed
from quanheng.core.report import Report
from quanheng.evidence.bindings.project import values_alone
from quanheng.tasks.evidence.apply_evidence import EvidenceSource
from quanheng.tasks.workplace import Workplace


def computed_for_report(
    report: Report, source: EvidenceSource, workplace: Workplace
) -> Iterator[Computed]:
    """The values of the folder's projects: money first, then indicators in order."""
    for project in report.projects:
        evidence = source.of(project, workplace.law_of(project))
        if evidence is not None:
            yield from evidence.money
            yield from evidence.indicators.values()


def computed_alone(source: EvidenceSource, workplace: Workplace) -> Iterator[Computed]:
    """The confirmed bindings of the folder, computed without a report."""
    period = source.contents.settings.period
    ground = source.ground(None, workplace.law_on(period[1] if period else None))
    yield from values_alone(source.named, ground)
