"""The labels of the national form (全国统一格式栏目)."""

from typing import Final

from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.forms.composing.form.form_labels import FormWords

WORDS: Final = FormWords(
    name="项目名称",
    department="主管部门",
    unit="实施单位",
    money="项目资金",
    sources={
        BudgetColumn.TOTAL: "年度资金总额",
        BudgetColumn.FISCAL: "其中：当年财政拨款",
        BudgetColumn.CENTRAL: "中央财政资金",
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
        BudgetRow.ARRIVAL_RATE: "预算到位率",
        BudgetRow.EXECUTION_RATE: "执行率（B/A）",
    },
    goals="年度总体目标",
    goal_heads={"period": "实施期目标", "annual": "预期目标", "actual": "实际完成情况"},
    block="绩效指标",
    indicators={
        "level1": "一级指标",
        "level2": "二级指标",
        "level3": "三级指标",
        "target": "年度指标值",
        "actual": "实际完成值",
        "completion": "完成率",
        "weight": "分值",
        "score": "得分",
        "reason": "偏差原因分析及改进措施",
    },
    official_sources=(
        BudgetColumn.TOTAL,
        BudgetColumn.FISCAL,
        BudgetColumn.CARRYOVER,
        BudgetColumn.OTHER,
    ),
    official_amounts=(
        BudgetRow.INITIAL,
        BudgetRow.ANNUAL,
        BudgetRow.SPENT,
        BudgetRow.EXECUTION_RATE,
    ),
    official_columns=(
        *("level1", "level2", "level3", "target", "actual"),
        *("weight", "score", "reason"),
    ),
    has_points=True,
)
