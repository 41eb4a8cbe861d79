"""Report → recomputed scores of each project (复算得分)."""

from quanheng.core.report import Report
from quanheng.law.book import NATIONWIDE
from quanheng.scoring.scorecard import Scorecard, score_project
from quanheng.tasks.choose_law import law_for


def score_report(report: Report, region: str = NATIONWIDE) -> tuple[Scorecard, ...]:
    """Rescore every project of a report by the law of its year and region."""
    return tuple(
        score_project(project, law_for(project, region)) for project in report.projects
    )
