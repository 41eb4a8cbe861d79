"""Two reports → what differs between them (比对两份报告)."""

from quanheng.comparing.change import Differences
from quanheng.comparing.compare import compare_reports
from quanheng.core.report import Report
from quanheng.tasks.workplace import Workplace


def diff_reports(old: Report, new: Report, workplace: Workplace) -> Differences:
    """Hold two reports against each other, each read by the law of its year.

    Args:
        old: The report of before: the approval, the year before, the first version.
        new: The report that is held against it.
        workplace: Law book and region.
    """
    return compare_reports(old, new, workplace.law_of)
