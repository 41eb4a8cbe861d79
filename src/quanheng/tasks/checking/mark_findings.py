"""Mark waived and known findings, and leave out hidden ones (问题的取舍)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from quanheng.audit.after.stale_waivers import stale_waivers
from quanheng.audit.after.waived_or_known import with_known, with_waivers
from quanheng.audit.after.waivers import Waiver
from quanheng.audit.choosing.scope import Limit
from quanheng.audit.choosing.selection import Selection, shown_only
from quanheng.audit.engine import Finding, Verdict
from quanheng.audit.rule import Rule
from quanheng.tasks.checking.baseline import marks
from quanheng.tasks.checking.check_report import CheckedProject


def with_waivers_applied(
    checked: CheckedProject,
    file: str,
    selection: Selection,
    waivers: Sequence[Waiver],
    day: date,
) -> CheckedProject:
    """A project with the findings of the chosen severities, waived ones marked."""
    holding = [w for w in waivers if w.is_for(file) and not w.expired(day)]
    marked = replace(checked, verdicts=with_waivers(checked.verdicts, holding))
    return marked.narrowed(shown_only(marked.verdicts, selection), Limit.SEVERITIES)


def against_baseline(
    checked: CheckedProject, file: str, known: Collection[str], *, only_new: bool
) -> CheckedProject:
    """A project with known findings marked, or left out if ``only_new``.

    ``known`` are the fingerprints of the baseline.
    """
    found = with_known(checked.verdicts, marks(checked, file), known, only_new=only_new)
    return checked.narrowed(found, Limit.NEW)


def waiver_findings(
    waivers: Sequence[Waiver],
    checked: Mapping[str, Sequence[Verdict]],
    *,
    rules: Sequence[Rule],
    selection: Selection,
    day: date,
) -> tuple[Finding, ...]:
    """The findings on expired and unused entries of a waiver file.

    Args:
        waivers: Its entries.
        checked: The verdicts by file, waived findings marked.
        rules: The rules on waivers to apply.
        selection: The severities to show.
        day: The day of the audit.
    """
    asked = {rule.code: rule for rule in rules}
    found = (
        replace(finding, rule=asked[finding.rule.code])
        for finding in stale_waivers(waivers, checked, day)
        if finding.rule.code in asked
    )
    return tuple(finding for finding in found if selection.shows(finding))
