"""Mark findings as waived or as known from the baseline (问题的状态)."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from quanheng.audit.after.waivers import Waiver
from quanheng.audit.engine import Finding, Outcome, Verdict

Revision = Callable[[Finding], Finding | None]


def revised(verdicts: Sequence[Verdict], revise: Revision) -> tuple[Verdict, ...]:
    """The verdicts with their findings changed.

    A finding for which ``revise`` returns None is left out, as is a verdict that loses
    all of its findings: it can't be called clean.
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
    """The verdicts, with each finding marked with the first waiver that covers it.

    The waivers are those for the file on the day of the audit.
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
    """The verdicts with known findings marked, or left out if ``only_new``.

    ``marks`` are the fingerprints of all findings in their order, ``known`` those of
    the baseline.
    """
    following = iter(marks)

    def mark(finding: Finding) -> Finding | None:
        if next(following) not in known:
            return finding
        return None if only_new else replace(finding, known=True)

    return revised(verdicts, mark)
