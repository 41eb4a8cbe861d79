"""Two reports → what differs between them (比对两份报告)."""

from functools import partial

from quanheng.comparing.change import Differences
from quanheng.comparing.compare import compare_reports
from quanheng.core.report import Report
from quanheng.law.book import NATIONWIDE
from quanheng.tasks.checking.choose_law import law_for


def diff_reports(old: Report, new: Report, region: str = NATIONWIDE) -> Differences:
    """Hold two reports against each other, each read by the law of its year.

    Args:
        old: The report of before: the approval, the year before, the first version.
        new: The report that is held against it.
        region: The region whose parameters apply.
    """
    return compare_reports(old, new, partial(law_for, region=region))
