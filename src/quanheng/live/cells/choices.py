"""The choices of the drop-down lists in a blank (下拉选项)."""

from collections.abc import Mapping
from itertools import chain
from typing import Final

from quanheng.core.grammar.lexicon import words_of
from quanheng.core.indicator import LevelOne
from quanheng.law.book import Law
from quanheng.scoring.answers_in_words import Answer

SIGNS: Final = ("≥", ">", "=", "≤", "<")
ANSWERS: Final = {
    Answer.REACHED: "达成预期指标",
    Answer.PARTLY: "部分达成预期指标并具有一定效果",
    Answer.MISSED: "未达成预期指标且效果较差",
}
UNITS: Final = words_of(
    "% 个 次 人 人次 户 场 期 批 项 件 份 册 篇 条 套 台 辆 处 座 所 家 名 亩 公顷",
    "平方米 米 公里 吨 公斤 立方米 元 万元 元/人 元/次 天 个工作日 小时 个月 年 分",
    "分贝 ‰",
)
"""Common units, read alike after any number; others may be typed."""

_OUTPUT: Final = "self_evaluation.output_categories"
_BENEFIT: Final = ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标")
_COST: Final = ("经济成本指标", "社会成本指标", "生态环境成本指标")


def level_one_choices(law: Law) -> tuple[str, ...]:
    """The level-one categories of the scheme."""
    return tuple(f"{level_one.value}指标" for level_one in categories(law))


def level_two_choices(law: Law) -> tuple[str, ...]:
    """The level-two categories of the scheme."""
    return tuple(chain.from_iterable(categories(law).values()))


def categories(law: Law) -> Mapping[LevelOne, tuple[str, ...]]:
    """Level-one category → its level-two categories, in printed order.

    Cost is a level-one category where the scheme does not list it under output.
    """
    output = law.words(_OUTPUT)
    cost = {} if "成本" in output else {LevelOne.COST: _COST}
    return cost | {
        LevelOne.OUTPUT: tuple(f"{word}指标" for word in output),
        LevelOne.BENEFIT: _BENEFIT,
        LevelOne.SATISFACTION: ("服务对象满意度指标",),
    }
