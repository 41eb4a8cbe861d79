"""What cells and parts are called in a comparison (比对用词)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.budget import BudgetColumn, BudgetRow

CELLS: Final = {
    "project": Words("项目", "project"),
    "row": Words("整行", "row"),
    "section": Words("整节", "section"),
    "heading": Words("标题", "heading"),
    "paragraph": Words("段落", "paragraph"),
    "title": Words("标题", "title"),
    "name": Words("项目名称", "project name"),
    "year": Words("评价年度", "year"),
    "department": Words("主管部门", "department"),
    "unit": Words("实施单位", "unit"),
    "preparer": Words("填报人", "preparer"),
    "head": Words("负责人", "head"),
    "telephone": Words("联系电话", "telephone"),
    "date": Words("填报日期", "date"),
    "annex": Words("附件标题", "annex"),
    "attachment_note": Words("附件说明", "note on the annex"),
    "period": Words("实施期目标", "goal of the period"),
    "annual": Words("年度目标", "annual goal"),
    "goal_actual": Words("实际完成情况", "outcome"),
    "summary": Words("项目概况", "summary"),
    "basis": Words("立项依据", "legal basis"),
    "necessity": Words("设立的必要性", "necessity"),
    "safeguards": Words("保证措施与制度", "safeguards"),
    "plan": Words("项目实施计划", "plan"),
    "level1": Words("一级指标", "level one"),
    "level2": Words("二级指标", "level two"),
    "level3": Words("指标名称", "indicator name"),
    "weight": Words("权重", "weight"),
    "target": Words("目标值", "target"),
    "actual": Words("业绩值", "actual"),
    "completion": Words("完成率", "completion"),
    "score": Words("得分", "score"),
    "reason": Words("偏差原因", "reason"),
    "total_weight": Words("权重合计", "total weight"),
    "total": Words("自评总分", "total score"),
    "grade": Words("自评等级", "grade"),
    "conclusion": Words("评价结论", "conclusion"),
    "money_unit": Words("金额单位", "unit of money"),
    "money_weight": Words("执行率分值", "weight of the execution rate"),
    "money_score": Words("执行率得分", "score of the execution rate"),
    "further": Words("其他来源金额", "further amounts"),
    "execution_rate": Words("预算执行率", "execution rate"),
    "remark": Words("内容", "text"),
}
"""Key of a cell → what it is called."""

BUDGET_ROWS: Final = {
    BudgetRow.INITIAL: "initial budget",
    BudgetRow.ANNUAL: "annual budget",
    BudgetRow.RECEIVED: "received",
    BudgetRow.SPENT: "spent",
    BudgetRow.BALANCE: "balance",
    BudgetRow.ARRIVAL_RATE: "arrival rate",
    BudgetRow.EXECUTION_RATE: "execution rate",
}
BUDGET_COLUMNS: Final = {
    BudgetColumn.TOTAL: "total",
    BudgetColumn.FISCAL: "fiscal subtotal",
    BudgetColumn.CENTRAL: "central",
    BudgetColumn.PROVINCIAL: "provincial",
    BudgetColumn.MUNICIPAL: "municipal",
    BudgetColumn.COUNTY: "county",
    BudgetColumn.CARRYOVER: "carry-over",
    BudgetColumn.OTHER: "other",
}


def budget_row(row: BudgetRow) -> Words:
    """A row of the budget table."""
    return Words(row.label, BUDGET_ROWS[row])


def budget_column(column: BudgetColumn) -> Words:
    """A column of the budget table."""
    return Words(column.label, BUDGET_COLUMNS[column])
