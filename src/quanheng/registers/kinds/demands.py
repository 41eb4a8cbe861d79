"""What units want to buy of farm produce (采购需求台账)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import PRODUCE_KINDS, SALE_UNITS, TAIL
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

KIND: Final = RegisterKind(
    name="demands",
    title=Words("采购需求台账", "Demands"),
    version=1,
    fields=(
        RegisterField(
            name="number",
            title=Words("需求编号", "Number"),
            type=FieldType.TEXT,
            synonyms=("编号", "采购需求编号", "需求单号"),
            required=True,
        ),
        RegisterField(
            name="listed_on",
            title=Words("登记日期", "Listed on"),
            type=FieldType.DATE,
            synonyms=("日期", "提出日期", "报送日期"),
            required=True,
        ),
        RegisterField(
            name="buyer",
            title=Words("采购单位", "Buyer"),
            type=FieldType.TEXT,
            synonyms=("买方", "采购人", "采购方", "需求单位"),
            required=True,
            note="只写单位，不写个人",
        ),
        RegisterField(
            name="product",
            title=Words("产品名称", "Product"),
            type=FieldType.TEXT,
            synonyms=("农产品名称", "产品", "品名", "商品名称"),
            note="不限产品的只填品类",
        ),
        RegisterField(
            name="kind",
            title=Words("品类", "Kind"),
            type=FieldType.TEXT,
            synonyms=("类别", "类型", "产品类别"),
            choices=PRODUCE_KINDS,
        ),
        RegisterField(
            name="quantity",
            title=Words("需求数量", "Quantity"),
            type=FieldType.NUMBER,
            synonyms=("数量", "采购数量", "需求量"),
            required=True,
        ),
        RegisterField(
            name="unit",
            title=Words("计量单位", "Unit"),
            type=FieldType.TEXT,
            synonyms=("单位",),
            choices=SALE_UNITS,
            required=True,
        ),
        RegisterField(
            name="needed_from",
            title=Words("需求起始日期", "Needed from"),
            type=FieldType.DATE,
            synonyms=("最早交货日期", "需求开始日期"),
            note="不填视为随时可交货",
        ),
        RegisterField(
            name="needed_until",
            title=Words("需求截止日期", "Needed until"),
            type=FieldType.DATE,
            synonyms=("最晚交货日期", "交货期限", "需求结束日期"),
            note="不填视为长期有效",
        ),
        RegisterField(
            name="highest_price",
            title=Words("最高限价", "Highest price"),
            type=FieldType.MONEY,
            synonyms=("限价", "最高单价", "单价上限"),
            unit="元",
            note="每计量单位的价格",
        ),
        RegisterField(
            name="divisible",
            title=Words("可否部分供应", "May be served in part"),
            type=FieldType.YES_NO,
            synonyms=("可部分供应", "是否可部分供应", "能否部分供应"),
            note="不填视为可以",
        ),
        *TAIL,
    ),
    day="listed_on",
    serves=Words(
        "为帮扶产品对接采购方，供产销对接使用；供数量（需求、对接数）指标取数",
        "Finds buyers for produce (evidence match); feeds quantity (demands)",
    ),
    never=Words(
        "个人买家，联系人姓名、电话、收货地址",
        "Private buyers, names, phones and addresses",
    ),
    key=("number", "product"),
    synonyms=("采购需求", "需求", "需求台账", "产品需求"),
)
