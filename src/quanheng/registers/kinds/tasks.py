"""Tasks shared among bodies, with owner and deadline (协同任务台账)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import TAIL
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

KIND: Final = RegisterKind(
    name="tasks",
    title=Words("协同任务台账", "Tasks"),
    version=1,
    fields=(
        RegisterField(
            name="number",
            title=Words("任务编号", "Number"),
            type=FieldType.TEXT,
            synonyms=("编号", "序号"),
        ),
        RegisterField(
            name="task",
            title=Words("任务", "Task"),
            type=FieldType.TEXT,
            synonyms=("任务名称", "任务内容", "工作任务", "事项"),
            required=True,
        ),
        RegisterField(
            name="body",
            title=Words("责任单位", "Body in charge"),
            type=FieldType.TEXT,
            synonyms=("牵头单位", "承办单位", "单位"),
            required=True,
        ),
        RegisterField(
            name="partners",
            title=Words("配合单位", "Partners"),
            type=FieldType.TEXT,
            synonyms=("协办单位", "参与单位"),
        ),
        RegisterField(
            name="owner",
            title=Words("责任人", "Owner"),
            type=FieldType.SEALED,
            synonyms=("负责人", "联系人"),
            personal=True,
            note="只供本单位督办，任何输出均不显示",
        ),
        RegisterField(
            name="assigned_on",
            title=Words("交办日期", "Assigned on"),
            type=FieldType.DATE,
            synonyms=("下达日期", "布置日期", "日期"),
        ),
        RegisterField(
            name="due_on",
            title=Words("完成时限", "Due on"),
            type=FieldType.DATE,
            synonyms=("时限", "截止日期", "要求完成日期", "完成期限"),
            required=True,
        ),
        RegisterField(
            name="postponed_to",
            title=Words("批准延期至", "Postponed to"),
            type=FieldType.DATE,
            synonyms=("延期至", "延期日期"),
            note="须有批准记录佐证",
        ),
        RegisterField(
            name="done_on",
            title=Words("完成日期", "Done on"),
            type=FieldType.DATE,
            synonyms=("实际完成日期", "完成时间", "办结日期"),
        ),
        *TAIL,
    ),
    day="due_on",
    serves=Words(
        "督促各单位按期完成分工；供时效（按期完成率）、质量（协同机制）指标取数",
        "Sees to it that shared work is done in time; feeds timeliness (share done in "
        "time)",
    ),
    never=Words("个人考核评分", "Ratings of persons"),
    key=("number", "task", "body"),
    synonyms=("任务", "任务清单", "工作任务", "分工台账"),
    order=("assigned_on", "done_on"),
)
