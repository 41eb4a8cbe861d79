import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.expression import Wording
from quanheng.core.indicator import LevelOne
from quanheng.core.report import Chapter, Project, Section
from quanheng.language.patterns.figures import has_data
from quanheng.language.words import any_of

REFERENCES: Final = "words.references"
PROOF: Final = "words.proof_words"
_OUTPUT: Final = re.compile("产出")
_BENEFIT: Final = re.compile("效益|效果|成效")


@rule(
    code="CS202",
    name="analysis-without-data",
    title=Words("分析缺少数据支撑", "Analysis without data"),
    message=Words(
        "“{sections}”缺少数据支撑，应补充说明完成数量和实际效果",
        "no figure in “{sections}”; what was done and reached should stand there",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(REFERENCES, PROOF),
    judges_whole=True,
)
def analysis_without_data(dossier: Dossier) -> Iterator[Answer]:
    """The analysis of output or benefit holds no figure (分析缺少数据).

    Why it matters:
        An analysis without data repeats that all went well and proves nothing.

    What it leaves alone:
        A section that refers to its table or attachment; benefits that are qualitative
        in the form too, with a proof (an award, a survey, a document). Years, dates and
        numbering are no data.
    """
    sections = [
        section
        for section in dossier.project.chapter(Chapter.ANALYSIS)
        if section.paragraphs
        and (_OUTPUT.search(section.title) or _BENEFIT.search(section.title))
    ]
    if not sections:
        yield not_applicable(
            "无产出或效益分析", "there is no analysis of output or benefit"
        )
        return
    empty = [section for section in sections if not _has_data(dossier, section)]
    if empty:
        yield Hit.on(
            empty[0].paragraphs[0],
            {"sections": listed(section.title for section in empty)},
            also=tuple(section.paragraphs[0].at for section in empty[1:]),
        )


def _has_data(dossier: Dossier, section: Section) -> bool:
    text = section.text
    if has_data(text) or any_of(dossier.law.words(REFERENCES), text):
        return True
    return (
        _BENEFIT.search(section.title) is not None
        and _benefits_in_words(dossier.project)
        and ("《" in text or any_of(dossier.law.words(PROOF), text))
    )


def _benefits_in_words(project: Project) -> bool:
    benefits = [r for r in project.indicators if r.level_one is LevelOne.BENEFIT]
    return all(r.target and isinstance(r.target.value, Wording) for r in benefits)
