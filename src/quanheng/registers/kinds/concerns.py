"""Public concerns and when they were answered (舆情台账)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import TAIL
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

KIND: Final = RegisterKind(
    name="concerns",
    title=Words("舆情台账", "Public concerns"),
    version=1,
    fields=(
        RegisterField(
            name="number",
            title=Words("编号", "Number"),
            type=FieldType.TEXT,
            synonyms=("舆情编号", "事件编号"),
        ),
        RegisterField(
            name="detected_at",
            title=Words("发现时间", "Detected at"),
            type=FieldType.TIME,
            synonyms=("监测时间", "首次发现时间", "发现日期", "时间"),
            required=True,
            note="写到分钟：2021-03-05 14:30",
        ),
        RegisterField(
            name="topic",
            title=Words("主题", "Topic"),
            type=FieldType.TEXT,
            synonyms=("舆情主题", "事项", "反映事项", "舆情内容"),
            required=True,
            note="只写事项，不抄录原文，不写作者",
        ),
        RegisterField(
            name="place",
            title=Words("涉及地点", "Place"),
            type=FieldType.TEXT,
            synonyms=("地点", "涉及地区", "属地", "县区", "乡镇"),
        ),
        RegisterField(
            name="medium",
            title=Words("来源类型", "Medium"),
            type=FieldType.CHOICE,
            synonyms=("来源", "平台类型", "媒体类型"),
            choices=("网站", "微信", "微博", "短视频", "论坛", "报刊广电", "其他"),
            aliases=(
                ("抖音", "短视频"),
                ("快手", "短视频"),
                ("贴吧", "论坛"),
                ("电视", "报刊广电"),
                ("报纸", "报刊广电"),
                ("公众号", "微信"),
            ),
            note="只写平台类型，不写账号和链接",
        ),
        RegisterField(
            name="level",
            title=Words("级别", "Level"),
            type=FieldType.CHOICE,
            synonyms=("舆情级别", "等级", "舆情等级"),
            choices=("特别重大", "重大", "较大", "一般"),
            aliases=(
                ("Ⅰ级", "特别重大"),
                ("Ⅱ级", "重大"),
                ("Ⅲ级", "较大"),
                ("Ⅳ级", "一般"),
                ("一级", "特别重大"),
                ("二级", "重大"),
                ("三级", "较大"),
                ("四级", "一般"),
            ),
            required=True,
            note="按涉及的突发事件级别填写；指事件，不是对人的评价",
        ),
        RegisterField(
            name="own_duty",
            title=Words("是否本单位职责", "Within own duty"),
            type=FieldType.YES_NO,
            synonyms=("是否属于本单位职责", "本单位职责"),
            note="不填视为“是”",
        ),
        RegisterField(
            name="duplicate_of",
            title=Words("同一事件编号", "Duplicate of"),
            type=FieldType.TEXT,
            synonyms=("重复舆情编号", "并入编号"),
            note="与已登记的是同一事件时写其编号",
        ),
        RegisterField(
            name="no_response",
            title=Words("是否研判无需回应", "Decided: no need to respond"),
            type=FieldType.YES_NO,
            synonyms=("无需回应", "研判无需回应"),
        ),
        RegisterField(
            name="decided_at",
            title=Words("研判时间", "Decided at"),
            type=FieldType.TIME,
            synonyms=("会商时间",),
            note="决定无需回应的时间，须有记录佐证",
        ),
        RegisterField(
            name="answered_at",
            title=Words("首次回应时间", "First answered at"),
            type=FieldType.TIME,
            synonyms=("回应时间", "首次回应", "回应日期"),
        ),
        RegisterField(
            name="authoritative_at",
            title=Words("权威信息发布时间", "Authoritative word at"),
            type=FieldType.TIME,
            synonyms=("首次发布权威信息时间", "权威发布时间"),
        ),
        RegisterField(
            name="conference_at",
            title=Words("新闻发布会时间", "Press conference at"),
            type=FieldType.TIME,
            synonyms=("发布会时间",),
        ),
        RegisterField(
            name="answered_by",
            title=Words("回应单位", "Answered by"),
            type=FieldType.TEXT,
            synonyms=("责任单位", "处置单位", "承办单位"),
            note="写单位，不写个人",
        ),
        RegisterField(
            name="closed_on",
            title=Words("办结日期", "Closed on"),
            type=FieldType.DATE,
            synonyms=("处置完成日期", "办结时间", "销号日期"),
        ),
        *TAIL,
    ),
    day="detected_at",
    serves=Words(
        "使群众关切按时得到回应；供时效（回应及时率）、质量（办结率）指标取数",
        "Sees to it that concerns are answered in time; feeds timeliness (share "
        "answered in time) and quality (share closed)",
    ),
    never=Words(
        "发帖人姓名、账号、链接、头像和原文；不对个人评分、不建立个人档案，不用于删除或压制言论",
        "Names, accounts, links and wording of those who post; nobody is scored or "
        "profiled, and nothing serves to remove or suppress speech",
    ),
    key=("number",),
    synonyms=("舆情", "舆情登记表", "舆情监测"),
    order=("detected_at", "answered_at"),
)
