from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.report import Chapter
from quanheng.language.clauses import sentences
from quanheng.language.words import any_of, those_in
from quanheng.scoring.scorecard import RowScore

ALL_DONE: Final = "words.all_done"
LIMITS: Final = "words.limits"
_CHAPTERS: Final = (Chapter.PERFORMANCE, Chapter.ANALYSIS)
_SHOWN: Final = 3


@rule(
    code="CS102",
    name="text-claims-all-done",
    title=Words(
        "正文表述全部完成但表中有未完成指标", "Text claims all done, table does not"
    ),
    message=Words(
        "正文表述为“{claim}”，表中“{rows}”未达到目标，两处应一致",
        "the text claims “{claim}”, yet “{rows}” missed the target in the table",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第二十一条"),),
    law=(ALL_DONE, LIMITS),
)
def text_claims_all_done(dossier: Dossier) -> Iterator[Answer]:
    """The text claims that all was reached, but a target was missed (均已完成).

    Why it matters:
        Whoever reads only the text believes what the table denies.

    What it leaves alone:
        A claim that is limited or denied (除…外, 基本完成); the execution rate; rows
        that lose points by judgement only.
    """
    paragraphs = tuple(dossier.project.paragraphs(*_CHAPTERS))
    if not paragraphs or not dossier.scorecard.rows:
        yield not_applicable(
            "无绩效文字或指标表", "there is no narrative or no indicators"
        )
        return
    missed = [row for row in dossier.scorecard.rows if _is_missed(row)]
    claims, limits = dossier.law.words(ALL_DONE), dossier.law.words(LIMITS)
    for paragraph in paragraphs if missed else ():
        for sentence in sentences(paragraph.raw):
            claim = those_in(claims, sentence)
            if claim and not any_of(limits, sentence.replace(claim[0], "")):
                yield Hit.on(
                    paragraph,
                    {
                        "claim": claim[0],
                        "rows": listed(_title(row) for row in missed[:_SHOWN]),
                    },
                    also=tuple(row.indicator.at for row in missed if row.indicator),
                )


def _is_missed(row: RowScore) -> bool:
    return (
        not row.is_execution
        and row.band is None
        and row.weight is not None
        and row.recomputed is not None
        and row.recomputed < row.weight
    )


def _title(row: RowScore) -> str:
    return row.indicator.title if row.indicator else row.name
