"""Report → recomputed scores of each project (复算得分)."""

from quanheng.core.report import Report
from quanheng.law.book import NATIONWIDE
from quanheng.law.schemes import AUTO
from quanheng.scoring.scorecard import Scorecard, score_project
from quanheng.tasks.checking.choose_law import law_for


def score_report(
    report: Report, region: str = NATIONWIDE, scheme: str = AUTO
) -> tuple[Scorecard, ...]:
    """Rescore every project of a report by the law of its year and region.

    Args:
        report: The report.
        region: The region whose parameters apply.
        scheme: ``auto``, or the scheme of scoring that is picked by name.

    Raises:
        ParameterNotInForceError: There is no such scheme.
    """
    return tuple(
        score_project(project, law_for(project, region, scheme))
        for project in report.projects
    )
