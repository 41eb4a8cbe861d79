"""Deliveries of ordered produce (交付台账)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import SALE_UNITS, TAIL
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

KIND: Final = RegisterKind(
    name="deliveries",
    title=Words("交付台账", "Deliveries"),
    version=1,
    fields=(
        RegisterField(
            name="order",
            title=Words("订单编号", "Order"),
            type=FieldType.TEXT,
            synonyms=("订单号", "合同编号"),
            required=True,
        ),
        RegisterField(
            name="delivered_on",
            title=Words("交付日期", "Delivered on"),
            type=FieldType.DATE,
            synonyms=("日期", "交货日期", "签收日期", "送达日期"),
            required=True,
        ),
        RegisterField(
            name="product",
            title=Words("产品名称", "Product"),
            type=FieldType.TEXT,
            synonyms=("商品名称", "产品", "商品"),
        ),
        RegisterField(
            name="quantity",
            title=Words("交付数量", "Quantity"),
            type=FieldType.NUMBER,
            synonyms=("数量", "签收数量"),
        ),
        RegisterField(
            name="unit",
            title=Words("计量单位", "Unit"),
            type=FieldType.TEXT,
            synonyms=("单位",),
            choices=SALE_UNITS,
        ),
        RegisterField(
            name="accepted",
            title=Words("是否验收合格", "Accepted"),
            type=FieldType.YES_NO,
            synonyms=("验收合格", "是否合格", "是否签收"),
        ),
        RegisterField(
            name="problem",
            title=Words("问题", "Problem"),
            type=FieldType.TEXT,
            synonyms=("存在问题", "质量问题"),
        ),
        *TAIL,
    ),
    day="delivered_on",
    serves=Words(
        "证明订单按期、按质交付；供质量（合格率）、时效（按期交付率）指标取数",
        "Shows that orders arrived in time and in order; feeds quality and timeliness",
    ),
    never=Words("收货人姓名、电话、地址", "Names, phones and addresses of receivers"),
    key=("order", "delivered_on", "product", "quantity"),
    synonyms=("交付", "交货", "交货台账", "发货台账"),
)
