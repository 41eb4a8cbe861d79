"""Messages of the public and when they were answered (留言办理台账)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import TAIL
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

KIND: Final = RegisterKind(
    name="messages",
    title=Words("留言办理台账", "Messages"),
    version=1,
    fields=(
        RegisterField(
            name="number",
            title=Words("留言编号", "Number"),
            type=FieldType.TEXT,
            synonyms=("编号", "受理编号", "留言号"),
        ),
        RegisterField(
            name="received_on",
            title=Words("留言日期", "Received on"),
            type=FieldType.DATE,
            synonyms=("收到日期", "来信日期", "日期", "提交日期", "留言时间"),
            required=True,
        ),
        RegisterField(
            name="channel",
            title=Words("渠道名称", "Channel"),
            type=FieldType.TEXT,
            synonyms=("渠道", "来源渠道", "平台"),
        ),
        RegisterField(
            name="topic",
            title=Words("主题", "Topic"),
            type=FieldType.TEXT,
            synonyms=("留言主题", "事项", "类别", "留言类别"),
            note="只写事项类别，不抄录留言原文",
        ),
        RegisterField(
            name="needs_reply",
            title=Words("是否需要答复", "Needs a reply"),
            type=FieldType.YES_NO,
            synonyms=("需要答复", "是否应答复", "需回复", "是否需回复"),
            note="无需答复的写“否”；不填视为需要答复",
        ),
        RegisterField(
            name="replied_on",
            title=Words("答复日期", "Replied on"),
            type=FieldType.DATE,
            synonyms=("回复日期", "办结日期", "答复时间", "回复时间"),
        ),
        RegisterField(
            name="replied_by",
            title=Words("答复单位", "Replied by"),
            type=FieldType.TEXT,
            synonyms=("回复单位", "承办单位"),
        ),
        *TAIL,
    ),
    day="received_on",
    serves=Words(
        "督促按期答复群众留言；供时效（答复及时率）、满意度指标取数",
        "Sees to it that messages are answered in time; feeds timeliness (share "
        "answered in time)",
    ),
    never=Words(
        "留言人姓名、账号、电话和留言原文",
        "Names, accounts and phone numbers of the writers, and the wording",
    ),
    key=("number",),
    synonyms=("留言", "互动留言", "留言台账", "网民留言"),
    order=("received_on", "replied_on"),
)
