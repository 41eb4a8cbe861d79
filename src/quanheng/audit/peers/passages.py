"""The text of a report that its writers wrote themselves (自行撰写的文字)."""

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

    Args:
        project: The report.
        shortest: Characters below which a chapter says too little to be a copy.
    """
    for chapter in OWN_CHAPTERS:
        paragraphs = tuple(project.paragraphs(chapter))
        if sum(len(bare(paragraph.raw)) for paragraph in paragraphs) >= shortest:
            yield from paragraphs


def paragraph_shingles(paragraph: Field) -> frozenset[int]:
    """The stretches of a paragraph, cited titles left out."""
    return shingles(without_citations(paragraph.raw))


def own_shingles(project: Project) -> frozenset[int]:
    """The stretches of a report's own text, chapter two left out (文本片段)."""
    paragraphs = project.paragraphs(*OWN_CHAPTERS)
    return frozenset().union(*map(paragraph_shingles, paragraphs))
