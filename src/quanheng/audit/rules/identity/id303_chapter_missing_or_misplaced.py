from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.report import Chapter, Project, Section
from quanheng.language.words import any_of
from quanheng.law.book import Law

CHAPTERS = "layout.chapters"


@rule(
    code="ID303",
    name="chapter-missing-or-misplaced",
    title=Words("报告章节缺失或顺序错乱", "Chapter missing or out of order"),
    message=Words("报告缺少{chapters}，应补充", "the report lacks: {chapters}"),
    variants={
        "misplaced": Words(
            "“{chapter}”应置于“{next}”之前", "“{chapter}” belongs before “{next}”"
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(CHAPTERS,),
    judges_whole=True,
)
def chapter_missing_or_misplaced(dossier: Dossier) -> Iterator[Answer]:
    """A chapter (章) of the report's layout is missing or out of order.

    Why it matters:
        Reviewers and those who compile reports look for a thing in the same place.

    What it leaves alone:
        Bare forms and layouts without set chapters; two chapters under a heading
        that names both; a chapter renamed with its own words; annexes.

    Catalogue:
        Chapters are recognised by their words, as in reading, not by similarity.
    """
    project = dossier.project
    layout = _layout(project, dossier.law)
    chapters = [section for section in project.sections if section.level == 1]
    if not layout or len(chapters) < 2:
        yield not_applicable(
            "表式未规定章节或报告未分章",
            "the layout sets no chapters, or the report has none",
        )
        return
    missing = [
        words[0]
        for name, words in layout.items()
        if not _is_there(Chapter(name), words, chapters)
    ]
    if missing:
        place = chapters[-1].heading
        yield Hit.on(place, {"chapters": listed(f"“{title}”" for title in missing)})
    yield from _misplaced(list(layout), chapters)


def _layout(project: Project, law: Law) -> Mapping[str, Sequence[str]]:
    chapters = law.table(CHAPTERS).get(project.form)
    if not isinstance(chapters, Mapping):
        return {}
    return {
        name: tuple(str(word) for word in words)
        for name, words in chapters.items()
        if isinstance(words, Sequence)
    }


def _is_there(chapter: Chapter, words: Sequence[str], chapters: list[Section]) -> bool:
    return any(
        section.chapter is chapter or any_of(words, section.heading.raw)
        for section in chapters
    )


def _misplaced(order: list[str], chapters: list[Section]) -> Iterator[Hit]:
    known = [section for section in chapters if section.chapter.value in order]
    for before, section in pairwise(known):
        if order.index(section.chapter.value) < order.index(before.chapter.value):
            yield Hit.on(
                section.heading,
                {
                    "chapter": section.heading.raw.strip(),
                    "next": before.heading.raw.strip(),
                },
                also=(before.heading.at,),
                variant="misplaced",
            )
