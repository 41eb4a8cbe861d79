from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import filled, text_of
from quanheng.core.indicator import Indicator

NOT_APPLICABLE = "words.not_applicable"
_NONE = "无"


@rule(
    code="VL301",
    name="actual-missing",
    title=Words("未填写业绩值", "Actual value missing"),
    message=Words(
        "“{name}”未填写业绩值，权重{weight}分，应补充",
        "“{name}” ({weight} points) has no actual",
    ),
    variants={
        "scored": Words(
            "“{name}”未填写业绩值，但填有得分{score}分",
            "“{name}” has no actual but a score of {score}",
        )
    },
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    law=(NOT_APPLICABLE,),
    needs_indicators=True,
)
def actual_missing(dossier: Dossier) -> Iterator[Answer]:
    """A scored row has no actual (业绩值).

    Why it matters:
        Points without a result can't be checked.

    What it leaves alone:
        Rows marked 不适用; a value of zero, and 无 where the target is 无 or zero; a
        group row whose sub-rows hold the actuals; a form without that column or
        without any actual yet.
    """
    if not any(filled(row.actual) for row in dossier.project.indicators):
        yield not_applicable(
            "业绩值一栏未填报", "the column of actuals is not filled in"
        )
        return
    marks = dossier.law.words(NOT_APPLICABLE)
    for row in _scored_rows(dossier):
        texts = (text_of(row.actual), text_of(row.reason), text_of(row.target))
        if filled(row.actual) or any(text.startswith(marks) for text in texts):
            continue
        if _answers_none(row):
            continue
        place = row.actual or row.name
        yield Hit.on(
            place,
            {
                "name": row.title,
                "weight": text_of(row.weight) or "—",
                "score": text_of(row.score),
            },
            variant="scored" if filled(row.score) else "",
        )


def _scored_rows(dossier: Dossier) -> Iterator[Indicator]:
    """The scored rows, except those whose sub-rows hold the actuals."""
    rows = dossier.project.indicators
    scored = {id(row.indicator) for row in dossier.scorecard.rows}
    for row, after in zip(rows, (*rows[1:], None), strict=True):
        heads_sub_rows = (
            after is not None and id(after) not in scored and filled(after.actual)
        )
        if id(row) in scored and not heads_sub_rows:
            yield row


def _answers_none(row: Indicator) -> bool:
    """Whether 无 is the actual for a target of none: 重大事故 无."""
    if text_of(row.actual) != _NONE or row.target is None:
        return False
    return _NONE in row.target.raw or row.target.number == 0
