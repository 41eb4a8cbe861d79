"""Fields that several registers have, each worded once (通用字段)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.kind import FieldType, RegisterField

LEVELS: Final = ("国家级", "省级", "市级", "县级", "乡级", "村级")
LEVEL_ALIASES: Final = (
    ("中央", "国家级"),
    ("全国", "国家级"),
    ("省", "省级"),
    ("自治区级", "省级"),
    ("市", "市级"),
    ("地市级", "市级"),
    ("县", "县级"),
    ("区级", "县级"),
    ("县区级", "县级"),
    ("区县级", "县级"),
    ("乡", "乡级"),
    ("乡镇", "乡级"),
    ("乡镇级", "乡级"),
    ("镇级", "乡级"),
    ("街道", "乡级"),
    ("村", "村级"),
    ("社区", "村级"),
)

PRODUCE_KINDS: Final = (
    "粮油",
    "蔬菜",
    "水果",
    "畜禽",
    "水产",
    "干货",
    "茶",
    "加工品",
    "其他",
)
SALE_UNITS: Final = ("公斤", "吨", "箱", "盒", "个", "件")

LEVEL: Final = RegisterField(
    name="level",
    title=Words("层级", "Level"),
    type=FieldType.CHOICE,
    synonyms=("级别", "活动级别", "案例级别", "行政层级"),
    choices=LEVELS,
    aliases=LEVEL_ALIASES,
)
PROOF: Final = RegisterField(
    name="proof",
    title=Words("佐证材料", "Proof"),
    type=FieldType.FILES,
    synonyms=("佐证", "附件", "佐证文件", "证明材料", "照片", "资料"),
    note="文件名，多个用分号隔开；文件放在本文件夹内",
)
ENTERED_BY: Final = RegisterField(
    name="entered_by",
    title=Words("登记人", "Entered by"),
    type=FieldType.SEALED,
    synonyms=("填报人", "填表人", "录入人", "经办人"),
    personal=True,
    note="只供本单位核对，任何输出均不显示",
)
REMARK: Final = RegisterField(
    name="remark",
    title=Words("备注", "Remark"),
    type=FieldType.TEXT,
    synonyms=("说明",),
    note="不写个人姓名、证件号码、电话",
)

TAIL: Final = (PROOF, ENTERED_BY, REMARK)
"""The last fields of nearly every register."""
