"""The chapters of a project report that hold goals, tables and results (报告提纲)."""

from typing import Final

from quanheng.core.indicator import LevelOne
from quanheng.core.report import Chapter
from quanheng.forms.composing.outline import Outline, chapter, place

_BASICS: Final = chapter("一、项目的基本情况", "基本情况|概况", Chapter.BASICS)
_GOALS: Final = place("（三）项目绩效目标", "目标", _BASICS)
_PERFORMANCE: Final = chapter("二、项目绩效情况", "绩效|自评|评价", Chapter.PERFORMANCE)

OUTLINE: Final = Outline(
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
