"""Names of states, kinds of rows and roles of columns (读取说明用词)."""

from collections.abc import Iterator
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.field import FieldState
from quanheng.forms.recognising.judging.path import Choice
from quanheng.tasks.reading.explain_reading import Reason

STATE_WORDS: Final = {
    FieldState.READ: Words("已读取", "read"),
    FieldState.BLANK: Words("空白", "blank"),
    FieldState.NOT_FOUND: Words("未找到", "not found"),
    FieldState.UNCERTAIN: Words("未能确定", "uncertain"),
}
ROW: Final = Words("行", "row")
COLUMN: Final = Words("列", "column")
LABEL: Final = Words("标签", "label")
HEAD: Final = Words("列头", "head")
_NAMES: Final = {
    "text": "正文",
    "title": "标题",
    "pair": "标签与值",
    "money_head": "资金表头",
    "money": "资金",
    "goal_head": "目标表头",
    "goal": "目标",
    "head": "指标表头",
    "class": "指标类别",
    "indicator": "指标",
    "filler": "空指标",
    "subtotal": "小计",
    "total": "合计",
    "other": "其他",
    "level1": "一级指标",
    "level2": "二级指标",
    "level3": "三级指标",
    "target": "目标值",
    "sign": "计算符号",
    "unit": "计量单位",
    "actual": "业绩值",
    "both": "目标值与业绩值",
    "completion": "完成率",
    "weight": "权重",
    "score": "得分",
    "reason": "偏差原因",
    "note": "备注",
    "level1_weight": "一级权重",
    "level2_weight": "二级权重",
    "period_target": "实施期目标值",
}


def name_of(kind: str) -> Words:
    """A kind of row or role of a column as people call it."""
    return Words(_NAMES.get(kind, kind), kind.replace("_", " "))


def evidence_of(reason: Reason, lang: str) -> Iterator[str]:
    """What speaks for a reading: label and head, then row and column."""
    decision = reason.decision
    if decision is None:
        return
    for words, cell in ((LABEL, decision.beside), (HEAD, decision.above)):
        if cell is not None:
            said = " ".join(cell.text.split())
            yield Words(f"{words.zh}“{said}”", f"{words.en} “{said}”").text(lang)
    for words, choice in ((ROW, decision.row), (COLUMN, decision.column)):
        if choice.label:
            yield _judged(words, choice).text(lang)


def _judged(what: Words, choice: Choice) -> Words:
    name, other = name_of(choice.label), name_of(choice.runner_up)
    return Words(
        f"{what.zh}判为{name.zh}，其次{other.zh}，差{choice.margin:.1f}",
        f"{what.en} is {name.en}, then {other.en}, margin {choice.margin:.1f}",
    )
