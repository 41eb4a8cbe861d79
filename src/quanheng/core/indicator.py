"""Performance indicators with target, actual and score (绩效指标)."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.field import Field, Remark, text_of
from quanheng.core.source import WHOLE_FILE, Source

LEVEL_ONE: Final = Words("一级指标", "level one")
LEVEL_TWO: Final = Words("二级指标", "level two")
LEVEL_THREE: Final = Words("三级指标", "level three")
"""The levels of the table, as messages name them (指标层级)."""
TO_JUDGE: Final = "需人工判断"
"""Stands in our workbooks for a score that no formula can compute; it is no score and
is never printed in a form."""


class Category(StrEnum):
    """A category of indicators; the value is the stem of its printed label (类别)."""

    @property
    def words(self) -> Words:
        """The category as messages name it."""
        return category_words(self.value)


def category_words(stem: str) -> Words:
    """The stem of a category's label in both languages; unchanged if unknown."""
    return Words(stem, _ENGLISH.get(stem, stem))


class LevelOne(Category):
    """Level-one categories (一级指标)."""

    EXECUTION = "预算执行"
    COST = "成本"
    OUTPUT = "产出"
    BENEFIT = "效益"
    SATISFACTION = "满意度"


class LevelTwo(Category):
    """Level-two categories (二级指标)."""

    EXECUTION = "预算执行"
    QUANTITY = "数量"
    QUALITY = "质量"
    TIMELINESS = "时效"
    COST = "成本"
    ECONOMIC = "经济效益"
    SOCIAL = "社会效益"
    ECOLOGICAL = "生态效益"
    SUSTAINABILITY = "可持续影响"
    SATISFACTION = "满意度"


_ENGLISH: Final = {
    "预算执行": "budget execution",
    "产出": "output",
    "数量": "quantity",
    "质量": "quality",
    "时效": "timeliness",
    "成本": "cost",
    "效益": "benefit",
    "经济效益": "economic benefit",
    "社会效益": "social benefit",
    "生态效益": "ecological benefit",
    "可持续影响": "sustainability",
    "满意度": "satisfaction",
}

PARENT: Final = {
    LevelTwo.EXECUTION: LevelOne.EXECUTION,
    LevelTwo.QUANTITY: LevelOne.OUTPUT,
    LevelTwo.QUALITY: LevelOne.OUTPUT,
    LevelTwo.TIMELINESS: LevelOne.OUTPUT,
    LevelTwo.COST: LevelOne.OUTPUT,
    LevelTwo.ECONOMIC: LevelOne.BENEFIT,
    LevelTwo.SOCIAL: LevelOne.BENEFIT,
    LevelTwo.ECOLOGICAL: LevelOne.BENEFIT,
    LevelTwo.SUSTAINABILITY: LevelOne.BENEFIT,
    LevelTwo.SATISFACTION: LevelOne.SATISFACTION,
}
"""Level two under level one in the 2020 frame; 成本 is its own level one from 2021."""

_LEVEL_ONE: Final = (
    (re.compile("预算|执行|资金"), LevelOne.EXECUTION),
    (re.compile("满意"), LevelOne.SATISFACTION),
    (re.compile("产出"), LevelOne.OUTPUT),
    (re.compile("效益|效果|影响"), LevelOne.BENEFIT),
    (re.compile("成本"), LevelOne.COST),
)
_LEVEL_TWO: Final = (
    (re.compile("预算|执行|资金"), LevelTwo.EXECUTION),
    (re.compile("满意"), LevelTwo.SATISFACTION),
    (re.compile("数量"), LevelTwo.QUANTITY),
    (re.compile("质量"), LevelTwo.QUALITY),
    (re.compile("时效|进度|及时"), LevelTwo.TIMELINESS),
    (re.compile("成本"), LevelTwo.COST),
    (re.compile("可持续|持续"), LevelTwo.SUSTAINABILITY),
    (re.compile("经济"), LevelTwo.ECONOMIC),
    (re.compile("生态|环境"), LevelTwo.ECOLOGICAL),
    (re.compile("社会"), LevelTwo.SOCIAL),
)
_UNIT_IN_NAME: Final = re.compile(
    r"[（(]\s*(?:单位[:：])?\s*([^（()）]{1,8}?)\s*[)）]\s*$"
)
_NUMBERING: Final = re.compile(
    r"^\s*(?:指标\s*\d{1,2}\s*[.．、:：]?|\d{1,2}[.．、:：])\s*"
)


@dataclass(frozen=True)
class Indicator:
    """One level-three row (三级指标).

    Level cells are filled down over merged cells. A field is None where the
    form has no such column; a field with an empty mark is an empty cell.

    Attributes:
        name: Level-three name as written, the unit in brackets included.
        level1: Level-one label.
        level2: Level-two label.
        weight: Points (权重, 分值).
        target: Target (目标值, 年度指标值); sign, value and unit joined.
        actual: Actual (业绩值, 实际完成值).
        completion: Completion rate (完成率).
        score: Score (得分).
        reason: Deviation reason and measure (偏差原因分析及改进措施).
        level1_weight: Points printed at the level-one cell.
        level2_weight: Points printed at the level-two cell.
        at: The row.
        remarks: Cells of columns without a field here (评分标准, 数据来源).
    """

    name: Field
    level1: Field | None = None
    level2: Field | None = None
    weight: Field | None = None
    target: Field | None = None
    actual: Field | None = None
    completion: Field | None = None
    score: Field | None = None
    reason: Field | None = None
    level1_weight: Field | None = None
    level2_weight: Field | None = None
    at: Source = WHOLE_FILE
    remarks: tuple[Remark, ...] = ()

    @cached_property
    def title(self) -> str:
        """The name without numbering (指标1：) and without the unit in brackets."""
        return _title_and_unit(self.name.raw)[0]

    @cached_property
    def unit_in_name(self) -> str:
        """The text in brackets at the end of the name: 次 in 举办次数（次）."""
        return _title_and_unit(self.name.raw)[1]

    @cached_property
    def level_one(self) -> LevelOne | None:
        """The level-one category, from its label, else from level two."""
        label = text_of(self.level1)
        found = _level_one(label)
        if found or label:
            return found
        return PARENT[two] if (two := self.level_two) else None

    @cached_property
    def level_two(self) -> LevelTwo | None:
        """The level-two category, from its label."""
        return _level_two(text_of(self.level2))

    @cached_property
    def is_execution(self) -> bool:
        """Whether this is the budget-execution row (预算执行率)."""
        return self.level_one is LevelOne.EXECUTION or self.title in (
            "预算执行率",
            "资金执行率",
        )

    @cached_property
    def is_cost(self) -> bool:
        """Whether this is a cost row, with 成本 at either level."""
        return self.level_one is LevelOne.COST or self.level_two is LevelTwo.COST


# The same few labels and names are asked for by every rule.
_REMEMBERED: Final = 4096


@lru_cache(_REMEMBERED)
def _title_and_unit(name: str) -> tuple[str, str]:
    match = _UNIT_IN_NAME.search(name)
    bare = name[: match.start()].strip() if match else name.strip()
    return _NUMBERING.sub("", bare) or bare, match[1] if match else ""


@lru_cache(_REMEMBERED)
def _level_one(label: str) -> LevelOne | None:
    return next((kind for word, kind in _LEVEL_ONE if word.search(label)), None)


@lru_cache(_REMEMBERED)
def _level_two(label: str) -> LevelTwo | None:
    return next((kind for word, kind in _LEVEL_TWO if word.search(label)), None)
