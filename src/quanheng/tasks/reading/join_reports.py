"""Several files → one report with all their projects (合并报告)."""

from collections.abc import Sequence

from quanheng.core.report import Report


def join_reports(reports: Sequence[Report]) -> Report:
    """The projects of all reports, in the order given; at least one report."""
    return Report(
        "、".join(report.file for report in reports),
        tuple(project for report in reports for project in report.projects),
        tuple(place for report in reports for place in report.unread),
    )
