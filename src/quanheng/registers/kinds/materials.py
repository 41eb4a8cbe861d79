"""Publicity materials that were printed or made (宣传资料台账)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import TAIL
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

KIND: Final = RegisterKind(
    name="materials",
    title=Words("宣传资料台账", "Materials"),
    version=1,
    fields=(
        RegisterField(
            name="made_on",
            title=Words("印制日期", "Made on"),
            type=FieldType.DATE,
            synonyms=("日期", "制作日期", "印刷日期", "入库日期", "交货日期", "时间"),
            required=True,
        ),
        RegisterField(
            name="title",
            title=Words("资料名称", "Title"),
            type=FieldType.TEXT,
            synonyms=("名称", "印刷品名称", "宣传品名称", "材料名称"),
            required=True,
        ),
        RegisterField(
            name="kind",
            title=Words("资料类型", "Kind"),
            type=FieldType.TEXT,
            synonyms=("类型", "类别", "种类", "资料种类"),
            choices=(
                "手册",
                "折页",
                "海报",
                "画册",
                "图书",
                "展板",
                "横幅",
                "宣传品",
                "视频",
                "其他",
            ),
        ),
        RegisterField(
            name="copies",
            title=Words("印制份数", "Copies"),
            type=FieldType.COUNT,
            synonyms=("份数", "数量", "印数", "印刷数量", "印制数量", "册数"),
            unit="份",
            required=True,
        ),
        RegisterField(
            name="unit_price",
            title=Words("单价", "Unit price"),
            type=FieldType.MONEY,
            synonyms=("印制单价", "单价（元）", "单份价格"),
            unit="元",
        ),
        RegisterField(
            name="total",
            title=Words("总价", "Total"),
            type=FieldType.MONEY,
            synonyms=("金额", "合计金额", "总金额", "印制费用", "费用"),
            unit="元",
        ),
        RegisterField(
            name="supplier",
            title=Words("承印单位", "Supplier"),
            type=FieldType.TEXT,
            synonyms=("印刷单位", "制作单位", "供应商", "印刷厂"),
            body=True,
        ),
        RegisterField(
            name="accepted",
            title=Words("是否验收合格", "Accepted"),
            type=FieldType.YES_NO,
            synonyms=("验收合格", "是否合格", "验收结果", "是否验收"),
        ),
        RegisterField(
            name="accepted_copies",
            title=Words("合格份数", "Accepted copies"),
            type=FieldType.COUNT,
            synonyms=("验收合格份数", "合格数量", "验收份数"),
            unit="份",
            note="部分合格时填写",
        ),
        RegisterField(
            name="accepted_on",
            title=Words("验收日期", "Accepted on"),
            type=FieldType.DATE,
            synonyms=("验收时间",),
        ),
        RegisterField(
            name="accepted_by",
            title=Words("验收人", "Accepted by"),
            type=FieldType.SEALED,
            synonyms=("验收人员", "验收签字"),
            personal=True,
            note="只供本单位核对，任何输出均不显示",
        ),
        RegisterField(
            name="handed_out",
            title=Words("发放份数", "Handed out"),
            type=FieldType.COUNT,
            synonyms=("发放数量", "已发放", "发放数"),
            unit="份",
        ),
        *TAIL,
    ),
    day="made_on",
    serves=Words(
        "证明资料的印制数量、费用、质量和发放情况；供数量（份数、种类）、质量（合格率）、"
        "成本（单价、总价）、社会效益（发放率）指标取数",
        "Shows what was printed, paid, accepted and handed out; feeds quantity "
        "(copies, kinds), quality (accepted share), cost (price) and benefit (share "
        "handed out)",
    ),
    never=Words(
        "领取人姓名、电话、证件号码", "Names, phone and identity numbers of receivers"
    ),
    products=(("unit_price", "copies", "total"),),
    at_most=(("accepted_copies", "copies"), ("handed_out", "copies")),
    key=("made_on", "title", "supplier", "copies"),
    synonyms=("资料", "宣传资料", "资料台账", "印刷品", "宣传品", "宣传材料"),
)
