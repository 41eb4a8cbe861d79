"""Which values cut from glued text are certain, outside tables (确定的值)."""

import re
from collections.abc import Sequence
from typing import Final

from quanheng.forms.labels import label_at
from quanheng.forms.recognising.dumps.money_columns import FIGURES
from quanheng.forms.recognising.judging.evidence import best, evidence
from quanheng.language.folding import folded

_SHORTEST_LABEL: Final = 2
_ORGANISATION: Final = re.compile(
    r".{2,}?(?:局|委|委员会|厅|政府|中心|站|队|院|校|小学|中学|大学|公司|馆|部|会|街道|社区"
    r"|村|所|处|办|办公室|本级)(?:\(.*\))?"
)
_PROJECT: Final = re.compile(
    r".{3,}(?:项目|资金|经费|工程|补助|补贴|贴息|购置|服务|奖励|费用|支出|专项|建设|工作"
    r"|计划|行动|采购|改造|整治|治理|监测|维修|修缮|维护|养护|运行|培训|活动|推广|救助|保障|改革"
    r"|示范|租赁|评估|规划|检查|宣传)(?:\(.*\))?"
)
_SENTENCE: Final = re.compile(r"[。；;]")
_TWICE: Final = re.compile(r"(.{4,}).*\1.*")
_LONGEST_PART: Final = 40
_ENDS: Final = {
    "name": _PROJECT,
    "department": _ORGANISATION,
    "unit": _ORGANISATION,
}
"""How a value ends that stands behind a label without a gap, by what the label is."""
_INNER: Final = (
    "联系",
    "负责",
    "项目期",
    "单位",
    "部门",
    "名称",
    "主体",
    "机构",
    "上级",
)
"""Words of labels that no name holds in its middle."""
_SHARED: Final = ("项目", "资金", "专项", "工程", "工作")
"""Words that end a name or begin a label."""
_CODE: Final = re.compile(r"\d{2}")
_SEVERAL: Final = 2
_DECIMALS: Final = re.compile(r"\d+\.(\d+)")


def is_certain_value(label: str, text: str, behind: str, *, is_alone: bool) -> bool:
    """Whether a value between two labels ends where the next one begins.

    Args:
        label: The label before it.
        text: The value.
        behind: The label behind it, which may begin with the last word of the value.
        is_alone: Whether no label without a value stands before its label.
    """
    if best("goal", label):
        return is_whole(text)
    found = best("head", label)
    pattern = _ENDS.get(found[0]) if found else None
    if pattern is None:
        return True
    if pattern is _PROJECT and (not is_alone or behind.startswith(_SHARED)):
        return False  # it may hold the value of the other label, or lack its last word
    plain = folded(text).strip()
    return pattern.fullmatch(plain) is not None and not (
        _TWICE.fullmatch(plain)
        or plain.startswith(("(", ":"))
        or (pattern is _ORGANISATION and _CODE.search(plain))
        or plain.startswith(_INNER)
        or any(
            label_at("head", plain, n) >= _SHORTEST_LABEL or plain.startswith(_INNER, n)
            for n in range(1, len(plain) - 1)
        )
    )


def is_whole(text: str) -> bool:
    """Whether a text is whole sentences, or a short part of one."""
    parts = _SENTENCE.split(text)
    return not parts[-1] or (len(parts) == 1 and len(text) <= _LONGEST_PART)


def are_certain_amounts(figures: Sequence[str], heads: Sequence[str] = ()) -> bool:
    """Whether the figures of a row of money are those that its heads name."""
    if any(evidence(text).shape not in FIGURES for text in figures):
        return False
    decimals = {len(match[1]) for t in figures if (match := _DECIMALS.fullmatch(t))}
    kinds = [found[0] for head in heads if (found := best("budget_row", head))]
    amounts = sum(not kind.endswith("_rate") for kind in kinds)
    points = sum("budget_extra" in evidence(head).exact for head in heads)
    known = (amounts, len(kinds) + points)
    return len(decimals) < _SEVERAL and (not heads or len(figures) in known)
