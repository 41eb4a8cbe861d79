"""What there is to choose from in a blank (下拉选项)."""

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
"""Common units that read the same behind every number; others may be typed."""

_OUTPUT: Final = "self_evaluation.output_categories"
_BENEFIT: Final = ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标")
SATISFACTION: Final = "服务对象满意度指标"


def has_cost_level(law: Law) -> bool:
    """Whether cost is a level-one category of its own (成本指标)."""
    return "成本" not in law.words(_OUTPUT)


def level_one_choices(law: Law) -> tuple[str, ...]:
    """The level-one categories of the scheme."""
    cost = ("成本指标",) if has_cost_level(law) else ()
    return (*cost, "产出指标", "效益指标", "满意度指标")


def level_two_choices(law: Law) -> tuple[str, ...]:
    """The level-two categories of the scheme."""
    output = tuple(f"{word}指标" for word in law.words(_OUTPUT))
    cost = (
        ("经济成本指标", "社会成本指标", "生态环境成本指标")
        if has_cost_level(law)
        else ()
    )
    return (*cost, *output, *_BENEFIT, SATISFACTION)


def categories(law: Law) -> tuple[tuple[LevelOne, tuple[str, ...]], ...]:
    """Each level-one category with its level-two ones, as the form prints them."""
    output = tuple(f"{word}指标" for word in law.words(_OUTPUT))
    cost: tuple[tuple[LevelOne, tuple[str, ...]], ...] = ()
    if has_cost_level(law):
        cost = ((LevelOne.COST, level_two_choices(law)[:3]),)
    return (
        *cost,
        (LevelOne.OUTPUT, output),
        (LevelOne.BENEFIT, _BENEFIT),
        (LevelOne.SATISFACTION, (SATISFACTION,)),
    )
