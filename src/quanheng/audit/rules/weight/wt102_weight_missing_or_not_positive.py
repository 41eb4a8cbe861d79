from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    NO_INDICATORS,
    Answer,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.field import filled, text_of

ZERO_ALLOWED = "self_evaluation.zero_weight_allowed"


@rule(
    code="WT102",
    name="weight-missing-or-not-positive",
    title=Words("权重未填写、为零或为负", "Weight blank, zero or negative"),
    message=Words(
        "“{name}”得分{score}分，但未填写权重，应补充",
        "“{name}” has a score of {score} but no weight",
    ),
    variants={
        "not_positive": Words(
            "“{name}”的权重为“{weight}”，应大于0",
            "the weight of “{name}” is “{weight}”; it should be above 0",
        )
    },
    severity=Severity.ERROR,
    basis=(("practice", "省级财政信息系统的做法"),),
    law=(ZERO_ALLOWED,),
)
def weight_missing_or_not_positive(dossier: Dossier) -> Iterator[Answer]:
    """The weight of a scored row is blank, zero or negative (权重).

    Why it matters:
        A row without a weight is not part of the 100 points, so its score comes from
        nowhere.

    What it leaves alone:
        Rows that are not scored (不适用, 其中：…); forms without a weight column; a
        weight that can't be read (WT101); a weight of zero where local rules allow
        it.
    """
    rows = [row.indicator for row in dossier.scorecard.rows if row.indicator]
    if not dossier.project.indicators:
        yield NO_INDICATORS
        return
    if all(row.weight is None for row in rows):
        yield not_applicable("表中无权重栏", "the form has no weights")
        return
    versions = dossier.law.versions(ZERO_ALLOWED)
    zero_allowed = any(version.value is True for version in versions)
    for row in rows:
        if not filled(row.weight):
            yield Hit(
                at=row.weight.at if row.weight else row.at,
                quote=text_of(row.weight),
                says={"name": row.title, "score": text_of(row.score)},
            )
            continue
        number = row.weight.number if row.weight else None
        if number is not None and (number < 0 or (number == 0 and not zero_allowed)):
            weight = text_of(row.weight)
            yield Hit(
                at=row.weight.at if row.weight else row.at,
                quote=weight,
                says={"name": row.title, "weight": weight},
                variant="not_positive",
            )
