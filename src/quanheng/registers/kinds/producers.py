"""Those who sell with help: cooperatives, firms, households (帮扶主体台账)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import TAIL
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

KIND: Final = RegisterKind(
    name="producers",
    title=Words("帮扶主体台账", "Producers"),
    version=1,
    fields=(
        RegisterField(
            name="producer",
            title=Words("主体编号", "Producer"),
            type=FieldType.TEXT,
            synonyms=("编号", "生产者编号", "供应商编号"),
            required=True,
            note="自编号，不得为身份证号或电话",
        ),
        RegisterField(
            name="kind",
            title=Words("主体类型", "Kind"),
            type=FieldType.CHOICE,
            synonyms=("类型", "类别"),
            choices=("合作社", "企业", "家庭农场", "村集体", "农户", "其他"),
            aliases=(
                ("专业合作社", "合作社"),
                ("公司", "企业"),
                ("脱贫户", "农户"),
                ("村级集体经济组织", "村集体"),
            ),
            required=True,
        ),
        RegisterField(
            name="assisted",
            title=Words("帮扶对象类别", "Entitled to help"),
            type=FieldType.CHOICE,
            synonyms=("帮扶对象", "是否脱贫户或监测户", "户别"),
            choices=("脱贫户", "监测户", "否"),
            aliases=(
                ("建档立卡脱贫户", "脱贫户"),
                ("建档立卡户", "脱贫户"),
                ("防返贫监测对象", "监测户"),
                ("防返贫监测户", "监测户"),
                ("监测对象", "监测户"),
                ("一般户", "否"),
                ("一般农户", "否"),
            ),
            note="按主体编号登记，产销对接时优先；不写户主姓名",
        ),
        RegisterField(
            name="name",
            title=Words("单位名称", "Name"),
            type=FieldType.TEXT,
            synonyms=("主体名称", "企业名称", "合作社名称", "名称"),
            note="农户不填，只写编号",
        ),
        RegisterField(
            name="county",
            title=Words("所在县", "County"),
            type=FieldType.TEXT,
            synonyms=("县", "县区", "所在县区"),
        ),
        RegisterField(
            name="county_listed",
            title=Words("是否832县", "Listed county"),
            type=FieldType.YES_NO,
            synonyms=("是否脱贫县", "832县", "脱贫县"),
        ),
        RegisterField(
            name="on_platform",
            title=Words("是否832平台供应商", "Supplier of the 832 platform"),
            type=FieldType.YES_NO,
            synonyms=("832平台供应商", "平台供应商"),
        ),
        RegisterField(
            name="households",
            title=Words("带动农户数", "Households helped"),
            type=FieldType.COUNT,
            synonyms=("联农带农户数", "带动户数", "带动脱贫户数"),
            unit="户",
        ),
        RegisterField(
            name="contact",
            title=Words("联系人", "Contact"),
            type=FieldType.SEALED,
            synonyms=("负责人", "法人", "法定代表人", "姓名", "户主"),
            personal=True,
            note="只供经办人联系，任何输出均不显示",
        ),
        RegisterField(
            name="phone",
            title=Words("联系电话", "Phone"),
            type=FieldType.SEALED,
            synonyms=("电话", "手机", "手机号", "联系方式"),
            personal=True,
            note="只供经办人联系，任何输出均不显示",
        ),
        *TAIL,
    ),
    day="",
    serves=Words(
        "说明帮扶销售的主体和带动户数；供经济效益、社会效益（带动户数）指标取数",
        "Says who is helped to sell and how many households gain; feeds economic and "
        "social benefit",
    ),
    never=Words(
        "证件号码、银行账号、家庭情况", "Identity and account numbers, family matters"
    ),
    key=("producer",),
    synonyms=("主体", "帮扶主体", "供应商", "生产者", "农产品供应商"),
    confidential=True,
)
