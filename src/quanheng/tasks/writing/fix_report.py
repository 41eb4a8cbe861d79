"""A report with its certain faults corrected (修正报告)."""

from collections.abc import Sequence

from quanheng.annotate.note import Change
from quanheng.core.report import Report
from quanheng.revising.amend import amended, with_shared_places
from quanheng.tasks.writing.corrections import Check, Fixed, corrected


def fix_report(
    report: Report, check: Check[Report], *, unsafe: bool = False
) -> Fixed[Report]:
    """Correct what is certain in a report, check again, until nothing changes.

    Args:
        report: The report; its file stays as it is.
        check: Finds the faults of the report in its present state; waived and known
            ones are left alone.
        unsafe: Whether to make corrections that are otherwise asked one by one.
    """
    return corrected(with_shared_places(report), check, _written, unsafe=unsafe)


def _written(
    report: Report, changes: Sequence[Change]
) -> tuple[Report, tuple[Change, ...]]:
    made = []
    for change in changes:
        now = amended(report, change.at, change.old, change.new)
        if now is not None:
            report = now
            made.append(change)
    return report, tuple(made)
