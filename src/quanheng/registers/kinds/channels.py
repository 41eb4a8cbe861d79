"""Websites and accounts with their columns and update duty (渠道台账)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import TAIL
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

CHANNEL_KINDS: Final = ("网站", "微信", "微博", "短视频", "客户端", "其他")
CHANNEL_ALIASES: Final = (
    ("政府网站", "网站"),
    ("门户网站", "网站"),
    ("公众号", "微信"),
    ("微信公众号", "微信"),
    ("政务微信", "微信"),
    ("视频号", "短视频"),
    ("抖音", "短视频"),
    ("快手", "短视频"),
    ("APP", "客户端"),
)
COLUMN_KINDS: Final = ("动态要闻", "政策文件", "办事统计", "互动交流", "其他")
COLUMN_ALIASES: Final = (
    ("新闻", "动态要闻"),
    ("动态", "动态要闻"),
    ("要闻", "动态要闻"),
    ("政策", "政策文件"),
    ("文件", "政策文件"),
    ("办事", "办事统计"),
    ("统计", "办事统计"),
    ("互动", "互动交流"),
    ("留言", "互动交流"),
)

KIND: Final = RegisterKind(
    name="channels",
    title=Words("渠道台账", "Channels"),
    version=1,
    fields=(
        RegisterField(
            name="channel",
            title=Words("渠道名称", "Channel"),
            type=FieldType.TEXT,
            synonyms=("渠道", "账号名称", "网站名称", "公众号名称", "名称", "平台名称"),
            required=True,
        ),
        RegisterField(
            name="channel_kind",
            title=Words("渠道类型", "Kind of channel"),
            type=FieldType.CHOICE,
            synonyms=("类型", "平台类型", "平台"),
            choices=CHANNEL_KINDS,
            aliases=CHANNEL_ALIASES,
            required=True,
        ),
        RegisterField(
            name="column",
            title=Words("栏目", "Column"),
            type=FieldType.TEXT,
            synonyms=("栏目名称",),
            note="网站每个栏目一行；公众号不填",
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
            name="update_days",
            title=Words("更新周期", "Update duty"),
            type=FieldType.COUNT,
            synonyms=("更新要求", "更新频率", "更新时限"),
            unit="天",
            note="本单位规定的最长更新间隔；按国家规定的不填",
        ),
        RegisterField(
            name="opened_on",
            title=Words("开通日期", "Opened on"),
            type=FieldType.DATE,
            synonyms=("开设日期", "启用日期"),
        ),
        RegisterField(
            name="suspended_on",
            title=Words("暂停日期", "Suspended on"),
            type=FieldType.DATE,
            synonyms=("停更日期", "暂停时间"),
        ),
        RegisterField(
            name="resumed_on",
            title=Words("恢复日期", "Resumed on"),
            type=FieldType.DATE,
            synonyms=("恢复时间",),
        ),
        RegisterField(
            name="closed_on",
            title=Words("关停日期", "Closed on"),
            type=FieldType.DATE,
            synonyms=("注销日期", "关闭日期"),
        ),
        RegisterField(
            name="no_new_documents",
            title=Words("栏目已注明暂无新文件", "Says there are no new documents"),
            type=FieldType.YES_NO,
            synonyms=("暂无新文件", "无新文件说明"),
        ),
        *TAIL,
    ),
    day="",
    serves=Words(
        "说明发布渠道、应更新间隔和停用情况；供更新及时性核对",
        "Says which channels there are, how often they are due and which are closed; "
        "serves the check of timely updates",
    ),
    never=Words("关注者信息、账号口令", "Followers, passwords"),
    key=("channel", "column"),
    synonyms=("渠道", "账号", "渠道清单", "网站与新媒体", "新媒体"),
)
