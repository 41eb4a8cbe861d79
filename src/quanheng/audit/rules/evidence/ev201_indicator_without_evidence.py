from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.proofs import has_entry, proofs_for
from quanheng.audit.facts.evidence.recomputed import computed_for
from quanheng.audit.facts.evidence.surveys import (
    ADMINISTRATIVE_RATINGS,
    FULL_COUNTS,
    SURVEY_METHODS,
    SURVEY_TERMS,
)
from quanheng.audit.facts.evidence.surveys_registered import (
    has_registered_survey,
    unsurveyed_rows,
)
from quanheng.audit.rule import NO_INDICATORS, Answer, Hit, Need, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.quantity import plain

LEAST_POINTS: Final = "review.evidence_weight"


@rule(
    code="EV201",
    name="indicator-without-evidence",
    title=Words("指标缺少佐证材料", "Indicator without evidence"),
    message=Words(
        "“{name}”权重{weight}分，无佐证材料且未按台账取数，应补充",
        "“{name}” has {weight} points, no evidence and no register behind it",
    ),
    severity=Severity.WARNING,
    basis=(
        ("practice", "省级财政信息系统的做法"),
        ("practice", "自评复核中的常见问题"),
    ),
    law=(
        LEAST_POINTS,
        SURVEY_TERMS,
        SURVEY_METHODS,
        ADMINISTRATIVE_RATINGS,
        FULL_COUNTS,
    ),
    needs=Need.EVIDENCE,
)
def indicator_without_evidence(dossier: Dossier) -> Iterator[Answer]:
    """A row with points has neither a file nor a register entry behind it (佐证材料).

    Why it matters:
        Reviewers give a row without proof no points.

    What it leaves alone:
        The execution rate, which the export of payments proves; rows recomputed from
        a register, named by one of its entries or resting on a registered survey;
        rows without a survey (EV101); rows of few points; rows without a score, as in
        a draft.
    """
    rows = dossier.scorecard.rows
    if not rows:
        yield NO_INDICATORS
        return
    least = dossier.law.number(LEAST_POINTS)
    for score in rows:
        row = score.indicator
        if row is None or score.is_execution or score.stated is None:
            continue
        if score.weight is None or score.weight < least or _is_proved(dossier, row):
            continue
        says = {"name": row.title, "weight": plain(score.weight)}
        yield Hit.on(row.actual or Field("", row.at), says)


def _is_proved(dossier: Dossier, row: Indicator) -> bool:
    """Whether a row has evidence, or EV101 reports that it has none."""
    computed = computed_for(dossier, row)
    if computed and computed.measured and computed.measured.used:
        return True
    if any(not proof.background for proof in proofs_for(dossier, row)):
        return True
    if has_entry(dossier, row) or has_registered_survey(dossier, row):
        return True
    return any(row is other for other in unsurveyed_rows(dossier))
