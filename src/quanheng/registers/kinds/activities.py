"""Publicity activities (宣传活动台账)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import LEVEL, TAIL
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

KIND: Final = RegisterKind(
    name="activities",
    title=Words("宣传活动台账", "Activities"),
    version=1,
    fields=(
        RegisterField(
            name="held_on",
            title=Words("活动日期", "Held on"),
            type=FieldType.DATE,
            synonyms=("日期", "举办日期", "开展日期", "活动时间", "时间", "开始日期"),
            required=True,
        ),
        RegisterField(
            name="ended_on",
            title=Words("结束日期", "Ended on"),
            type=FieldType.DATE,
            synonyms=("活动结束日期", "截止日期"),
            note="当日结束的不填",
        ),
        RegisterField(
            name="title",
            title=Words("活动名称", "Title"),
            type=FieldType.TEXT,
            synonyms=("活动主题", "主题", "名称", "活动内容"),
            required=True,
        ),
        RegisterField(
            name="kind",
            title=Words("活动形式", "Kind"),
            type=FieldType.TEXT,
            synonyms=("形式", "活动类型", "活动方式"),
            choices=(
                "集中宣传",
                "宣讲",
                "入户宣传",
                "培训",
                "展览",
                "文艺演出",
                "展销",
                "线上活动",
                "其他",
            ),
        ),
        LEVEL,
        RegisterField(
            name="channel",
            title=Words("宣传渠道", "Channel"),
            type=FieldType.TEXT,
            synonyms=("渠道", "媒体", "宣传媒介", "传播渠道"),
            choices=(
                "现场",
                "电视",
                "广播",
                "报刊",
                "网站",
                "微信",
                "微博",
                "短视频",
                "户外",
                "其他",
            ),
        ),
        RegisterField(
            name="place",
            title=Words("活动地点", "Place"),
            type=FieldType.TEXT,
            synonyms=("地点", "举办地点", "地址"),
        ),
        RegisterField(
            name="area",
            title=Words("所在区域", "Area"),
            type=FieldType.TEXT,
            synonyms=("区域", "县区", "乡镇", "覆盖区域", "所属乡镇", "所属县区"),
            note="计算覆盖面用：每行只写一个县、乡镇或村",
        ),
        RegisterField(
            name="reached",
            title=Words("受众人数", "People reached"),
            type=FieldType.COUNT,
            synonyms=("参加人数", "参与人数", "人数", "覆盖人数", "受众", "参与人次"),
            unit="人",
        ),
        RegisterField(
            name="cost",
            title=Words("活动费用", "Cost"),
            type=FieldType.MONEY,
            synonyms=("费用", "活动经费", "支出金额"),
            unit="元",
        ),
        RegisterField(
            name="host",
            title=Words("主办单位", "Host"),
            type=FieldType.TEXT,
            synonyms=("举办单位", "组织单位", "承办单位", "责任单位"),
        ),
        *TAIL,
    ),
    day="held_on",
    serves=Words(
        "证明举办的活动和参加人数；供数量（场次、天数）、时效、社会效益（受众、覆盖面）指标取数",
        "Shows which events took place and whom they reached; feeds quantity (events, "
        "days), timeliness and social benefit (people, areas)",
    ),
    never=Words(
        "参加人员姓名、电话、证件号码；签到表只作佐证文件，不录入",
        "Names, phone and identity numbers of those who came; sign-in sheets are proof "
        "files and are not typed in",
    ),
    key=("held_on", "title", "place"),
    synonyms=("活动", "宣传活动", "活动台账", "活动登记表"),
    order=("held_on", "ended_on"),
)
