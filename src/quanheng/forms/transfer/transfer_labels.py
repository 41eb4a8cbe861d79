"""The labels of the transfer-payment form (转移支付自评表栏目)."""

from typing import Final

from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.forms.composing.form.form_labels import FormWords

WORDS: Final = FormWords(
    name="转移支付（项目）名称",
    department="地方主管部门",
    unit="资金使用单位",
    money="资金情况",
    sources={
        BudgetColumn.TOTAL: "年度资金总额",
        BudgetColumn.FISCAL: "其中：财政拨款",
        BudgetColumn.CENTRAL: "其中：中央财政资金",
        BudgetColumn.PROVINCIAL: "省级财政资金",
        BudgetColumn.MUNICIPAL: "市级财政资金",
        BudgetColumn.COUNTY: "县区级财政资金",
        BudgetColumn.CARRYOVER: "上年结转资金",
        BudgetColumn.OTHER: "其他资金",
    },
    amounts={
        BudgetRow.INITIAL: "年初预算数",
        BudgetRow.ANNUAL: "全年预算数（A）",
        BudgetRow.RECEIVED: "实际到位数",
        BudgetRow.SPENT: "全年执行数（B）",
        BudgetRow.BALANCE: "资金结余",
        BudgetRow.ARRIVAL_RATE: "资金到位率",
        BudgetRow.EXECUTION_RATE: "预算执行率（B/A）",
    },
    goals="总体目标完成情况",
    goal_heads={
        "period": "实施期目标",
        "annual": "总体目标",
        "actual": "全年实际完成情况",
    },
    block="绩效指标",
    indicators={
        "level1": "一级指标",
        "level2": "二级指标",
        "level3": "三级指标",
        "target": "指标值",
        "actual": "全年实际完成值",
        "completion": "完成率",
        "weight": "分值",
        "score": "得分",
        "reason": "未完成原因和改进措施",
    },
    official_sources=(BudgetColumn.TOTAL, BudgetColumn.CENTRAL, BudgetColumn.OTHER),
    official_amounts=(BudgetRow.ANNUAL, BudgetRow.SPENT, BudgetRow.EXECUTION_RATE),
    official_columns=("level1", "level2", "level3", "target", "actual", "reason"),
    has_points=False,
)
