"""Typical cases that were collected and selected (典型案例台账)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import LEVEL, TAIL
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

KIND: Final = RegisterKind(
    name="cases",
    title=Words("典型案例台账", "Typical cases"),
    version=1,
    fields=(
        RegisterField(
            name="reported_on",
            title=Words("报送日期", "Reported on"),
            type=FieldType.DATE,
            synonyms=("日期", "征集日期", "编写日期", "推荐日期"),
            required=True,
        ),
        RegisterField(
            name="title",
            title=Words("案例名称", "Title"),
            type=FieldType.TEXT,
            synonyms=("名称", "案例题目", "标题", "题目"),
            required=True,
        ),
        RegisterField(
            name="kind",
            title=Words("案例类型", "Kind"),
            type=FieldType.TEXT,
            synonyms=("类型", "类别"),
            choices=("人物", "集体", "村庄", "产业", "做法", "其他"),
        ),
        LEVEL,
        RegisterField(
            name="place",
            title=Words("案例所在地", "Place"),
            type=FieldType.TEXT,
            synonyms=("地点", "所在地", "县区", "乡镇"),
        ),
        RegisterField(
            name="reported_by",
            title=Words("报送单位", "Reported by"),
            type=FieldType.TEXT,
            synonyms=("推荐单位", "编写单位"),
        ),
        RegisterField(
            name="selected",
            title=Words("是否入选", "Selected"),
            type=FieldType.YES_NO,
            synonyms=("入选", "是否采用", "是否入编", "是否采纳"),
        ),
        RegisterField(
            name="selected_on",
            title=Words("入选日期", "Selected on"),
            type=FieldType.DATE,
            synonyms=("采用日期", "评选日期"),
        ),
        RegisterField(
            name="selected_by",
            title=Words("评选单位", "Selected by"),
            type=FieldType.TEXT,
            synonyms=("采用单位",),
        ),
        RegisterField(
            name="published_on",
            title=Words("发表日期", "Published on"),
            type=FieldType.DATE,
            synonyms=("刊发日期", "宣传日期"),
        ),
        *TAIL,
    ),
    day="reported_on",
    serves=Words(
        "证明案例的整理和入选情况；供数量（案例数）、质量（入选率、层级）指标取数",
        "Shows how many cases were written up and selected; feeds quantity (cases) and "
        "quality (share selected, level)",
    ),
    never=Words(
        "案例人物的证件号码、电话、住址；未经本人同意的姓名",
        "Identity and phone numbers and addresses of those told of; names without "
        "their consent",
    ),
    key=("title", "place", "reported_by"),
    synonyms=("案例", "典型案例", "案例台账"),
)
