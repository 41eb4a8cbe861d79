"""Raw answers of a survey, one row an answer to a question (问卷答案)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

KIND: Final = RegisterKind(
    name="survey_answers",
    title=Words("问卷答案", "Survey answers"),
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
            name="sheet",
            title=Words("问卷编号", "Questionnaire"),
            type=FieldType.TEXT,
            synonyms=("序号", "答卷编号", "编号", "答卷序号"),
            required=True,
            note="顺序号，不得为身份证号、电话或姓名",
        ),
        RegisterField(
            name="question",
            title=Words("题目", "Question"),
            type=FieldType.TEXT,
            synonyms=("问题", "题干"),
            required=True,
        ),
        RegisterField(
            name="answer",
            title=Words("答案", "Answer"),
            type=FieldType.TEXT,
            synonyms=("选项", "回答", "选择"),
            note="未作答的留空",
        ),
        RegisterField(
            name="group",
            title=Words("调查对象", "Group asked"),
            type=FieldType.TEXT,
            synonyms=("对象", "群体", "分组"),
        ),
        RegisterField(
            name="submitted_at",
            title=Words("提交时间", "Submitted at"),
            type=FieldType.TIME,
            synonyms=("提交答卷时间", "填写时间", "答卷时间"),
        ),
        RegisterField(
            name="source",
            title=Words("提交来源", "Source"),
            type=FieldType.SEALED,
            synonyms=("来自IP", "IP", "IP地址", "来源地址", "来源IP"),
            personal=True,
            note="只用来发现同一来源大量提交，任何输出均不显示",
        ),
        RegisterField(
            name="valid",
            title=Words("是否有效", "Valid"),
            type=FieldType.YES_NO,
            synonyms=("有效", "有效问卷"),
            note="无效问卷写“否”；不填视为有效",
        ),
    ),
    day="submitted_at",
    serves=Words(
        "从原始答案重算满意度、知晓率，发现雷同和集中提交",
        "Satisfaction and awareness are recomputed from it; clusters are found",
    ),
    never=Words(
        "受访人姓名、电话、证件号码、住址、微信名称：调查一律匿名",
        "Names, accounts, phone and identity numbers and addresses: surveys are "
        "anonymous",
    ),
    key=("sheet", "survey", "question"),
    synonyms=("答案", "原始答案", "问卷明细", "问卷数据", "答卷"),
)
