"""Certain faults corrected, round by round, until nothing changes (逐轮修正)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from quanheng.annotate.note import Change
from quanheng.audit.engine import Finding
from quanheng.audit.rule import Edit
from quanheng.core.source import Source

_MOST_ROUNDS: Final = 20
"""Each correction may bring another one; more rounds than this are none."""

T = TypeVar("T")

Write = Callable[[T, Sequence[Change]], tuple[T, tuple[Change, ...]]]
"""Makes changes; gives back the changed thing and the changes that could be made."""
Check = Callable[[T], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Correction:
    """An edit with the rule that asked for it (修正).

    Attributes:
        code: The rule's code.
        edit: What is to stand where.
    """

    code: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Fixed(Generic[T]):
    """A file or a report, corrected (修正结果).

    Attributes:
        data: What was corrected; the same where nothing could be.
        done: What was corrected, in order; one place may be corrected twice.
        left: What may be corrected but can't be written into it.
        unsafe: What is still to be decided one by one.
        remaining: How many faults are open.
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

    Each round makes one correction at a place, for two rules may ask for two texts
    of one paragraph. No place gets a text that it had before.

    Args:
        data: What is to be corrected.
        check: Finds the faults of its present state; waived and known ones are left
            alone.
        write: Makes the changes.
        unsafe: Whether to make corrections that are otherwise asked one by one.
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
    """The first correction of each place: that of the gravest finding."""
    seen = set()
    for correction in corrections:
        if correction.edit.at not in seen:
            seen.add(correction.edit.at)
            yield correction


def _change(correction: Correction) -> Change:
    edit = correction.edit
    return Change(edit.at, edit.old, edit.new)
