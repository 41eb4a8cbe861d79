"""Fill blank cells of a report from registers (代入取数结果)."""

from dataclasses import replace

from quanheng.core.report import Report
from quanheng.evidence.bindings.filled_project import with_computed
from quanheng.tasks.evidence.provider import EvidenceProvider
from quanheng.tasks.workplace import Workplace


def fill_blanks(
    report: Report, source: EvidenceProvider, workplace: Workplace
) -> Report:
    """The report with computed values in its blank cells; typed ones stay."""
    return replace(
        report,
        projects=tuple(
            with_computed(project, evidence, over_typed=False)
            if (evidence := source.of(project, workplace.law_of(project)))
            else project
            for project in report.projects
        ),
    )
