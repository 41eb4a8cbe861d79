"""The running text of a report: chapters, overview, conclusion (报告正文)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from quanheng.core.field import Field
from quanheng.core.field_codes import without_bookmarks
from quanheng.core.report import Chapter, Overview, Section
from quanheng.document.headings import LONGEST_NUMBERED
from quanheng.forms.labels import label_key, load_yaml, meaning
from quanheng.forms.recognising.goals import GoalReading
from quanheng.language.folding import folded, printed_as

_SENTENCE: Final = re.compile(r"[^。\n]+。?")
_TOTAL: Final = re.compile(
    r"(?<!扣)(?:总得分|总评分|总分|综合得分|综合评分|最终得分|评价分|自评分|自评得分|得分|评分)"
    r"(?:数|值|结果)?(?:为|是|达到?|:|共)*\s*(\d{1,3}(?:\.\d+)?)\s*分"
)
_REACH: Final = 500
"""No sentence that concludes is longer."""
_PART: Final = re.compile(
    r"(?:指标|[一二三]级|[该此本]项(?!目)|产出|效益|效果|满意度|执行率?|数量|质量|时效|成本|"
    r"决策|过程|管理|投入|上年|去年)[^,，。;；]{0,6}$"
)
"""What stands before the score of a part."""
_GRADE: Final = re.compile(
    r"(?:属于|等级|级别|等次|评为|评定为|评级|结果)(?:为|是|:)*\s*[\"“”'‘’「]?"
    r"(优秀|优|良好|良|中等|中|一般|差|不合格|合格)"
)
_PROJECT: Final = re.compile(
    r"([^，,。；;：:\s\"“”]{2,60}?项目)"
    r"(?:支出)?(?:绩效)?(?:自评|自我评价|评价|综合|总?得分)"
)
_GENERIC_NAME: Final = re.compile(
    r".*(?:部门预算|财政支出|预算支出|本|该|专项资金)项目"
)


def plain(text: str) -> str:
    """A line without the traces of bookmarks that text dumps carry."""
    return without_bookmarks(text).strip()


@cache
def _words() -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    catalogue = load_yaml("quanheng.forms.recognising", "narrative.yaml")
    return {
        group: tuple((name, re.compile(words)) for name, words in parts.items())
        for group, parts in catalogue.items()
    }


def chapter_of(heading: str) -> Chapter:
    """What a chapter is about, by the words of its heading."""
    for name, words in _words()["chapters"]:
        if words.search(heading):
            return Chapter(name)
    return Chapter.OTHER


class NarrativeReading:
    """The narrative of one project while it is being read."""

    def __init__(self) -> None:
        self._sections: list[tuple[Field, int, Chapter, list[Field]]] = []
        self._chapter: Chapter | None = None

    @property
    def begun(self) -> bool:
        """Whether a heading has been met."""
        return any(level for _, level, _, _ in self._sections)

    def add_heading(self, text: Field, level: int) -> None:
        """Begin a section; those below level 1 belong to the chapter above."""
        chapter = chapter_of(plain(text.raw))
        if level > 1 and self._chapter is not None:
            chapter = self._chapter
        elif level == 1:
            self._chapter = chapter
        self._sections.append((text, level, chapter, []))

    def add_paragraph(self, text: Field) -> None:
        """Add body text to the section that is open."""
        if not self._sections:
            self._sections.append((Field("", text.at), 0, Chapter.OTHER, []))
        self._sections[-1][3].append(text)

    def sections(self) -> tuple[Section, ...]:
        """The sections in printed order."""
        return tuple(
            Section(heading, level, chapter, tuple(paragraphs))
            for heading, level, chapter, paragraphs in self._sections
        )


def overview_of(sections: Iterable[Section]) -> Overview:
    """The labelled paragraphs (项目概况：…), label taken off."""
    found: dict[str, Field] = {}
    for section in sections:
        for paragraph in section.paragraphs:
            label, mark, text = paragraph.raw.replace(":", "：", 1).partition("：")
            if mark and (name := _overview_part(label)):
                found.setdefault(name, Field(text.strip(), paragraph.at))
    return Overview(**found)


def _overview_part(label: str) -> str | None:
    key = label_key(label) if len(label) <= LONGEST_NUMBERED else ""
    words = _words()["overview"]
    return next((name for name, word in words if word.fullmatch(key)), None)


def take_goals(sections: Iterable[Section], reading: GoalReading) -> None:
    """Goals that stand as text below a heading of their own."""
    for section in sections:
        name = meaning("goal", plain(section.heading.raw))
        if name and section.paragraphs:
            at = section.paragraphs[0].at
            reading.put(name, Field(section.text, at))


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What the concluding sentence says (评价结论)."""

    sentence: Field | None = None
    total: Field | None = None
    grade: Field | None = None
    name: Field | None = None


def paragraphs_of(sections: Iterable[Section]) -> list[Field]:
    """The paragraphs of all sections, in order."""
    return [text for section in sections for text in section.paragraphs]


def conclusion_of(paragraphs: Iterable[Field]) -> Conclusion:
    """The first sentence that states total and grade, else the first with a total."""
    lone = Conclusion()
    for paragraph in paragraphs:
        for match in _SENTENCE.finditer(paragraph.raw):
            found = _conclusion(Field(match[0].strip(), paragraph.at))
            if found.total and found.grade:
                return found
            if found.total and lone.total is None and _is_overall(match[0]):
                lone = replace(found, grade=_grade(paragraph))
    return lone


def _is_overall(sentence: str) -> bool:
    plain = folded(sentence)
    return any(word in plain for word in ("总得分", "总分", "综合", "最终得分"))


def _conclusion(sentence: Field) -> Conclusion:
    plain = folded(sentence.raw[:_REACH])
    totals = (m for m in _TOTAL.finditer(plain) if not _PART.search(plain[: m.start()]))
    total = next(totals, None)
    if total is None:
        return Conclusion()
    return Conclusion(
        sentence,
        Field(total[1], sentence.at),
        _grade(sentence),
        project_name(sentence),
    )


def _grade(text: Field) -> Field | None:
    match = _GRADE.search(folded(text.raw))
    return Field(printed_as(text.raw, match[1]), text.at) if match else None


def project_name(text: Field) -> Field | None:
    """The project that a sentence or title names: …项目绩效自评…."""
    match = _PROJECT.search(folded(text.raw))
    if match is None or _GENERIC_NAME.fullmatch(match[1]):
        return None
    return Field(printed_as(text.raw, match[1]), text.at)
