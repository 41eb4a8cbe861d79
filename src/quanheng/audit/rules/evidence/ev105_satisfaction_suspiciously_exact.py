from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.surveys import (
    ADMINISTRATIVE_RATINGS,
    FULL_COUNTS,
    SURVEY_METHODS,
    SURVEY_TERMS,
    survey_rows,
)
from quanheng.audit.facts.evidence.surveys_registered import unsurveyed_rows
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import text_of
from quanheng.core.indicator import Indicator

FULL = Decimal(100)


@rule(
    code="EV105",
    name="satisfaction-suspiciously-exact",
    title=Words("满意度恰等于目标值或100%", "Satisfaction equals its target or 100"),
    message=Words(
        "{rows}恰等于目标值或100%，应附调查计算结果",
        "{rows} exactly equals the target or 100%; the survey's count should show it",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(SURVEY_TERMS, SURVEY_METHODS, ADMINISTRATIVE_RATINGS, FULL_COUNTS),
)
def satisfaction_suspiciously_exact(dossier: Dossier) -> Iterator[Answer]:
    """A surveyed rate (满意度, 知晓率) hits its target or 100% to the digit.

    Why it matters:
        Answers of people seldom make a round number; such values are often copied
        from the target.

    What it leaves alone:
        A survey that the text gives with the number of people asked; a full count of
        everyone; rows with a survey in the register, from which they are recomputed.
    """
    if not survey_rows(dossier.project, dossier.law):
        yield not_applicable("无满意度、知晓率类指标", "no row rests on a survey")
        return
    exact = [row for row in unsurveyed_rows(dossier) if _is_exact(row)]
    if not exact:
        return
    says = {"rows": listed(f"“{r.title}”{text_of(r.actual)}" for r in exact)}
    yield Hit.across([row.actual for row in exact if row.actual], says)


def _is_exact(row: Indicator) -> bool:
    actual = row.actual.number if row.actual else None
    target = row.target.number if row.target else None
    return actual is not None and actual in (target, FULL)
