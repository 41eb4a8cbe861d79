"""SC106 qualitative-score-outside-band (定性得分不在所选档次)."""

from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, NotApplicable, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.scoring.qualitative import bands
from quanheng.scoring.scorecard import RowScore
from quanheng.scoring.words import qualitative_answer


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
    law=("self_evaluation.qualitative_bands", "words.qualitative_answers"),
)
def qualitative_score_outside_band(dossier: Dossier) -> Iterator[Answer]:
    """A score lies outside the band of the answer that the row chose (定性指标档次).

    Why it matters:
        The answer and the score say two things about one result.

    What it leaves alone:
        Rows without one of the three answers (VL205). Where more than one version of
        the bands may apply, as the lower edge of 60% or 50%, only a score outside
        all of them is reported. Scores above the weight (SC102) or below zero
        (SC103).
    """
    rows = [
        row for row in dossier.scorecard.rows if row.band and row.stated is not None
    ]
    if not rows:
        yield NotApplicable(Words("没有选定档次的定性指标", "no qualitative answer"))
    for row in rows:
        yield from _outside(row, dossier)


def _outside(row: RowScore, dossier: Dossier) -> Iterator[Answer]:
    if row.reading is None or row.weight is None or row.stated is None:
        return
    answer = qualitative_answer(row.reading.actual.raw, dossier.law)
    if answer is None or row.score is None or not 0 <= row.stated <= row.weight:
        return
    limits = bands(answer, row.weight, dossier.law)
    if any(low <= row.stated <= high for low, high in limits):
        return
    low, high = limits[0]
    yield Hit(
        at=row.at,
        quote=row.score.raw,
        says={
            "answer": answer,
            "low": plain(low),
            "high": plain(high),
            "stated": plain(row.stated),
        },
    )
