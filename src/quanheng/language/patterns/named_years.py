"""Years that a text gives as the year of the evaluation (评价年度)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from quanheng.language.patterns.document_numbers import without_citations
from quanheng.language.words import any_of

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_CHINESE_YEAR: Final = re.compile(
    r"[二一][\u3007○零O0九][\u3007○零O0一二三四五六七八九]{2}年"
)
_QUALIFIED: Final = re.compile(
    r"(?<![\d—–\-~～至到])(?P<year>20\d{2})\s*年?度?"
    r"[^\d，。；：、,;:]{0,12}?"
    r"(?P<what>(?:绩效|自我)?(?:自评|评价)|(?:年度|绩效|总体)+目标)"
)
_SENTENCE: Final = re.compile(r"[^。；;\n]+")


@dataclass(frozen=True, slots=True)
class QualifiedYear:
    """A year with the words that it qualifies (评价年度的表述).

    Attributes:
        year: The year.
        words: The words from the year to what it qualifies: 2021年度绩效目标.
    """

    year: int
    words: str


def names_a_year(text: str) -> bool:
    """Whether a year stands anywhere in a text, in digits or Chinese numerals."""
    return bool(_YEAR.search(text) or _CHINESE_YEAR.search(text))


def qualified_years(text: str, other: tuple[str, ...]) -> Iterator[QualifiedYear]:
    """Years that qualify the evaluation or its goals (2021年度绩效目标).

    Args:
        text: Running text; cited titles and document numbers don't count.
        other: Words that show that a sentence is about another year.
    """
    if "20" not in text:
        return
    for sentence in _SENTENCE.findall(without_citations(text)):
        if any_of(other, sentence):
            continue
        for match in _QUALIFIED.finditer(sentence):
            yield QualifiedYear(int(match["year"]), match.group())
