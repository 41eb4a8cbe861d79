"""Food purchases of units and their reserved share (食材采购台账)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import TAIL
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

KIND: Final = RegisterKind(
    name="purchases",
    title=Words("食材采购台账", "Food purchases"),
    version=1,
    fields=(
        RegisterField(
            name="unit",
            title=Words("预算单位", "Budget unit"),
            type=FieldType.TEXT,
            synonyms=("单位", "单位名称", "采购单位"),
            required=True,
        ),
        RegisterField(
            name="as_of",
            title=Words("统计截止日期", "As of"),
            type=FieldType.DATE,
            synonyms=("截止日期", "统计日期", "日期"),
            required=True,
        ),
        RegisterField(
            name="since",
            title=Words("统计起始日期", "Since"),
            type=FieldType.DATE,
            synonyms=("起始日期",),
            note="不填视为当年1月1日",
        ),
        RegisterField(
            name="kind",
            title=Words("采购性质", "Kind"),
            type=FieldType.CHOICE,
            synonyms=("性质", "采购类别", "资金性质"),
            choices=("食堂食材", "公务接待", "学校供餐", "工会经费", "其他"),
            aliases=(
                ("食堂", "食堂食材"),
                ("单位食堂", "食堂食材"),
                ("工会", "工会经费"),
                ("学校食堂", "学校供餐"),
            ),
        ),
        RegisterField(
            name="has_canteen",
            title=Words("有无食堂", "Has a canteen"),
            type=FieldType.YES_NO,
            synonyms=("是否有食堂", "食堂"),
            note="无食堂的写“否”：不承担预留义务",
        ),
        RegisterField(
            name="food_purchases",
            title=Words("食材采购总额", "Food purchases"),
            type=FieldType.MONEY,
            synonyms=("采购总额", "年度食材采购总额", "农副产品采购总额"),
            unit="元",
        ),
        RegisterField(
            name="reserved",
            title=Words("预留采购份额", "Reserved"),
            type=FieldType.MONEY,
            synonyms=("预留份额", "预留金额", "预留采购金额"),
            unit="元",
        ),
        RegisterField(
            name="on_platform",
            title=Words("832平台采购额", "Bought on the 832 platform"),
            type=FieldType.MONEY,
            synonyms=("平台采购额", "832平台采购金额", "实际采购额"),
            unit="元",
        ),
        *TAIL,
    ),
    day="as_of",
    serves=Words(
        "证明预留份额和实际采购达到规定；供消费帮扶指标取数",
        "Shows that the reserved share and the purchases keep the rule; feeds "
        "consumption assistance",
    ),
    never=Words("就餐人员信息", "Those who eat there"),
    key=("unit", "as_of", "kind"),
    synonyms=("采购", "食堂采购", "预留份额", "食材采购"),
)
