from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.recomputed import is_all_backed
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.report import Chapter
from quanheng.evidence.bindings.limits import TOLERANCES
from quanheng.language.similarity import bare
from quanheng.scoring.inflation import are_all_full

NO_PROBLEM: Final = "words.no_problem"


@rule(
    code="PB101",
    name="problems-empty",
    title=Words("存在问题未填写或仅写“无”", 'Problems chapter empty or "none"'),
    message=Words(
        "“{heading}”未填写，应列明问题，或说明无问题的依据",
        "“{heading}” is empty; it should name problems or the ground for having none",
    ),
    variants={
        "none": Words(
            "“{heading}”仅写“{text}”，应列明问题，或说明无问题的依据",
            "“{heading}” only says “{text}”; it should name problems or the ground for "
            "having none",
        )
    },
    severity=Severity.INFO,
    basis=(
        ("财预〔2020〕10号", "第十一条"),
        ("practice", "已公开自评报告中的常见问题"),
    ),
    law=(NO_PROBLEM, *TOLERANCES),
    judges_whole=True,
)
def problems_empty(dossier: Dossier) -> Iterator[Answer]:
    """The chapter on problems is empty or denies any (存在问题为空).

    Why it matters:
        Projects without any problem are rare; this chapter is where lessons are drawn.

    What it leaves alone:
        Forms without the chapter; full marks where registers give every actual.
    """
    sections = dossier.project.chapter(Chapter.PROBLEMS)
    if not sections:
        yield not_applicable("无存在问题章节", "there is no such chapter")
        return
    if are_all_full(dossier.scorecard) and is_all_backed(dossier):
        return
    heading = sections[0].heading
    paragraphs = [paragraph for s in sections for paragraph in s.paragraphs]
    text = bare("".join(paragraph.raw for paragraph in paragraphs))
    says = {"heading": sections[0].title}
    if not text:
        yield Hit.on(heading, says)
    elif text in dossier.law.words(NO_PROBLEM):
        yield Hit.on(paragraphs[0], {**says, "text": text}, variant="none")
