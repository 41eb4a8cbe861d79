"""Two reports → what differs between them (比对两份报告)."""

from quanheng.comparing.change import Differences
from quanheng.comparing.compare import compare_reports
from quanheng.core.report import Report
from quanheng.tasks.workplace import Workplace


def diff_reports(old: Report, new: Report, workplace: Workplace) -> Differences:
    """Compare two reports, each by the law of its year.

    ``old`` is the approval, the report of the year before, or the first version.
    """
    return compare_reports(old, new, workplace.law_of)
