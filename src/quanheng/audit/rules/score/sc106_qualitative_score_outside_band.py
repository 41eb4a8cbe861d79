from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Hit, NotApplicable, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.scoring.answers_in_words import Answer, qualitative_answer
from quanheng.scoring.claims import Claim
from quanheng.scoring.formulas.qualitative import bands


@rule(
    code="SC106",
    name="qualitative-score-outside-band",
    title=Words("定性得分不在所选档次", "Qualitative score outside its band"),
    message=Words(
        "选定“{answer}”应得{low}至{high}分，得分填为{stated}分",
        "“{answer}” gives {low} to {high} points; the score is {stated}",
    ),
    severity=Severity.ERROR,
    basis=(
        ("财预〔2020〕10号", "第十六条"),
        ("practice", "省级财政信息系统的做法"),
    ),
    law=(
        "self_evaluation.qualitative_bands",
        "words.qualitative_answers",
        "self_evaluation.score_decimals",
    ),
)
def qualitative_score_outside_band(dossier: Dossier) -> Iterator[Hit | NotApplicable]:
    """A score lies outside the band of the chosen answer (定性指标档次).

    Why it matters:
        The answer and the score contradict each other.

    What it leaves alone:
        Rows without one of the three answers (VL205). Where more than one version of
        the bands may apply, as the lower edge of 60% or 50%, only a score outside
        all of them is reported. Scores above the weight (SC102) or below zero
        (SC103).
    """
    chosen = [claim for claim in dossier.claims if claim.row.band]
    if not chosen:
        yield not_applicable("无选定档次的定性指标", "no qualitative answer")
    for claim in chosen:
        answer = qualitative_answer(claim.reading.actual.raw, dossier.law)
        if answer and claim.is_within_weight:
            yield from _outside(claim, answer, dossier)


def _outside(claim: Claim, answer: Answer, dossier: Dossier) -> Iterator[Hit]:
    limits = bands(answer, claim.weight, dossier.law)
    if any(low <= claim.stated <= high for low, high in limits):
        return
    low, high = limits[0]
    yield Hit.on(
        claim.cell,
        {
            "answer": answer,
            "low": plain(low),
            "high": plain(high),
            "stated": plain(claim.stated),
        },
    )
