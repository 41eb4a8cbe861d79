"""Outlines: the sections of a narrative for goals, tables and results (提纲)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from quanheng.core.indicator import LevelOne
from quanheng.core.report import Chapter


@dataclass(frozen=True)
class Slot:
    """A section in the outline of a layout (栏目).

    Attributes:
        heading: The heading that the layout prints.
        level: Its level.
        chapter: Its chapter.
        words: Pattern of the headings that mean the same section.
        parent: The section above it.
    """

    heading: str
    level: int
    chapter: Chapter
    words: re.Pattern[str]
    parent: "Slot | None" = None

    def takes(self, heading: str, level: int, chapter: Chapter) -> bool:
        """Whether a section of a report is this section of the outline."""
        return (
            chapter is self.chapter
            and level >= self.level
            and self.words.search(heading) is not None
        )


@dataclass(frozen=True)
class Outline:
    """The sections of a layout's narrative, by content (提纲).

    Attributes:
        overview: The description of the project, in labelled paragraphs.
        budget: The budget table.
        period: The goal of the whole period.
        annual: The goal of the year.
        outcome: The outcome of the goals.
        performance: The sentence with total and grade.
        results: The indicator tables, by level-one category.
        reasons: The reasons for missed targets; None where only tables give them.
    """

    overview: Slot
    budget: Slot
    period: Slot
    annual: Slot
    outcome: Slot
    performance: Slot
    results: Mapping[LevelOne, Slot]
    reasons: Slot | None = None

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """All sections in printed order, each after its parents."""
        goals = (self.period, self.annual, self.outcome)
        named = (self.overview, self.budget, *goals, self.performance)
        found: dict[Slot, None] = {}
        reasons = (self.reasons,) if self.reasons else ()
        for slot in (*named, *self.results.values(), *reasons):
            found.update(dict.fromkeys(_line(slot)))
        return tuple(found)


def _line(slot: Slot) -> tuple[Slot, ...]:
    return (*_line(slot.parent), slot) if slot.parent else (slot,)


def place(heading: str, words: str, parent: Slot) -> Slot:
    """A section one level below another."""
    return Slot(heading, parent.level + 1, parent.chapter, re.compile(words), parent)


def chapter(heading: str, words: str, of: Chapter) -> Slot:
    """A section of level one."""
    return Slot(heading, 1, of, re.compile(words))


_BASICS: Final = chapter("一、项目的基本情况", "基本情况|概况", Chapter.BASICS)
_GOALS: Final = place("（三）项目绩效目标", "目标", _BASICS)
_PERFORMANCE: Final = chapter("二、项目绩效情况", "绩效|自评|评价", Chapter.PERFORMANCE)

REPORT_OUTLINE: Final = Outline(
    overview=place("（一）项目概况", "概况", _BASICS),
    budget=place("（二）预算执行情况", "预算|资金|经费", _BASICS),
    period=place("1.项目实施期绩效目标", "实施期", _GOALS),
    annual=place("2.项目年度目标", "年度", _GOALS),
    outcome=place("3.实际完成情况", "完成", _GOALS),
    performance=_PERFORMANCE,
    results={
        LevelOne.EXECUTION: place("（一）预算执行情况", "预算|执行|资金", _PERFORMANCE),
        LevelOne.COST: place("（二）项目成本情况", "成本", _PERFORMANCE),
        LevelOne.OUTPUT: place("（二）项目产出情况", "产出", _PERFORMANCE),
        LevelOne.BENEFIT: place("（三）项目效益情况", "效益|效果", _PERFORMANCE),
        LevelOne.SATISFACTION: place("（四）项目满意度情况", "满意", _PERFORMANCE),
    },
)
"""The chapters of a project report (报告提纲)."""
