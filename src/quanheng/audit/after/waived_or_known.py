"""Which findings count: neither waived nor known from before (问题的状态)."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from quanheng.audit.after.waivers import Waiver
from quanheng.audit.engine import Finding, Outcome, Verdict

Revision = Callable[[Finding], Finding | None]


def revised(verdicts: Sequence[Verdict], revise: Revision) -> tuple[Verdict, ...]:
    """The verdicts with their findings changed.

    A finding for which ``revise`` answers None is left out; a verdict that loses all
    of its findings goes with them, as it can't be called clean.
    """
    kept = []
    for verdict in verdicts:
        if verdict.outcome is not Outcome.HIT:
            kept.append(verdict)
            continue
        answers = (revise(finding) for finding in verdict.findings)
        if found := tuple(finding for finding in answers if finding):
            kept.append(replace(verdict, findings=found))
    return tuple(kept)


def with_waivers(
    verdicts: Sequence[Verdict], waivers: Sequence[Waiver]
) -> tuple[Verdict, ...]:
    """The verdicts, each finding that a waiver covers marked with the first such.

    Args:
        verdicts: What the rules answered about one project.
        waivers: The waivers that hold for its file on the day of the audit.
    """

    def mark(finding: Finding) -> Finding:
        covering = (w for w in waivers if w.covers(finding.rule, finding.hit))
        return replace(finding, waiver=next(covering, None))

    return revised(verdicts, mark) if waivers else tuple(verdicts)


def with_known(
    verdicts: Sequence[Verdict],
    marks: Sequence[str],
    known: Collection[str],
    *,
    only_new: bool = False,
) -> tuple[Verdict, ...]:
    """The verdicts, each finding marked whether it is known from before.

    Args:
        verdicts: What the rules answered about one project.
        marks: The fingerprints of all their findings, in their order.
        known: The fingerprints of the baseline.
        only_new: Whether known findings are left out.
    """
    following = iter(marks)

    def mark(finding: Finding) -> Finding | None:
        if next(following) not in known:
            return finding
        return None if only_new else replace(finding, known=True)

    return revised(verdicts, mark)
