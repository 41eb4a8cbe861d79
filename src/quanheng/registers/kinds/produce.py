"""Farm produce on offer (农产品台账)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import PRODUCE_KINDS, SALE_UNITS, TAIL
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

KIND: Final = RegisterKind(
    name="produce",
    title=Words("农产品台账", "Produce"),
    version=1,
    fields=(
        RegisterField(
            name="listed_on",
            title=Words("登记日期", "Listed on"),
            type=FieldType.DATE,
            synonyms=("日期", "上市日期", "报送日期", "上架日期"),
            required=True,
        ),
        RegisterField(
            name="product",
            title=Words("产品名称", "Product"),
            type=FieldType.TEXT,
            synonyms=("农产品名称", "名称", "产品", "品名"),
            required=True,
        ),
        RegisterField(
            name="kind",
            title=Words("品类", "Kind"),
            type=FieldType.TEXT,
            synonyms=("类别", "类型", "产品类别"),
            choices=PRODUCE_KINDS,
        ),
        RegisterField(
            name="producer",
            title=Words("主体编号", "Producer"),
            type=FieldType.TEXT,
            synonyms=("生产者编号", "供应商编号", "供货主体"),
        ),
        RegisterField(
            name="county",
            title=Words("产地", "County"),
            type=FieldType.TEXT,
            synonyms=("产地县", "所在县", "县区"),
        ),
        RegisterField(
            name="quantity",
            title=Words("可售数量", "Quantity"),
            type=FieldType.NUMBER,
            synonyms=("数量", "待售数量", "产量", "库存"),
        ),
        RegisterField(
            name="unit",
            title=Words("计量单位", "Unit"),
            type=FieldType.TEXT,
            synonyms=("单位",),
            choices=SALE_UNITS,
        ),
        RegisterField(
            name="price",
            title=Words("单价", "Price"),
            type=FieldType.MONEY,
            synonyms=("价格", "销售单价"),
            unit="元",
        ),
        RegisterField(
            name="sold_from",
            title=Words("可售起始日期", "Sold from"),
            type=FieldType.DATE,
            synonyms=("可供起始日期", "上市起始日期", "采收起始日期"),
            note="不填视为登记时已可售",
        ),
        RegisterField(
            name="sold_until",
            title=Words("可售截止日期", "Sold until"),
            type=FieldType.DATE,
            synonyms=("可供截止日期", "下市日期", "采收截止日期"),
            note="不填视为长期可售",
        ),
        RegisterField(
            name="smallest_lot",
            title=Words("起售量", "Smallest lot"),
            type=FieldType.NUMBER,
            synonyms=("起订量", "最小起售量", "最低起订量"),
            note="单次最低销售数量，单位同可售数量",
        ),
        RegisterField(
            name="hard_to_sell",
            title=Words("是否滞销", "Hard to sell"),
            type=FieldType.YES_NO,
            synonyms=("滞销", "卖难"),
        ),
        *TAIL,
    ),
    day="listed_on",
    serves=Words(
        "使滞销农产品及时得到帮扶；供数量（品种、滞销处置）指标取数",
        "Produce that is hard to sell gets help in time; feeds quantity (products)",
    ),
    never=Words("农户姓名、电话、证件号码", "Names, phone and identity numbers"),
    key=("listed_on", "product", "producer"),
    synonyms=("农产品", "产品", "产品台账", "农特产品"),
)
