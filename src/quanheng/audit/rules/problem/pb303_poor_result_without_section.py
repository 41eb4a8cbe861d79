from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, text_of
from quanheng.core.quantity import plain
from quanheng.core.report import Chapter
from quanheng.language.words import any_of
from quanheng.scoring.total import GRADE_BOUNDS, grades_of

CAUSES: Final = "words.cause"
MEASURES: Final = "words.measure_marks"
_POOR: Final = frozenset({"差"})


@rule(
    code="PB303",
    name="poor-result-without-section",
    title=Words("评价等级为差未专门说明", "Poor result without its own explanation"),
    message=Words(
        "总分{total}分，等级为“差”，未说明原因和改进措施，应补充",
        "a total of {total} points is poor, and neither cause nor measure is given",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第二十六条"),),
    law=(GRADE_BOUNDS, CAUSES, MEASURES),
    judges_whole=True,
)
def poor_result_without_section(dossier: Dossier) -> Iterator[Answer]:
    """Nothing in the report explains a poor total (低分未说明).

    Why it matters:
        A poor result needs an explanation of its own, with cause and measures.

    What it leaves alone:
        Totals that are poor in one version of the law only; a low execution rate,
        which the budget rules report; cause and measures in the deviation column.
    """
    total, project = dossier.scorecard.stated_total, dossier.project
    if total is None:
        yield not_applicable("无总分", "there is no total")
        return
    if grades_of(total, dossier.law) != _POOR:
        return
    texts = [p.raw for p in project.paragraphs(Chapter.PROBLEMS, Chapter.MEASURES)]
    texts += [text_of(row.reason) for row in project.indicators]
    text = "\n".join(texts)
    causes, measures = dossier.law.words(CAUSES), dossier.law.words(MEASURES)
    if not (any_of(causes, text) and any_of(measures, text)):
        place = project.total or Field("", project.at)
        yield Hit.on(place, {"total": plain(total)})
