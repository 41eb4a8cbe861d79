"""The text that the authors of a report wrote themselves (自行撰写的文字)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.core.field import Field
from quanheng.core.report import Chapter, Project
from quanheng.language.comparison.shingles import shingles
from quanheng.language.patterns.document_numbers import without_citations
from quanheng.language.similarity import bare

OWN_CHAPTERS: Final = (
    Chapter.BASICS,
    Chapter.ANALYSIS,
    Chapter.EXPERIENCE,
    Chapter.PROBLEMS,
    Chapter.MEASURES,
)


def own_paragraphs(project: Project, shortest: Decimal) -> Iterator[Field]:
    """The paragraphs of chapters one and three to six (自行撰写的段落).

    Chapters with fewer than ``shortest`` characters are left out.
    """
    for chapter in OWN_CHAPTERS:
        paragraphs = tuple(project.paragraphs(chapter))
        if sum(len(bare(paragraph.raw)) for paragraph in paragraphs) >= shortest:
            yield from paragraphs


def paragraph_shingles(paragraph: Field) -> frozenset[int]:
    """The shingles of a paragraph without cited titles."""
    return shingles(without_citations(paragraph.raw))


def own_shingles(project: Project) -> frozenset[int]:
    """The shingles of a report's own text, without chapter two (文本片段)."""
    paragraphs = project.paragraphs(*OWN_CHAPTERS)
    return frozenset().union(*map(paragraph_shingles, paragraphs))
