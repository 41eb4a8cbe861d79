"""What an evidence folder gives: for a report, or by itself (台账取数)."""

from collections.abc import Iterator

from quanheng.core.measured import Computed
from quanheng.core.report import Report
from quanheng.evidence.bindings.project import values_alone
from quanheng.law.book import NATIONWIDE
from quanheng.law.load import load_book
from quanheng.law.schemes import AUTO, law_under
from quanheng.tasks.checking.choose_law import law_for
from quanheng.tasks.evidence.apply_evidence import EvidenceSource


def computed_for_report(
    report: Report,
    source: EvidenceSource,
    region: str = NATIONWIDE,
    scheme: str = AUTO,
) -> Iterator[Computed]:
    """The values of the folder's projects: money first, then indicators in order."""
    for project in report.projects:
        evidence = source.of(project, law_for(project, region, scheme))
        if evidence is not None:
            yield from evidence.money
            yield from evidence.indicators.values()


def computed_alone(
    source: EvidenceSource, region: str = NATIONWIDE
) -> Iterator[Computed]:
    """The confirmed bindings of the folder, computed without a report."""
    period = source.folder.settings.period
    law = law_under(load_book(), AUTO, period[1] if period else None, region)
    ground = source.ground(None, law)
    yield from values_alone(source.named, ground)
