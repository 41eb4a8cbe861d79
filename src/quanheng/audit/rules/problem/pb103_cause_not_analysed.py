from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import filled
from quanheng.core.report import Chapter
from quanheng.language.phrases.problems import problem_clauses
from quanheng.language.words import any_of

CAUSES: Final = "words.cause"
LACKS: Final = "words.lack_marks"
_ASKED: Final = "原因"


@rule(
    code="PB103",
    name="cause-not-analysed",
    title=Words("问题未分析原因", "Cause not analysed"),
    message=Words(
        "“{heading}”列出{count}个问题，未分析原因，应补充",
        "“{heading}” names {count} problems and no cause",
    ),
    severity=Severity.INFO,
    basis=(("财预〔2020〕10号", "第十一条"),),
    law=(CAUSES, LACKS),
    judges_whole=True,
)
def cause_not_analysed(dossier: Dossier) -> Iterator[Answer]:
    """The chapter asks for causes, but no problem has one (问题未分析原因).

    Why it matters:
        A measure can only fit a problem whose cause is known.

    What it leaves alone:
        Chapters whose title asks for no cause; a chapter that names no problem;
        causes in the deviation column.
    """
    project = dossier.project
    sections = project.chapter(Chapter.PROBLEMS)
    title = next((s.title for s in sections if _ASKED in s.title), "")
    paragraphs = [paragraph for s in sections for paragraph in s.paragraphs]
    if not title or not paragraphs:
        yield not_applicable("无要求分析原因的章节", "no chapter asks for causes")
        return
    text = "\n".join(paragraph.raw for paragraph in paragraphs)
    problems = problem_clauses(text, dossier.law.words(LACKS))
    explained = any(filled(row.reason) for row in project.indicators)
    if problems and not explained and not any_of(dossier.law.words(CAUSES), text):
        yield Hit.on(paragraphs[0], {"heading": title, "count": len(problems)})
