"""Report and registers → the report with its blank cells filled (代入取数结果)."""

from dataclasses import replace

from quanheng.core.report import Report
from quanheng.evidence.bindings.filled_project import with_computed
from quanheng.law.book import NATIONWIDE
from quanheng.law.schemes import AUTO
from quanheng.tasks.checking.choose_law import law_for
from quanheng.tasks.evidence.provider import EvidenceProvider


def fill_blanks(
    report: Report,
    source: EvidenceProvider,
    region: str = NATIONWIDE,
    scheme: str = AUTO,
) -> Report:
    """The report with computed values in its blank cells; typed ones stay."""
    return replace(
        report,
        projects=tuple(
            with_computed(project, evidence, over_typed=False)
            if (evidence := source.of(project, law_for(project, region, scheme)))
            else project
            for project in report.projects
        ),
    )
