"""What was published on websites and accounts (信息发布台账)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import TAIL
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind
from quanheng.registers.kinds.channels import (
    CHANNEL_ALIASES,
    CHANNEL_KINDS,
    COLUMN_ALIASES,
    COLUMN_KINDS,
)

KIND: Final = RegisterKind(
    name="posts",
    title=Words("信息发布台账", "Posts"),
    version=1,
    fields=(
        RegisterField(
            name="posted_on",
            title=Words("发布日期", "Posted on"),
            type=FieldType.DATE,
            synonyms=("日期", "发布时间", "刊发日期", "推送日期", "时间"),
            required=True,
        ),
        RegisterField(
            name="channel",
            title=Words("渠道名称", "Channel"),
            type=FieldType.TEXT,
            synonyms=("渠道", "发布渠道", "账号名称", "网站名称", "发布平台", "平台"),
            required=True,
        ),
        RegisterField(
            name="channel_kind",
            title=Words("渠道类型", "Kind of channel"),
            type=FieldType.CHOICE,
            synonyms=("平台类型",),
            choices=CHANNEL_KINDS,
            aliases=CHANNEL_ALIASES,
        ),
        RegisterField(
            name="column",
            title=Words("栏目", "Column"),
            type=FieldType.TEXT,
            synonyms=("栏目名称",),
        ),
        RegisterField(
            name="column_kind",
            title=Words("栏目类型", "Kind of column"),
            type=FieldType.CHOICE,
            synonyms=("栏目类别",),
            choices=COLUMN_KINDS,
            aliases=COLUMN_ALIASES,
        ),
        RegisterField(
            name="title",
            title=Words("标题", "Title"),
            type=FieldType.TEXT,
            synonyms=("信息标题", "文章标题", "名称", "内容"),
            required=True,
        ),
        RegisterField(
            name="link",
            title=Words("链接", "Link"),
            type=FieldType.TEXT,
            synonyms=("网址", "地址", "链接地址"),
        ),
        RegisterField(
            name="views",
            title=Words("阅读量", "Views"),
            type=FieldType.COUNT,
            synonyms=("浏览量", "点击量", "播放量", "阅读数", "阅读次数"),
            unit="次",
        ),
        RegisterField(
            name="original",
            title=Words("是否原创", "Original"),
            type=FieldType.YES_NO,
            synonyms=("原创",),
        ),
        *TAIL,
    ),
    day="posted_on",
    serves=Words(
        "证明信息发布的内容、时间和阅读量；供数量（条数）、时效（更新间隔）、社会效益（阅读量）指标取数",
        "Shows what was published when, and how often it was read; feeds quantity "
        "(posts), timeliness (gaps) and benefit (views)",
    ),
    never=Words(
        "评论者、点赞者的名称和账号", "Names and accounts of those who comment or like"
    ),
    key=("posted_on", "channel", "column", "title"),
    synonyms=("发布", "信息发布", "推文", "发布台账", "信息", "文章"),
)
