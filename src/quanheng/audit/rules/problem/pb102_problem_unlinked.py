from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.losses import NO_DEVIATION, Loss, losses
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import text_of
from quanheng.core.report import Chapter
from quanheng.language.phrases.problems import problem_clauses
from quanheng.language.phrases.reasons import is_empty_reason
from quanheng.language.words import any_of, longest_first

LACKS: Final = "words.lack_marks"
EMPTY: Final = ("words.empty_reasons", "words.empty_measures", "words.generic")
SPENDING = "words.spending"
_SMALLEST: Final = Decimal("0.5")
_SHOWN: Final = 3


@rule(
    code="PB102",
    name="problem-unlinked",
    title=Words("问题与扣分指标不对应", "Problems unlinked to deducted rows"),
    message=Words(
        "{rows}扣分但未说明原因，存在问题部分也未提及，应补充",
        "{rows} lost points without a reason, and the problems don't mention it",
    ),
    severity=Severity.INFO,
    basis=(("财预〔2020〕10号", "第十一条"),),
    law=(
        "self_evaluation.score_tolerance",
        NO_DEVIATION,
        LACKS,
        SPENDING,
        *EMPTY,
        "words.topics",
    ),
    judges_whole=True,
)
def problem_unlinked(dossier: Dossier) -> Iterator[Answer]:
    """No problem explains the rows that lost points (问题与扣分脱节).

    Why it matters:
        What lost points is the very problem that the report should discuss.

    What it leaves alone:
        Losses below half a point; a loss explained in its own row; points that the
        formula gives (SC101); a chapter that names no problem (PB101).
    """
    project, law = dossier.project, dossier.law
    paragraphs = tuple(project.paragraphs(Chapter.PROBLEMS))
    text = "\n".join(paragraph.raw for paragraph in paragraphs)
    if not problem_clauses(text, law.words(LACKS)):
        yield not_applicable("无列出问题的章节", "no chapter names any problem")
        return
    empty = longest_first(tuple(w for name in EMPTY for w in law.words(name)))
    unlinked = [
        loss
        for loss in losses(dossier.scorecard.rows, law)
        if loss.lost >= _SMALLEST
        and not loss.is_due
        and is_empty_reason(loss.reason, empty)
        and not _is_mentioned(dossier, loss, text)
    ]
    if unlinked:
        names = [f"“{loss.indicator.title}”" for loss in unlinked[:_SHOWN]]
        yield Hit.on(
            paragraphs[0],
            {"rows": listed(names)},
            also=tuple(loss.score.at for loss in unlinked),
        )


def _is_mentioned(dossier: Dossier, loss: Loss, text: str) -> bool:
    if loss.indicator.is_execution:
        return any_of(dossier.law.words(SPENDING), text)
    name = text_of(dossier.project.name)
    return dossier.subjects.singles_out(loss.indicator.title, text, name)
