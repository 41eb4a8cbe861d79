from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Hit,
    Severity,
    insufficient,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.scoring.claims import stated_sums

TOLERANCE = "self_evaluation.total_tolerance"
OTHER_OBJECTS = "words.other_scored_objects"


@rule(
    code="SC203",
    name="text-total-differs",
    title=Words("正文总分与附件表不一致", "Total in the text differs from the table"),
    message=Words(
        "正文总得分{stated}分与表中总分{table}分不一致",
        "the text gives a total of {stated}, the table {table}",
    ),
    variants={
        "sum": Words(
            "正文总得分{stated}分与表中各项得分之和{table}分不一致",
            "the text gives a total of {stated}; the scores add up to {table}",
        ),
    },
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "第二十一条"),),
    law=(
        TOLERANCE,
        OTHER_OBJECTS,
        "self_evaluation.execution_weight",
        "self_evaluation.execution_denominator",
        "self_evaluation.execution_steps",
        "self_evaluation.score_decimals",
    ),
)
def text_total_differs(dossier: Dossier) -> Iterator[Answer]:
    """The text and the table give different totals (正文总分).

    Why it matters:
        A report with two totals has no result; readers take the one they see.

    What it leaves alone:
        Scores of something else (部门整体, 上年, 复核); subtotals; a total in the head
        of the form (SC104). Without a total row the sum of the scores is compared; if a
        score can't be read: "insufficient data".
    """
    project, law = dossier.project, dossier.law
    text = project.stated_total if project.conclusion else None
    if project.conclusion is None or text is None or text.number is None:
        yield not_applicable("正文未写总分", "the text names no total")
        return
    if any(word in project.conclusion.raw for word in law.words(OTHER_OBJECTS)):
        return
    row = project.table_total.number if project.table_total else None
    sums = stated_sums(project, dossier.scorecard.rows, law) if row is None else (row,)
    if not sums:
        yield insufficient("表中无可读取的总分", "the table has no total")
        return
    if any(abs(text.number - sum_) <= law.number(TOLERANCE) for sum_ in sums):
        return
    yield Hit.on(
        text,
        {"stated": plain(text.number), "table": plain(sums[0])},
        also=(project.table_total.at,) if project.table_total else (),
        variant="" if row is not None else "sum",
    )
