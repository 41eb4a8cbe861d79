from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.proofs import (
    EVENTS,
    named_entries,
    proofs_of,
    row_behind,
    shown_name,
    unread_files,
)
from quanheng.audit.facts.evidence.registers import place_of
from quanheng.audit.rule import Answer, Hit, Need, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.evidence.proof import Link, Proof, ProofKind
from quanheng.evidence.proving.reuse import reused

DISTANCE: Final = "evidence.hash_distance"


@rule(
    code="EV203",
    name="evidence-reused",
    title=Words("佐证材料重复使用", "Evidence reused"),
    message=Words(
        "照片“{file}”用于多次活动，应核实（{entries}）",
        "the photo “{file}” stands behind several activities ({entries})",
    ),
    variants={
        "alike": Words(
            "照片“{file}”与“{other}”相同或相近，用于多次活动，应核实（{entries}）",
            "the photos “{file}” and “{other}” are alike and stand behind several "
            "activities ({entries})",
        ),
        "years": Words(
            "佐证材料“{file}”（{year}年）与“{other}”（{other_year}年）相同或相近，应核实",
            "the evidence “{file}” of {year} is as “{other}” of {other_year}",
        ),
    },
    severity=Severity.WARNING,
    basis=(("practice", "审计工作程序"),),
    law=(DISTANCE,),
    needs=Need.EVIDENCE,
)
def evidence_reused(dossier: Dossier) -> Iterator[Answer]:
    """One photo proves several activities, or one file several years (重复使用).

    Why it matters:
        An activity that has no photo of its own may not have taken place.

    What it leaves alone:
        A document that covers several rows of one project, as a list or a contract;
        policy documents and other background; photos of a single activity.
    """
    proofs = [proof for proof in proofs_of(dossier) if not proof.background]
    if not proofs:
        yield not_applicable("无佐证材料", "there is no evidence")
        return
    yield from unread_files(dossier)
    for proof in proofs:
        entries = _activities(proof)
        if proof.kind is ProofKind.PHOTO and len(entries) > 1:
            yield _hit(dossier, proof, entries)
    distance = int(dossier.law.number(DISTANCE))
    for pair in reused(proofs, distance):
        one, other = pair.one, pair.other
        entries = _activities(one) | _activities(other)
        if one.year != other.year and one.year and other.year:
            years = {"year": one.year, "other_year": other.year}
            yield _hit(dossier, one, entries, "years", other, years)
        elif one.kind is ProofKind.PHOTO and len(entries) > 1:
            yield _hit(dossier, one, entries, "alike", other)


def _activities(proof: Proof) -> frozenset[Link]:
    return frozenset(link for link in proof.links if link.register == EVENTS)


def _hit(
    dossier: Dossier,
    proof: Proof,
    entries: frozenset[Link],
    variant: str = "",
    other: Proof | None = None,
    years: dict[str, int] | None = None,
) -> Hit:
    rows = [row_behind(dossier, link) for link in proof.links]
    place = place_of(dossier, [row for row in rows if row])
    says: dict[str, object] = {"file": shown_name(proof), **(years or {})}
    if other:
        says["other"] = shown_name(other)
    if not years:
        says["entries"] = named_entries(entries)
    return Hit.on(place, says, variant=variant)
