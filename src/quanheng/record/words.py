"""Names of a record's sheets, rows and columns (数据表用词)."""

from typing import Final

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.indicator import Indicator
from quanheng.core.report import Chapter, Goals, IndicatorTable, Preparer, Project
from quanheng.record.fields import labels_of

MARK: Final = "权衡数据表（第1版）"
"""The first line of a record, with the version of its layout."""
GUIDE: Final = (
    "本文件可以用 Excel 或 WPS 修改，保存后仍可由权衡读取。",
    "第一行和第一列的名称请保留；指标、正文和其他栏目可以增加或删除整行。",
    "空单元格表示原表设有该栏但未填写，“〔无此栏〕”表示原表未设该栏。",
    "“〔未能确定〕”后为看到但未能确定的文字，核对后请删去该标记或改填正确内容。",
)
ABSENT: Final = "〔无此栏〕"
"""Marks a cell that the form does not have; an empty cell was left blank."""
UNCERTAIN: Final = "〔未能确定〕"
"""Marks a cell with a text that was seen but may not be its value."""
LONGEST_CELL: Final = 32_767
"""Most characters in a cell of a workbook."""

PROJECT: Final = "项目"
BUDGET: Final = "预算"
GOALS: Final = "目标"
INDICATORS: Final = "指标"
SECTION_INDICATORS: Final = "分章指标"
PERIOD_INDICATORS: Final = "实施期指标"
NARRATIVE: Final = "正文"
REMARKS: Final = "其他栏目"
BINDINGS: Final = "取数"
"""The parts: each a table of its own, named in its upper left corner."""

CONTENT: Final = "内容"
LABEL: Final = "栏目"
CHAPTER: Final = "章"
BINDING: Final = "取数方式"
HEADS: Final = {
    PROJECT: (CONTENT,),
    GOALS: (CONTENT,),
    NARRATIVE: (CHAPTER, CONTENT),
    REMARKS: (LABEL, CONTENT),
    BINDINGS: (LABEL, BINDING),
}
"""Heads right of the corner, for the parts where they are fixed."""
HEADER_ROW: Final = "表头"
TOTAL_ROW: Final = "总分"
ACTUAL: Final = "业绩值"
CELL: Final = "{}/{}"
"""A cell of the budget by row and column: 全年执行/年度总金额."""
PARAGRAPH: Final = "段落"

FIELDS: Final = {
    **labels_of(Project),
    **labels_of(IndicatorTable),
    **labels_of(Preparer, "preparer"),
    **labels_of(Budget, "budget"),
}
"""Row of the project's table → the keys of its value's path in the plain data."""
GOAL_FIELDS: Final = labels_of(Goals, "goals")
COLUMNS: Final = {label: key for label, (key,) in labels_of(Indicator).items()}
"""Column of an indicator table → key of the value."""
BUDGET_ROWS: Final = {row.label: row.value for row in BudgetRow}
BUDGET_COLUMNS: Final = {column.label: column.value for column in BudgetColumn}
_LEVELS: Final = ("无标题", "一级标题", "二级标题", "三级标题", "四级标题")
LEVELS: Final = {name: str(level) for level, name in enumerate(_LEVELS)}
CHAPTERS: Final = {
    "基本情况": Chapter.BASICS.value,
    "绩效情况": Chapter.PERFORMANCE.value,
    "绩效分析": Chapter.ANALYSIS.value,
    "经验做法": Chapter.EXPERIENCE.value,
    "存在问题": Chapter.PROBLEMS.value,
    "改进措施": Chapter.MEASURES.value,
    "其他": Chapter.OTHER.value,
}
