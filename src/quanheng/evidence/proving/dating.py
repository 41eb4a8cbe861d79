"""Days in proof files compared with period and entry (佐证日期)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from quanheng.core.bilingual import Words
from quanheng.evidence.proof import Link, Proof, ProofKind


@dataclass(frozen=True, slots=True)
class Misdated:
    """A file with a day that contradicts what it proves (日期不符).

    Attributes:
        proof: The file.
        reason: The contradiction.
        link: The entry that it contradicts; None for the period.
    """

    proof: Proof
    reason: Words
    link: Link | None = None


def misdated(
    proofs: Iterable[Proof], period: tuple[date, date] | None
) -> Iterator[Misdated]:
    """Files from outside the period, and photos from another day than the entry.

    A document is often begun before the period and printed after the event: it is only
    reported if it was made after the period's end.
    """
    for proof in proofs:
        if not proof.dates or proof.background:
            continue
        if proof.kind is ProofKind.PHOTO:
            yield from _photo(proof, period)
        elif period and min(proof.dates) > period[1]:
            made = min(proof.dates)
            reason = Words(
                f"文件形成于 {made}，在期间结束（{period[1]}）之后",
                f"made on {made}, after the end of the period ({period[1]})",
            )
            yield Misdated(proof, reason)


def _photo(proof: Proof, period: tuple[date, date] | None) -> Iterator[Misdated]:
    taken = min(proof.dates)
    if period and not period[0] <= taken <= period[1]:
        reason = Words(
            f"拍摄于 {taken}，不在期间内（{period[0]} 至 {period[1]}）",
            f"taken on {taken}, outside the period ({period[0]} to {period[1]})",
        )
        yield Misdated(proof, reason)
    for link in proof.links:
        if link.day is None or link.until is None:
            continue
        if not link.day <= taken <= link.until:
            days = (
                f"{link.day}"
                if link.day == link.until
                else f"{link.day} – {link.until}"
            )
            reason = Words(
                f"拍摄于 {taken}，记录的日期是 {days}",
                f"taken on {taken}, the entry is of {days}",
            )
            yield Misdated(proof, reason, link)
