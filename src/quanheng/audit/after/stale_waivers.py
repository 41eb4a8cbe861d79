"""Findings on waivers that are expired or unused (失效的豁免)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from quanheng.audit.after.waivers import Waiver
from quanheng.audit.dossier import Dossier
from quanheng.audit.engine import Finding, Outcome, Verdict
from quanheng.audit.rule import Answer, Hit, Rule, Severity, rule
from quanheng.core.bilingual import Words, day_in_words


@rule(
    code="WV101",
    name="expired-waiver",
    title=Words("豁免已过期", "Waiver has expired"),
    message=Words(
        "{by}对{code}的豁免已于{until}到期，相关问题恢复计入审核结果",
        "the waiver of {code} by {by} ended on {until}; its findings count again",
    ),
    severity=Severity.WARNING,
    basis=(),
)
def expired_waiver(dossier: Dossier) -> Iterator[Answer]:
    """The last day of a waiver (豁免) is over, so that it accepts nothing any more.

    It is asked of a waiver file; of a report it says nothing.

    Why it matters:
        A finding that was accepted for a time counts again; whoever answered for it
        should know and either renew the waiver with a reason or see the report mended.

    What it leaves alone:
        A waiver on its last day.
    """
    return iter(())


@rule(
    code="WV102",
    name="unused-waiver",
    title=Words("豁免无对应的问题", "Waiver accepts no finding"),
    message=Words(
        "{by}对{code}的豁免无对应的问题，建议删除",
        "the waiver of {code} by {by} accepts no finding and can go",
    ),
    severity=Severity.INFO,
    basis=(),
)
def unused_waiver(dossier: Dossier) -> Iterator[Answer]:
    """A waiver (豁免) is for a file that was checked, and nothing was found there.

    It is asked of a waiver file; of a report it says nothing.

    Why it matters:
        The fault was mended, or the waiver names a wrong rule or place; left where it
        is, it would silently accept the next fault of that kind.

    What it leaves alone:
        Waivers for files that were not checked and for rules that were not asked, and
        expired ones (see WV101).
    """
    return iter(())


FAMILY: Final = "WV"
WAIVER_RULES: Final[tuple[Rule, ...]] = (expired_waiver, unused_waiver)


def stale_waivers(
    waivers: Sequence[Waiver], checked: Mapping[str, Sequence[Verdict]], day: date
) -> tuple[Finding, ...]:
    """The findings on a waiver file.

    ``checked`` has the verdicts by file, with waived findings marked.
    """
    used = {
        finding.waiver
        for verdicts in checked.values()
        for verdict in verdicts
        for finding in verdict.findings
    }
    found = []
    for waiver in waivers:
        if waiver.expired(day):
            found.append(_finding(expired_waiver, waiver))
        elif waiver not in used and _was_asked(waiver, checked):
            found.append(_finding(unused_waiver, waiver))
    return tuple(found)


def _was_asked(waiver: Waiver, checked: Mapping[str, Sequence[Verdict]]) -> bool:
    return any(
        waiver.names(verdict.rule) and verdict.outcome is not Outcome.NOT_GIVEN
        for file, verdicts in checked.items()
        if waiver.is_for(file)
        for verdict in verdicts
    )


def _finding(about: Rule, waiver: Waiver) -> Finding:
    says = {"by": waiver.by, "code": waiver.code, "until": day_in_words(waiver.until)}
    return Finding(about, Hit(at=waiver.entry, quote=waiver.reason, says=says))
