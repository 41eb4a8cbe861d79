"""Orders of farm produce, on the 832 platform and elsewhere (消费帮扶订单台账)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import SALE_UNITS, TAIL
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

KIND: Final = RegisterKind(
    name="orders",
    title=Words("消费帮扶订单台账", "Orders"),
    version=1,
    fields=(
        RegisterField(
            name="number",
            title=Words("订单编号", "Number"),
            type=FieldType.TEXT,
            synonyms=("订单号", "编号", "合同编号"),
            required=True,
        ),
        RegisterField(
            name="ordered_on",
            title=Words("下单日期", "Ordered on"),
            type=FieldType.DATE,
            synonyms=("订单日期", "成交日期", "交易日期", "日期", "下单时间"),
            required=True,
        ),
        RegisterField(
            name="platform",
            title=Words("销售渠道", "Platform"),
            type=FieldType.CHOICE,
            synonyms=("平台", "渠道", "交易平台", "采购渠道"),
            choices=("832平台", "其他电商平台", "展销活动", "线下直采", "其他"),
            aliases=(
                ("832", "832平台"),
                ("脱贫地区农副产品网络销售平台", "832平台"),
                ("贫困地区农副产品网络销售平台", "832平台"),
                ("电商平台", "其他电商平台"),
                ("电商", "其他电商平台"),
                ("直播带货", "其他电商平台"),
                ("展销会", "展销活动"),
                ("线下", "线下直采"),
            ),
            required=True,
        ),
        RegisterField(
            name="product",
            title=Words("产品名称", "Product"),
            type=FieldType.TEXT,
            synonyms=("商品名称", "产品", "商品", "农产品名称"),
        ),
        RegisterField(
            name="supplier",
            title=Words("供应商", "Supplier"),
            type=FieldType.TEXT,
            synonyms=("供应商名称", "卖方", "主体编号", "供货单位"),
            note="农户写主体编号，不写姓名",
        ),
        RegisterField(
            name="supplier_county",
            title=Words("供应商所在县", "County of the supplier"),
            type=FieldType.TEXT,
            synonyms=("产地县", "所在县", "供应商县区", "产地"),
        ),
        RegisterField(
            name="county_listed",
            title=Words("是否832县", "Listed county"),
            type=FieldType.YES_NO,
            synonyms=("是否脱贫县", "832县", "脱贫县"),
        ),
        RegisterField(
            name="quantity",
            title=Words("数量", "Quantity"),
            type=FieldType.NUMBER,
            synonyms=("订购数量", "采购数量"),
        ),
        RegisterField(
            name="unit",
            title=Words("计量单位", "Unit"),
            type=FieldType.TEXT,
            synonyms=("单位",),
            choices=SALE_UNITS,
        ),
        RegisterField(
            name="amount",
            title=Words("金额", "Amount"),
            type=FieldType.MONEY,
            synonyms=("订单金额", "成交金额", "交易金额", "采购金额"),
            unit="元",
            signed=True,
            required=True,
            note="退款的写负数",
        ),
        RegisterField(
            name="buyer",
            title=Words("采购单位", "Buyer"),
            type=FieldType.TEXT,
            synonyms=("买方", "采购人", "采购方"),
            note="个人购买的写“个人”",
        ),
        RegisterField(
            name="demand",
            title=Words("需求编号", "Demand"),
            type=FieldType.TEXT,
            synonyms=("采购需求编号", "对应需求编号"),
            note="按采购需求台账的编号写，产销对接时从需求中扣除",
        ),
        RegisterField(
            name="funds",
            title=Words("采购资金", "Funds"),
            type=FieldType.CHOICE,
            synonyms=("资金性质", "采购性质"),
            choices=("食堂食材", "公务接待", "学校供餐", "工会经费", "其他"),
            aliases=(
                ("食堂", "食堂食材"),
                ("单位食堂", "食堂食材"),
                ("工会", "工会经费"),
                ("学校食堂", "学校供餐"),
            ),
        ),
        RegisterField(
            name="status",
            title=Words("订单状态", "Status"),
            type=FieldType.CHOICE,
            synonyms=("状态",),
            choices=("已完成", "履约中", "已取消", "已退货"),
            aliases=(
                ("完成", "已完成"),
                ("交易成功", "已完成"),
                ("已付款", "履约中"),
                ("取消", "已取消"),
                ("退货", "已退货"),
                ("已退款", "已退货"),
            ),
        ),
        RegisterField(
            name="due_on",
            title=Words("约定交付日期", "Delivery due on"),
            type=FieldType.DATE,
            synonyms=("约定交货日期", "交付期限"),
        ),
        *TAIL,
    ),
    day="ordered_on",
    serves=Words(
        "证明销售数量、采购主体和销售渠道；供经济效益（销售额）、消费帮扶指标取数，与平台导出核对",
        "Shows what was sold to whom and where; feeds economic benefit (sales) and "
        "consumption assistance, and is compared with the platform's export",
    ),
    never=Words(
        "个人买家的姓名、电话、收货地址，农户姓名",
        "Names, phones and addresses of private buyers, names of farmers",
    ),
    key=("number", "product"),
    synonyms=("订单", "订单台账", "消费帮扶订单", "平台订单", "销售台账"),
)
