"""Payments of the project (支出台账)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import TAIL
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

KIND: Final = RegisterKind(
    name="spending",
    title=Words("支出台账", "Spending"),
    version=1,
    fields=(
        RegisterField(
            name="paid_on",
            title=Words("支付日期", "Paid on"),
            type=FieldType.DATE,
            synonyms=("日期", "付款日期", "支出日期", "记账日期", "支付时间"),
            required=True,
        ),
        RegisterField(
            name="amount",
            title=Words("金额", "Amount"),
            type=FieldType.MONEY,
            synonyms=("支付金额", "支出金额", "付款金额", "金额（元）"),
            unit="元",
            signed=True,
            required=True,
            note="退回的写负数",
        ),
        RegisterField(
            name="category",
            title=Words("经济分类", "Economic category"),
            type=FieldType.TEXT,
            synonyms=("支出经济分类", "部门经济分类", "经济科目", "科目", "支出类别"),
            choices=(
                "办公费",
                "印刷费",
                "咨询费",
                "邮电费",
                "差旅费",
                "租赁费",
                "会议费",
                "培训费",
                "劳务费",
                "委托业务费",
                "其他交通费用",
                "其他商品和服务支出",
            ),
        ),
        RegisterField(
            name="purpose",
            title=Words("用途", "Purpose"),
            type=FieldType.TEXT,
            synonyms=("摘要", "支付用途", "事由"),
        ),
        RegisterField(
            name="payee",
            title=Words("收款单位", "Payee"),
            type=FieldType.TEXT,
            synonyms=("收款人", "收款方", "收款单位名称"),
            note="付给个人的写“个人”，不写姓名和账号",
            body=True,
        ),
        RegisterField(
            name="payee_subordinate",
            title=Words("收款方是否下属单位", "Payee is a subordinate unit"),
            type=FieldType.YES_NO,
            synonyms=("是否下属单位", "下属单位"),
        ),
        RegisterField(
            name="source",
            title=Words("资金来源", "Source of funds"),
            type=FieldType.CHOICE,
            synonyms=("资金级次", "来源"),
            choices=("中央", "省级", "市级", "县级", "上年结转", "其他"),
            aliases=(
                ("中央资金", "中央"),
                ("省级资金", "省级"),
                ("市级资金", "市级"),
                ("县级资金", "县级"),
                ("区级", "县级"),
                ("县区级", "县级"),
                ("结转", "上年结转"),
            ),
        ),
        RegisterField(
            name="transfer",
            title=Words("是否转移支付", "Transfer payment"),
            type=FieldType.YES_NO,
            synonyms=("转移支付",),
        ),
        RegisterField(
            name="on_acceptance",
            title=Words("是否验收后付款", "Paid on acceptance"),
            type=FieldType.YES_NO,
            synonyms=("验收付款", "验收后支付"),
        ),
        RegisterField(
            name="indicator",
            title=Words("对应指标", "Indicator"),
            type=FieldType.TEXT,
            synonyms=("指标", "指标名称"),
        ),
        RegisterField(
            name="voucher",
            title=Words("凭证号", "Voucher"),
            type=FieldType.TEXT,
            synonyms=("凭证编号", "记账凭证号", "支付凭证号", "凭证"),
        ),
        *TAIL,
    ),
    day="paid_on",
    serves=Words(
        "证明资金的支出方向和支付时间；供预算执行率、成本指标取数，核对年底集中支付和超范围支出",
        "Shows where and when money went; feeds the execution rate and cost, and the "
        "check of a year-end rush and of spending outside the purpose",
    ),
    never=Words(
        "个人收款人的姓名、证件号码、银行账号",
        "Names, identity and account numbers of persons who are paid",
    ),
    key=("voucher", "paid_on", "amount", "category", "payee", "purpose"),
    synonyms=("支出", "支付台账", "支付明细", "支出明细", "资金支出"),
)
