from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Blank, Unreadable, WhyNot
from quanheng.core.field import Field, filled, text_of
from quanheng.core.indicator import Indicator
from quanheng.core.quantity import plain
from quanheng.language.phrases.slogans import is_slogan
from quanheng.language.words import any_of
from quanheng.law.book import Law
from quanheng.scoring.answers_in_words import QUALITATIVE_ANSWERS, qualitative_answer
from quanheng.scoring.reading import RowReading

NOUNS: Final = "words.measurable_nouns"
VERBS: Final = "words.slogan_verbs"
VAGUE_AMOUNTS: Final = "words.vague_amounts"
SCALE: Final = "review.assessability_scale"


class Degree(StrEnum):
    """How far a row can't be assessed (不可考核程度), as in the scale of deduction."""

    SEVERE = "severe"
    MEDIUM = "medium"


@rule(
    code="IN307",
    name="indicator-not-assessable",
    title=Words("指标不可考核", "Indicator cannot be assessed"),
    message=Words(
        "“{name}”的目标值“{target}”未明确数量，复核时一般扣减{share}%的分值",
        "the target “{target}” of “{name}” is no certain amount; reviews usually "
        "deduct {share}%",
    ),
    variants={
        "no target": Words(
            "“{name}”未设目标值，完成情况无从比较，复核时一般扣减{share}%的分值",
            "“{name}” has no target to compare with; reviews usually deduct {share}%",
        ),
        "nothing": Words(
            "“{name}”未设目标值，名称也未说明衡量内容，复核时一般扣减{share}%的分值",
            "“{name}” has no target and its name does not say what is measured; "
            "reviews usually deduct {share}%",
        ),
    },
    severity=Severity.WARNING,
    basis=(("practice", "自评复核中的常见问题"),),
    law=(NOUNS, VERBS, VAGUE_AMOUNTS, SCALE, QUALITATIVE_ANSWERS),
    needs_indicators=True,
)
def indicator_not_assessable(dossier: Dossier) -> Iterator[Answer]:
    """An indicator has nothing to measure its result by (不可考核).

    Why it matters:
        Whatever happened, no reviewer can say whether it was enough.

    What it leaves alone:
        Rows that were emptied; rows that have no actual either, as the heads of groups
        (VL301); qualitative answers; indicators in running text. Slogans (IN301),
        vague words (VL204, VL205) and times (VL208), irregular writing (VL207) and
        full marks without a target (SC107) have rules of their own.

    Catalogue:
        The slight degree is the irregular writing that VL207 corrects.
    """
    project = dossier.project
    if project.table and project.table.is_prose:
        yield not_applicable(
            "指标以正文形式表述", "the indicators are told in running text"
        )
        return
    law = dossier.law
    unfounded = {
        claim.reading.indicator.name.at
        for claim in dossier.claims
        if claim.is_full_without_basis
    }
    for reading in dossier.readings:
        row = reading.indicator
        if row.name.at in unfounded or not (filled(row.actual) or filled(row.score)):
            continue
        if row.target is None or row.is_execution or not row.title:
            continue
        fault = _fault(reading, law)
        if fault:
            yield _hit(row.title, row.target, *fault, law)


def _fault(reading: RowReading, law: Law) -> tuple[Degree, str] | None:
    """How far a row can't be assessed, with the variant of the message."""
    row = reading.indicator
    if not text_of(row.target) and isinstance(reading.target, Blank):
        variant = _without_target(row, law) if filled(row.actual) else ""
        degree = Degree.SEVERE if variant == "nothing" else Degree.MEDIUM
        return (degree, variant) if variant else None
    return (Degree.MEDIUM, "") if _is_vague(reading, law) else None


def _without_target(row: Indicator, law: Law) -> str:
    """The variant for a row without a target; empty for a slogan (IN301)."""
    nouns = law.words(NOUNS)
    if is_slogan(row.title, nouns, law.words(VERBS)):
        return ""
    is_measurable = any_of(nouns, row.title) or row.unit_in_name
    return "no target" if is_measurable else "nothing"


def _is_vague(reading: RowReading, law: Law) -> bool:
    target = reading.target
    if isinstance(target, Unreadable):
        return target.why is WhyNot.VAGUE_NUMBER
    if not target.raw.strip().startswith(law.words(VAGUE_AMOUNTS)):
        return False
    if any(sign.isdigit() for sign in target.raw):
        return False
    return qualitative_answer(target.raw, law) is None


def _hit(name: str, target: Field, degree: Degree, variant: str, law: Law) -> Hit:
    share = law.table(SCALE)[degree]
    if not isinstance(share, Decimal):
        raise TypeError(f"{SCALE}: {share!r}")
    says = {"name": name, "share": plain(share)}
    if not variant:
        says["target"] = target.raw
    return Hit.on(target, says, variant=variant)
