"""Defined names of parameters and word lists (名称)."""

from typing import Final

SCORE_DECIMALS: Final = "得分小数位"
WEIGHT_TOLERANCE: Final = "权重误差"
SCORE_TOLERANCE: Final = "得分误差"
TOTAL_TOLERANCE: Final = "总分误差"
RATE_TOLERANCE: Final = "比率误差"

ALL_UNITS: Final = "全部单位"
UNSCALED: Final = "不带万的单位"
YES: Final = "肯定答案"
NO: Final = "否定答案"
REACHED: Final = "达成答案"
PARTLY: Final = "部分达成答案"
MISSED: Final = "未达成答案"
POSITIVE: Final = "正向用词"
NEGATIVE: Final = "逆向用词"

PLANNED: Final = "执行率分母"
SPENT: Final = "执行数"

OF_DATES: Final = ("月", "季", "季度")
"""Units that turn the number before them into a date: 3月, 2季度."""

LOWER: Final = "下限"
UPPER: Final = "上限"


def band(answer: str, side: str) -> str:
    """The name of a limit of a qualitative answer's band."""
    return f"{answer}{side}"


def grade_bound(grade: str) -> str:
    """The name of the lowest total of a grade."""
    return f"{grade}等最低分"
