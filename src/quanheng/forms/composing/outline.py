"""The places of the narrative that hold goals, tables and results (报告提纲)."""

import re
from dataclasses import dataclass
from typing import Final

from quanheng.core.indicator import LevelOne
from quanheng.core.report import Chapter


@dataclass(frozen=True)
class Slot:
    """A place in the narrative (栏目).

    Attributes:
        heading: The heading that the layout prints.
        level: Its level.
        chapter: Its chapter.
        words: What a heading of the same place says, however it is worded.
        parent: The place that it stands under.
    """

    heading: str
    level: int
    chapter: Chapter
    words: re.Pattern[str]
    parent: "Slot | None" = None

    def takes(self, heading: str, level: int, chapter: Chapter) -> bool:
        """Whether a section with such a heading stands at this place."""
        return (
            chapter is self.chapter
            and level >= self.level
            and self.words.search(heading) is not None
        )


def _slot(heading: str, words: str, parent: Slot) -> Slot:
    return Slot(heading, parent.level + 1, parent.chapter, re.compile(words), parent)


BASICS: Final = Slot(
    "一、项目的基本情况", 1, Chapter.BASICS, re.compile("基本情况|概况")
)
OVERVIEW: Final = _slot("（一）项目概况", "概况", BASICS)
BUDGET: Final = _slot("（二）预算执行情况", "预算|资金|经费", BASICS)
GOALS: Final = _slot("（三）项目绩效目标", "目标", BASICS)
PERIOD: Final = _slot("1.项目实施期绩效目标", "实施期", GOALS)
ANNUAL: Final = _slot("2.项目年度目标", "年度", GOALS)
OUTCOME: Final = _slot("3.实际完成情况", "完成", GOALS)
PERFORMANCE: Final = Slot(
    "二、项目绩效情况", 1, Chapter.PERFORMANCE, re.compile("绩效|自评|评价")
)
RESULTS: Final = {
    LevelOne.EXECUTION: _slot("（一）预算执行情况", "预算|执行|资金", PERFORMANCE),
    LevelOne.COST: _slot("（二）项目成本情况", "成本", PERFORMANCE),
    LevelOne.OUTPUT: _slot("（二）项目产出情况", "产出", PERFORMANCE),
    LevelOne.BENEFIT: _slot("（三）项目效益情况", "效益|效果", PERFORMANCE),
    LevelOne.SATISFACTION: _slot("（四）项目满意度情况", "满意", PERFORMANCE),
}
OUTLINE: Final = (
    BASICS,
    OVERVIEW,
    BUDGET,
    GOALS,
    PERIOD,
    ANNUAL,
    OUTCOME,
    PERFORMANCE,
    *RESULTS.values(),
)
"""All places in printed order."""
