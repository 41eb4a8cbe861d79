"""Surveys with their sample, one row a group asked (调查台账)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.common_fields import TAIL
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

KIND: Final = RegisterKind(
    name="surveys",
    title=Words("调查台账", "Surveys"),
    version=1,
    fields=(
        RegisterField(
            name="survey",
            title=Words("调查名称", "Survey"),
            type=FieldType.TEXT,
            synonyms=("名称", "问卷名称", "调查主题"),
            required=True,
        ),
        RegisterField(
            name="kind",
            title=Words("调查类型", "Kind"),
            type=FieldType.CHOICE,
            synonyms=("类型", "调查内容"),
            choices=("满意度", "知晓率", "其他"),
            aliases=(
                ("满意率", "满意度"),
                ("满意度调查", "满意度"),
                ("认可度", "满意度"),
                ("知晓度", "知晓率"),
                ("知晓率调查", "知晓率"),
            ),
            required=True,
        ),
        RegisterField(
            name="indicator",
            title=Words("对应指标", "Indicator"),
            type=FieldType.TEXT,
            synonyms=("指标", "指标名称"),
        ),
        RegisterField(
            name="held_on",
            title=Words("调查日期", "Held on"),
            type=FieldType.DATE,
            synonyms=("日期", "调查时间", "开始日期", "调查开始日期"),
            required=True,
        ),
        RegisterField(
            name="ended_on",
            title=Words("结束日期", "Ended on"),
            type=FieldType.DATE,
            synonyms=("调查结束日期", "截止日期"),
        ),
        RegisterField(
            name="method",
            title=Words("调查方式", "Method"),
            type=FieldType.TEXT,
            synonyms=("方式", "调查方法", "调查形式"),
            choices=("现场问卷", "入户调查", "电话调查", "网络问卷", "访谈", "其他"),
        ),
        RegisterField(
            name="sampling",
            title=Words("抽样方法", "Sampling"),
            type=FieldType.TEXT,
            synonyms=("抽样方式", "抽样方案"),
            choices=(
                "简单随机",
                "系统抽样",
                "分层抽样",
                "整群抽样",
                "方便抽样",
                "全面调查",
            ),
        ),
        RegisterField(
            name="group",
            title=Words("调查对象", "Group asked"),
            type=FieldType.TEXT,
            synonyms=("对象", "调查群体", "群体", "分组", "受访群体"),
            note="每个群体一行：脱贫户、村干部……",
        ),
        RegisterField(
            name="group_weight",
            title=Words("群体权重", "Weight of the group"),
            type=FieldType.NUMBER,
            synonyms=("权重", "分组权重"),
            unit="%",
            note="各群体加权计算时填写并说明依据",
        ),
        RegisterField(
            name="population",
            title=Words("总体人数", "Population"),
            type=FieldType.COUNT,
            synonyms=("总体", "总人数", "服务对象总数"),
            unit="人",
        ),
        RegisterField(
            name="planned",
            title=Words("计划样本量", "Planned sample"),
            type=FieldType.COUNT,
            synonyms=("计划样本", "样本量", "抽样数量"),
            unit="份",
        ),
        RegisterField(
            name="issued",
            title=Words("发放份数", "Issued"),
            type=FieldType.COUNT,
            synonyms=("发放问卷", "发放数", "发放数量", "发放问卷数"),
            unit="份",
        ),
        RegisterField(
            name="returned",
            title=Words("回收份数", "Returned"),
            type=FieldType.COUNT,
            synonyms=("回收问卷", "回收数", "回收数量", "收回份数", "回收问卷数"),
            unit="份",
        ),
        RegisterField(
            name="valid",
            title=Words("有效份数", "Valid"),
            type=FieldType.COUNT,
            synonyms=("有效问卷", "有效数", "有效数量", "有效样本", "有效问卷数"),
            unit="份",
        ),
        RegisterField(
            name="open_web",
            title=Words("是否开放式网络问卷", "Open web questionnaire"),
            type=FieldType.YES_NO,
            synonyms=("开放式网络问卷", "公开网络问卷"),
            note="无发放份数的写“是”",
        ),
        RegisterField(
            name="on_site",
            title=Words("是否现场集中填写", "Filled in together"),
            type=FieldType.YES_NO,
            synonyms=("现场集中填写", "集中填写"),
            note="有签到表的现场集中填写",
        ),
        RegisterField(
            name="shared_device",
            title=Words("是否共用设备填写", "Shared device"),
            type=FieldType.YES_NO,
            synonyms=("共用设备", "共用终端"),
        ),
        *TAIL,
    ),
    day="held_on",
    serves=Words(
        "证明调查的对象、方式和样本数量；供满意度、知晓率指标取数和样本量核对",
        "Shows who was asked, how and how many; feeds satisfaction and awareness and "
        "the check of the sample",
    ),
    never=Words(
        "受访人姓名、电话、证件号码、住址：调查一律匿名",
        "Names, phone and identity numbers and addresses of those asked: surveys are "
        "anonymous",
    ),
    at_most=(("returned", "issued"), ("valid", "returned")),
    key=("survey", "group", "held_on"),
    synonyms=("调查", "问卷调查", "满意度调查", "调查登记表"),
    order=("held_on", "ended_on"),
)
