from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.core.report import Chapter, Project, Section
from quanheng.language.words import any_of

SHORTEST: Final = "self_evaluation.min_analysis_length"
REFERENCES: Final = "words.references"


@rule(
    code="CS201",
    name="analysis-too-short",
    title=Words("分析章节过短", "Analysis section too short"),
    message=Words(
        "绩效分析不足{least}字（{sections}），应补充完成情况及依据",
        "analysis below {least} characters: {sections}; it should say what was done "
        "and how it is known",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(SHORTEST, REFERENCES),
    judges_whole=True,
)
def analysis_too_short(dossier: Dossier) -> Iterator[Answer]:
    """Sections of the analysis that are too short to analyse (分析章节过短).

    Why it matters:
        A figure alone says neither why it was reached nor what it is worth.

    What it leaves alone:
        Forms without a chapter of analysis; a section without any text, which may
        hold a table; one that refers to where its analysis is; the words below a
        heading that has sections of its own.
    """
    sections = [s for s in dossier.project.chapter(Chapter.ANALYSIS) if s.paragraphs]
    if not sections:
        yield not_applicable("无绩效分析章节", "there is no chapter of analysis")
        return
    least = dossier.law.number(SHORTEST)
    references = dossier.law.words(REFERENCES)
    short = [
        section
        for section in sections
        if _length(section) < least
        and not any_of(references, section.text)
        and not _opens_others(section, dossier.project)
    ]
    if short:
        yield Hit.on(
            short[0].paragraphs[0],
            {"least": plain(least), "sections": _lengths(short)},
            also=tuple(section.paragraphs[0].at for section in short[1:]),
        )


def _lengths(sections: list[Section]) -> Words:
    lengths = [(section.title, _length(section)) for section in sections]
    return Words(
        "、".join(f"{title or '正文'}{length}字" for title, length in lengths),
        ", ".join(f"“{title or 'the text'}” has {length}" for title, length in lengths),
    )


def _length(section: Section) -> int:
    return len("".join(section.text.split()))


def _opens_others(section: Section, project: Project) -> bool:
    """Whether the next heading is of a lower level than that of the section."""
    place = project.sections.index(section) + 1
    following = project.sections[place : place + 1]
    return any(other.level > section.level > 0 for other in following)
