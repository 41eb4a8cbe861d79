from collections.abc import Iterator
from datetime import date

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.proofs import (
    EVENTS,
    named_entries,
    proofs_of,
    row_behind,
    shown_name,
    unread_files,
)
from quanheng.audit.facts.evidence.registers import NO_EVIDENCE, place_of
from quanheng.audit.facts.texts.project_period import PERIOD_LABELS, project_period
from quanheng.audit.rule import (
    Answer,
    Hit,
    Need,
    Severity,
    insufficient,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words, day_in_words
from quanheng.core.expression import Deadline
from quanheng.evidence.proof import Link, Proof, ProofKind


@rule(
    code="EV202",
    name="evidence-does-not-match",
    title=Words("佐证材料与指标不符", "Evidence does not match the indicator"),
    message=Words(
        "佐证材料“{file}”的日期为{day}，早于项目开始日期{limit}",
        "the evidence “{file}” is of {day}, before the project began on {limit}",
    ),
    variants={
        "late": Words(
            "佐证材料“{file}”的日期为{day}，晚于填表日期{limit}",
            "the evidence “{file}” is of {day}, after the day of the form, {limit}",
        ),
        "day": Words(
            "照片“{file}”摄于{day}，所证活动日期为{limit}（{entry}）",
            "the photo “{file}” was taken on {day}, the activity was on {limit} "
            "({entry})",
        ),
    },
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(PERIOD_LABELS,),
    needs=Need.EVIDENCE,
)
def evidence_does_not_match(dossier: Dossier) -> Iterator[Answer]:
    """The dates of a file contradict what it should prove (佐证材料).

    Why it matters:
        A photo of another day or a paper of another year proves nothing, and may be
        there to fill a gap.

    What it leaves alone:
        Files marked as background or basis; certificates from between the end of the
        year and the date of the form; files without a date. Counts and units in a
        file are not read.
    """
    proofs = [p for p in proofs_of(dossier) if p.links and not p.background]
    if not proofs:
        yield not_applicable("无关联的佐证材料", "no evidence is linked to anything")
        return
    dated = [proof for proof in proofs if proof.dates]
    if not dated:
        yield insufficient("佐证材料均不含日期", "none of the evidence names a day")
    yield from unread_files(dossier)
    start, filled_in = _start(dossier), _filled_in(dossier)
    for proof in dated:
        if start is not None and max(proof.dates) < start:
            yield _hit(dossier, proof, "", max(proof.dates), start)
        elif min(proof.dates) > filled_in:
            yield _hit(dossier, proof, "late", min(proof.dates), filled_in)
        elif (link := _other_day(dossier, proof)) and link.day:
            yield _hit(dossier, proof, "day", min(proof.dates), link.day, link)


def _start(dossier: Dossier) -> date | None:
    """The first day of the project, as the form or the folder has it."""
    named = project_period(dossier.project, dossier.law)
    period = (dossier.evidence or NO_EVIDENCE).period
    days = [named.start] if named else []
    days += [period[0]] if period else []
    return min(days, default=None)


def _filled_in(dossier: Dossier) -> date:
    cell = dossier.project.preparer.date
    value = cell.value if cell else None
    return value.day if isinstance(value, Deadline) else dossier.as_of


def _other_day(dossier: Dossier, proof: Proof) -> Link | None:
    """The activity that a photo should prove, where it was taken on another day."""
    if proof.kind is not ProofKind.PHOTO:
        return None
    links = [link for link in proof.links if link.register == EVENTS and link.day]
    if any(_is_within(link, day) for link in links for day in proof.dates):
        return None
    return links[0] if links else None


def _is_within(link: Link, day: date) -> bool:
    """Whether a day is one of those of an entry."""
    first = link.day or date.min
    return first <= day <= (link.until or first)


def _hit(
    dossier: Dossier,
    proof: Proof,
    variant: str,
    day: date,
    limit: date,
    link: Link | None = None,
) -> Hit:
    row = row_behind(dossier, link or proof.links[0])
    place = place_of(dossier, [row] if row else [])
    says: dict[str, object] = {
        "file": shown_name(proof),
        "day": day_in_words(day),
        "limit": day_in_words(limit),
    }
    if link:
        says["entry"] = named_entries([link])
    return Hit.on(place, says, variant=variant)
