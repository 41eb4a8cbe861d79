"""Correct certain faults of a report (修正报告)."""

from collections.abc import Sequence

from quanheng.annotate.note import Change
from quanheng.core.report import Report
from quanheng.revising.amend import amended, with_shared_places
from quanheng.tasks.writing.corrections import Check, Fixed, corrected


def fix_report(
    report: Report, check: Check[Report], *, unsafe: bool = False
) -> Fixed[Report]:
    """Correct what is certain in a report, but not in its file.

    See :func:`corrected`.
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
