"""The answers that a question offers, with their value and count (调查选项表)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import REMARK
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

KIND: Final = RegisterKind(
    name="survey_options",
    title=Words("调查选项表", "Survey options"),
    version=1,
    fields=(
        RegisterField(
            name="survey",
            title=Words("调查名称", "Survey"),
            type=FieldType.TEXT,
            synonyms=("名称", "问卷名称"),
            required=True,
        ),
        RegisterField(
            name="question",
            title=Words("题目", "Question"),
            type=FieldType.TEXT,
            synonyms=("问题", "题干", "题目名称"),
            required=True,
        ),
        RegisterField(
            name="answer",
            title=Words("选项", "Answer"),
            type=FieldType.TEXT,
            synonyms=("答案", "选项名称", "回答"),
            required=True,
        ),
        RegisterField(
            name="value",
            title=Words("赋值", "Value"),
            type=FieldType.NUMBER,
            synonyms=("分值", "赋分", "得分"),
            note="多档满意度题：很满意 100、满意 80……",
        ),
        RegisterField(
            name="counts",
            title=Words("是否计入", "Counts"),
            type=FieldType.YES_NO,
            synonyms=("计入满意", "计入知晓", "是否正确", "是否正确答案"),
            note="两档题：算满意、算知晓、答对的写“是”",
        ),
        RegisterField(
            name="group",
            title=Words("调查对象", "Group asked"),
            type=FieldType.TEXT,
            synonyms=("对象", "群体", "分组"),
            note="按群体分别统计份数时填写",
        ),
        RegisterField(
            name="count",
            title=Words("选择份数", "Count"),
            type=FieldType.COUNT,
            synonyms=("份数", "人数", "选择人数", "票数"),
            unit="份",
            note="有问卷原始答案的不填",
        ),
        REMARK,
    ),
    day="",
    serves=Words(
        "公开每道题的赋值办法和各选项份数；供满意度、知晓率计算",
        "Discloses the value table of each question and the counts; serves the "
        "computing of satisfaction and awareness",
    ),
    never=Words("任何受访人信息", "Anything about those asked"),
    key=("survey", "question", "answer", "group"),
    synonyms=("选项", "赋值表", "题目选项", "选项统计", "调查结果统计"),
)
