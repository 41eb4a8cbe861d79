"""Indicators that stand in sentences: first the target, then the actual value."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable, Section, TableShape
from quanheng.forms.labels import meaning

_ITEM: Final = re.compile(r"[^。；;\n]+")
_LEAD: Final = re.compile(
    r"\s*(?:第[一二三四五六七八九十]+[，,、]|[（(]?\d{1,2}[）)]?[.．、]|[①-⑳])?\s*"
)
_CATEGORY: Final = re.compile(r"(\S{2,16}?指标)[:：]")
_IS: Final = r"\s*(?:为|是|：|:)?\s*"
_SENTENCE: Final = re.compile(
    r"(?P<name>[^，,：:]{2,60}?)[，,]?"
    r"(?:年初|年度|预期|计划|设定|初)*(?:指标|目标)值"
    + _IS
    + r"(?P<target>[^，,]+)[，,]"
    r"(?:全年|年度|截至年底)?实际(?:完成(?:值|情况)?)?" + _IS + r"(?P<actual>[^，,]+)"
    r"(?:[，,].{0,4}得分" + _IS + r"(?P<score>\d+(?:\.\d+)?分?))?.*"
)


def indicators_in(sections: Iterable[Section]) -> IndicatorTable | None:
    """The indicators that sentences of the narrative state, None where none do."""
    rows = tuple(
        row
        for section in sections
        for paragraph in section.paragraphs
        for row in _in_paragraph(paragraph)
    )
    if not rows:
        return None
    return IndicatorTable(rows, at=rows[0].at, shape=TableShape.LINES)


def _in_paragraph(paragraph: Field) -> Iterator[Indicator]:
    level2: Field | None = None
    for item in _ITEM.finditer(paragraph.raw):
        text = _LEAD.sub("", item[0], count=1)
        if category := _CATEGORY.match(text):
            level2 = Field(category[1], paragraph.at)
            text = _LEAD.sub("", text[category.end() :], count=1)
        if match := _SENTENCE.fullmatch(text.strip()):
            yield _indicator(match, level2, paragraph)


def _indicator(
    match: re.Match[str], level2: Field | None, paragraph: Field
) -> Indicator:
    score = Field(match["score"], paragraph.at) if match["score"] else None
    if level2 and meaning("category", level2.raw) == "level1":
        level1, level2 = level2, None
    else:
        level1 = None
    return Indicator(
        name=Field(match["name"].strip(), paragraph.at),
        level1=level1,
        level2=level2,
        target=Field(match["target"].strip(), paragraph.at),
        actual=Field(match["actual"].strip(), paragraph.at),
        score=score,
        at=paragraph.at,
    )
