"""The five chapters of a transfer-payment report (转移支付自评提纲)."""

from typing import Final

from quanheng.core.indicator import LevelOne
from quanheng.core.report import Chapter
from quanheng.forms.composing.outline import Outline, chapter, place

_GOALS: Final = chapter(
    "一、绩效目标分解下达情况", "目标|基本情况|概况", Chapter.BASICS
)
_COMPLETION: Final = chapter(
    "三、绩效目标完成情况分析", "完成|分析|绩效", Chapter.ANALYSIS
)
_RESULT: Final = place("（二）绩效目标完成情况分析", "目标|指标", _COMPLETION)

OUTLINE: Final = Outline(
    overview=_GOALS,
    budget=place("（一）资金投入情况分析", "资金|预算", _COMPLETION),
    period=_GOALS,
    annual=_GOALS,
    outcome=_RESULT,
    performance=_COMPLETION,
    results=dict.fromkeys(LevelOne, _RESULT),
    reasons=chapter(
        "四、偏离绩效目标的原因和下一步改进措施", "偏离|问题", Chapter.PROBLEMS
    ),
)
