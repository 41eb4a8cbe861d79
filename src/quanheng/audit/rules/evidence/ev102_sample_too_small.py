from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.registers import no_entries, place_of
from quanheng.audit.facts.evidence.surveys_registered import (
    SURVEYS,
    RegisteredSurvey,
    registered_surveys,
    surveyed_rows,
)
from quanheng.audit.rule import Answer, Hit, Need, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import rows_in_words
from quanheng.core.quantity import plain
from quanheng.evidence.bindings.limits import CONFIDENCE, MARGIN, MIN_SAMPLE
from quanheng.evidence.measures.base.rates import sample_needed

FULL_COUNT: Final = "survey.full_count_share"
_EVERYONE: Final = "全面调查"
_INTERVIEW: Final = "访谈"


@rule(
    code="EV102",
    name="sample-too-small",
    title=Words("样本量过小", "Sample too small"),
    message=Words(
        "“{survey}”有效问卷{valid}份，按置信度{confidence}%、误差{margin}%应不少于{needed}份"
        "（调查台账{rows}）",
        "“{survey}” has {valid} valid answers; {needed} are needed for {confidence}% "
        "confidence and {margin}% margin (surveys, {rows})",
    ),
    variants={
        "least": Words(
            "“{survey}”有效问卷{valid}份，少于{needed}份，样本代表性不足（调查台账{rows}）",
            "“{survey}” has {valid} valid answers, fewer than {needed}, too few to "
            "stand for others (surveys, {rows})",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(MIN_SAMPLE, CONFIDENCE, MARGIN, FULL_COUNT),
    needs=Need.REGISTER,
    registers=(SURVEYS,),
)
def sample_too_small(dossier: Dossier) -> Iterator[Answer]:
    """A registered survey asked too few people for its rate (样本量).

    Why it matters:
        The rate of a few people may be far from that of all; reviewers ask how many
        were asked before they look at the rate.

    What it leaves alone:
        A full count, by its method or by valid answers of nearly everyone; fewer
        people in all than the smallest sample; interviews, which are not counted;
        a survey without its number of valid answers (EV104).
    """
    surveys = registered_surveys(dossier)
    if not surveys:
        yield no_entries(dossier, SURVEYS)
        return
    law = dossier.law
    least = law.number(MIN_SAMPLE)
    confidence, margin = law.number(CONFIDENCE), law.number(MARGIN)
    for survey in surveys:
        valid, population = survey.total("valid"), survey.total("population")
        if valid is None or _is_no_sample(survey, valid, population, dossier):
            continue
        needed = sample_needed(confidence, margin, population)
        if valid >= max(Decimal(needed), least):
            continue
        place = place_of(dossier, surveyed_rows(dossier, survey))
        says = {
            "survey": survey.name,
            "valid": valid,
            "confidence": plain(confidence),
            "margin": plain(margin),
            "needed": plain(least) if valid < least else needed,
            "rows": rows_in_words(survey.rows),
        }
        yield Hit.on(place, says, variant="least" if valid < least else "")


def _is_no_sample(
    survey: RegisteredSurvey, valid: int, population: int | None, dossier: Dossier
) -> bool:
    """Whether it is a full count, an interview, or of too few people for a sample."""
    entries = [group.values for group in survey.groups]
    if all(_EVERYONE in (entry["sampling"] or "") for entry in entries):
        return True
    if all(_INTERVIEW in (entry["method"] or "") for entry in entries):
        return True
    if not population:
        return False
    share = Decimal(valid) * 100 / population
    is_full = share >= dossier.law.number(FULL_COUNT)
    return is_full or population < dossier.law.number(MIN_SAMPLE)
