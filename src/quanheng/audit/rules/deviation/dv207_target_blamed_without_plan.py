from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import NO_INDICATORS, Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import filled
from quanheng.core.report import Chapter
from quanheng.language.phrases.reasons import blames_target
from quanheng.language.words import any_of

BLAME: Final = "words.target_blame"
PLANS: Final = "words.target_plans"


@rule(
    code="DV207",
    name="target-blamed-without-plan",
    title=Words(
        "归因于目标设置不当但未提出改进措施", "Target blamed, no plan to correct it"
    ),
    message=Words(
        "“{name}”归因于“{clause}”，未提出目标设置的改进措施，应补充",
        "“{name}” blames its target (“{clause}”), and nothing says how it will be set",
    ),
    severity=Severity.INFO,
    basis=(("财预〔2020〕10号", "第十六条"),),
    law=(BLAME, PLANS),
)
def target_blamed_without_plan(dossier: Dossier) -> Iterator[Answer]:
    """A reason blames the target, and no measure is about setting it (目标设置不当).

    Why it matters:
        A target known to be wrong comes back next year unless somebody corrects it.

    What it leaves alone:
        A measure about targets in the cell, the problems or the measures; a target
        that is noted as adjusted.
    """
    project, law = dossier.project, dossier.law
    if not project.indicators:
        yield NO_INDICATORS
        return
    plans, blame = law.words(PLANS), law.word_groups(BLAME)
    chapters = project.paragraphs(Chapter.PROBLEMS, Chapter.MEASURES)
    if any(any_of(plans, paragraph.raw) for paragraph in chapters):
        return
    for row in project.indicators:
        reason = row.reason
        if reason is None or not filled(reason) or any_of(plans, reason.raw):
            continue
        clause = blames_target(reason.raw, blame["terms"], blame["faults"])
        if clause:
            yield Hit.on(reason, {"name": row.title, "clause": clause})
