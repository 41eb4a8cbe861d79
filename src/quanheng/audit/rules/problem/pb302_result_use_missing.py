from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.report import Section
from quanheng.language.words import any_of

LAYOUT: Final = "words.result_use_layout"


@rule(
    code="PB302",
    name="result-use-missing",
    title=Words("未说明结果应用和公开情况", "Use and disclosure of results missing"),
    message=Words(
        "报告缺少“绩效自评结果拟应用和公开情况”部分，应补充",
        "the report has no chapter on the use and disclosure of its results",
    ),
    variants={
        "empty": Words(
            "“{heading}”未填写，应写明结果如何应用和公开",
            "“{heading}” is empty; it should say how results are used and disclosed",
        ),
    },
    severity=Severity.INFO,
    basis=(("practice", "已公开自评报告中的常见问题"),),
    law=(LAYOUT,),
    judges_whole=True,
)
def result_use_missing(dossier: Dossier) -> Iterator[Answer]:
    """A transfer-payment report does not say how its results are used (结果应用).

    Why it matters:
        A result that nobody uses or sees changes nothing.

    What it leaves alone:
        Layouts without the chapter, recognised by their other chapters; the same
        content under another heading.
    """
    words = dossier.law.word_groups(LAYOUT)
    sections = dossier.project.sections
    chapters = [number for number, s in enumerate(sections) if s.level == 1]
    if not any(any_of(words["layout"], sections[n].title) for n in chapters):
        yield not_applicable(
            "不是转移支付自评报告", "this is no transfer-payment report"
        )
        return
    found = [n for n, s in enumerate(sections) if any_of(words["chapter"], s.title)]
    if not found:
        heading = sections[chapters[-1]].heading
        yield Hit.on(heading)
    elif not _is_written(sections, found[0]):
        heading = sections[found[0]].heading
        yield Hit.on(heading, {"heading": sections[found[0]].title}, variant="empty")


def _is_written(sections: Sequence[Section], start: int) -> bool:
    """Whether the section or one below it has text."""
    if sections[start].paragraphs:
        return True
    for section in sections[start + 1 :]:
        if section.level <= sections[start].level:
            return False
        if section.paragraphs:
            return True
    return False
