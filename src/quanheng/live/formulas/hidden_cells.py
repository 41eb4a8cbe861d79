"""The hidden cells beside an indicator row that its score is computed in (辅助列)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from quanheng.live.formulas.expressions import both, either, text


class Aid(StrEnum):
    """What a hidden cell holds; the value is its heading (辅助列)."""

    WRITTEN = "目标原文"
    """The target as it is shown."""
    ACTUAL = "完成原文"
    """The actual as it is shown."""
    UNCHANGED = "原文未改"
    """Whether both still say what the report says."""
    BRACKETS = "名称括号"
    """What stands in the brackets at the end of the name."""
    UNIT_KNOWN = "单位可识别"
    """Whether the cell of the unit names none or one that is known."""
    SIGN = "符号"
    TARGET = "目标文字"
    """The target without its sign."""
    UNIT = "单位"
    BARE = "目标数字"
    """The target without sign and unit."""
    LOW_TEXT = "下限文字"
    HIGH_TEXT = "上限文字"
    ACTUAL_TEXT = "完成数字"
    """The actual without its unit."""
    LOW = "目标"
    """The target, the lower limit of a range, the last day of a date."""
    HIGH = "上限"
    FIRST = "完成"
    """The actual, the first day of a date."""
    LAST = "完成日"
    """The last day of a date."""
    GOOD_WORD = "正向词"
    BAD_WORD = "逆向词"
    BEFORE_WORD = "词前"
    """Where the telling words of the name stand, and what is before the bad one."""
    DIRECTION = "方向"
    """1 positive, -1 negative, 0 unknown."""
    ANSWER = "答案"
    """Of a target in words: 符合 or 不符, or one of the qualitative answers."""
    WEIGHT = "权重"
    COMPARED = "比较"
    """The kind of a row that is scored."""
    KIND = "类别"
    COMPLETION = "完成率"
    SCORE = "公式得分"


class Kind(StrEnum):
    """What a row compares, or why it compares nothing (计分类别)."""

    NUMBER = "数值"
    RANGE = "区间"
    DATE = "时点"
    YES_NO = "是否"
    WORDS = "定性"
    UNCLEAR = "无法比较"
    NO_TARGET = "缺目标值"
    NO_ACTUAL = "缺完成值"
    NO_WEIGHT = "缺分值"
    NOT_SCORED = "不计分"


MET = "符合"
NOT_MET = "不符"

Aids: TypeAlias = Mapping[Aid, str]
"""The place of each hidden cell of a row, as it stands in formulas."""


def has_kind(aids: Aids, kind: Kind) -> str:
    """Whether a row is of a kind."""
    return f"{aids[Aid.KIND]}={text(kind)}"


def is_upper(aids: Aids) -> str:
    """Whether the target is an upper limit: ≤, <, or bare where less is better."""
    sign, direction = aids[Aid.SIGN], aids[Aid.DIRECTION]
    wants_less = both(f'{sign}<>"≥"', f'{sign}<>">"', f"{direction}<0")
    return either(f'{sign}="≤"', f'{sign}="<"', wants_less)


def is_one_sided(aids: Aids) -> str:
    """Whether the target is a lower limit: ≥, >, or a bare one that wants more."""
    sign, direction = aids[Aid.SIGN], aids[Aid.DIRECTION]
    wants_more = both(f'{sign}=""', f"{direction}>0")
    return either(f'{sign}="≥"', f'{sign}=">"', wants_more)


def is_lower_or_equal(aids: Aids) -> str:
    """Whether the target is no upper limit: ≥, >, =, or bare unless it wants less."""
    sign = aids[Aid.SIGN]
    wants_less = both(f'{sign}=""', f"{aids[Aid.DIRECTION]}<0")
    is_limit = either(f'{sign}="≤"', f'{sign}="<"', wants_less)
    return f"NOT({is_limit})"
