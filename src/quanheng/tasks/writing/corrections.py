"""Correct certain faults, round by round, until nothing changes (逐轮修正)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from quanheng.annotate.note import Change
from quanheng.audit.engine import Finding
from quanheng.audit.rule import Edit
from quanheng.core.source import Source

_MOST_ROUNDS: Final = 20
"""The most rounds: a correction may cause another one, but not endlessly."""

T = TypeVar("T")

Write = Callable[[T, Sequence[Change]], tuple[T, tuple[Change, ...]]]
"""Makes changes; returns the result and the changes that could be made."""
Check = Callable[[T], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Correction:
    """An edit with the rule that asked for it (修正).

    Attributes:
        code: The rule's code.
        edit: The edit.
    """

    code: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Fixed(Generic[T]):
    """A corrected file or report (修正结果).

    Attributes:
        data: The file or report, unchanged if nothing was corrected.
        done: The corrections made, in order; a place may be corrected twice.
        left: Corrections that could not be written into it.
        unsafe: Corrections that need confirmation.
        remaining: How many findings are open.
    """

    data: T
    done: tuple[Correction, ...]
    left: tuple[Correction, ...]
    unsafe: tuple[Correction, ...]
    remaining: int


def corrected(
    data: T, check: Check[T], write: Write[T], *, unsafe: bool = False
) -> Fixed[T]:
    """Correct what is certain, check again, and so on until nothing changes.

    Each round makes one correction per place, as two rules may want different texts
    for one paragraph. No place gets a text again that it had before.

    Args:
        data: The file or report.
        check: Finds its faults; waived and known ones are left alone.
        write: Makes the changes.
        unsafe: Whether to make corrections that need confirmation too.
    """
    done: list[Correction] = []
    before: defaultdict[Source, set[str]] = defaultdict(set)
    for _ in range(_MOST_ROUNDS):
        asked = [c for c in _asked(check(data)) if c.edit.safe or unsafe]
        wanted = _one_a_place(c for c in asked if c.edit.new not in before[c.edit.at])
        changes = {_change(correction): correction for correction in wanted}
        data, made = write(data, tuple(changes))
        for change in made:
            before[change.at].add(change.old)
            done.append(changes[change])
        if not made:
            break
    findings = tuple(finding for finding in check(data) if finding.counts)
    asked = list(_asked(findings))
    return Fixed(
        data,
        tuple(done),
        tuple(c for c in asked if c.edit.safe or unsafe),
        tuple(c for c in asked if not (c.edit.safe or unsafe)),
        len(findings),
    )


def _asked(findings: Iterable[Finding]) -> Iterator[Correction]:
    for finding in findings:
        if finding.counts:
            for edit in finding.hit.edits:
                yield Correction(finding.rule.code, edit)


def _one_a_place(corrections: Iterable[Correction]) -> Iterator[Correction]:
    """The first correction of each place, which is of the gravest finding."""
    seen = set()
    for correction in corrections:
        if correction.edit.at not in seen:
            seen.add(correction.edit.at)
            yield correction


def _change(correction: Correction) -> Change:
    edit = correction.edit
    return Change(edit.at, edit.old, edit.new)
