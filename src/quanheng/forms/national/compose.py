"""The national form, annex 1 of 财预〔2020〕10号: one big table (全国统一格式)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field, text_of
from quanheng.core.report import Goals, IndicatorTable, Project
from quanheng.document.blocks import Block, Heading, Paragraph
from quanheng.document.table import Align, Table
from quanheng.forms.composing.grid import Grid
from quanheng.forms.composing.head import preparer_lines
from quanheng.forms.composing.indicators import (
    columns_of,
    has_total,
    put_header,
    put_rows,
    put_total,
)
from quanheng.forms.composing.money import has_more_than_totals
from quanheng.forms.composing.narrative import Narrative
from quanheng.forms.composing.placing import (
    place_budget,
    place_conclusion,
    place_goals,
    place_overview,
    place_results,
)

_TITLE: Final = "项目支出绩效自评表"
_LABELS: Final[Mapping[str, str]] = {
    "level1": "一级指标",
    "level2": "二级指标",
    "level3": "三级指标",
    "target": "年度指标值",
    "actual": "实际完成值",
    "completion": "完成率",
    "weight": "分值",
    "score": "得分",
    "reason": "偏差原因分析及改进措施",
}
_ALWAYS: Final = tuple(name for name in _LABELS if name != "completion")
_SOURCES: Final = {
    BudgetColumn.TOTAL: "年度资金总额",
    BudgetColumn.FISCAL: "其中：当年财政拨款",
    BudgetColumn.CARRYOVER: "上年结转资金",
    BudgetColumn.OTHER: "其他资金",
}
_AMOUNTS: Final = {
    BudgetRow.INITIAL: "年初预算数",
    BudgetRow.ANNUAL: "全年预算数（A）",
    BudgetRow.SPENT: "全年执行数（B）",
}
_FIRST_AMOUNT: Final = 3
_WEIGHT: Final = 6
_RATE: Final = 7
_SCORE: Final = 8
_HALF: Final = 5
"""Column at which the right half of head and goals begins."""


def compose_project(project: Project) -> Iterator[Block]:
    """A project as the national form; says what the project says.

    What the form has no cell for follows below the table: the narrative, the budget
    by level, who filled it in.
    """
    yield Heading(text_of(project.title) or _TITLE, 0)
    if project.year is not None:
        yield Paragraph(f"（{_year(project.year.raw)}）", Align.CENTER)
    yield _form(project)
    yield from preparer_lines(project.preparer)
    yield from _rest(project).blocks()
    for line in (project.attachment_note, project.annex):
        if line is not None:
            yield Paragraph(line.raw)


def _year(raw: str) -> str:
    return raw if raw.endswith("年度") else f"{raw.removesuffix('年')}年度"


def _rest(project: Project) -> Narrative:
    narrative = Narrative(project.sections)
    place_overview(narrative, project.overview)
    if project.budget is not None and has_more_than_totals(project.budget):
        place_budget(narrative, project)
    place_goals(narrative, replace(project, goals=Goals(project.goals.period)))
    if _grade_in_form(project) is None:
        place_conclusion(narrative, project)
    place_results(narrative, project.section_tables)
    return narrative


def _grade_in_form(project: Project) -> Field | None:
    """The grade, where no sentence states it and the 总分 row has room for it."""
    if project.conclusion or project.stated_total or project.table is None:
        return None
    return project.grade if has_total(project.table) else None


def _form(project: Project) -> Table:
    table = project.table or IndicatorTable(())
    columns = _columns(table)
    grid = Grid(1 + len(columns))
    _put_head(grid, project)
    if project.budget is not None:
        _put_budget(grid, project.budget)
    if project.goals.annual is not None or project.goals.actual is not None:
        _put_goals(grid, project.goals)
    if project.table is not None:
        _put_indicators(grid, table, columns, _grade_in_form(project))
    return grid.table()


def _columns(table: IndicatorTable) -> list[str]:
    found = columns_of(table, tuple(_LABELS))
    return [name for name in _LABELS if name in _ALWAYS or name in found]


def _put_head(grid: Grid, project: Project) -> None:
    row = grid.add_row()
    grid.label("项目名称", row, 0)
    grid.put(text_of(project.name), row, 1, columns=grid.column_count - 1)
    if project.department is None and project.unit is None:
        return
    row = grid.add_row()
    _put_pair(grid, row, "主管部门", project.department, 0, _HALF)
    _put_pair(grid, row, "实施单位", project.unit, _HALF, grid.column_count)


def _put_pair(
    grid: Grid, row: int, label: str, value: Field | None, first: int, end: int
) -> None:
    grid.label(label, row, first)
    grid.put(text_of(value), row, first + 1, columns=end - first - 1)


def _put_budget(grid: Grid, budget: Budget) -> None:
    unit = f"（{budget.unit.raw}）" if budget.unit else ""
    row = grid.add_row()
    grid.label(f"项目资金{unit}", row, 0, rows=1 + len(_SOURCES))
    grid.put("", row, 1, columns=_FIRST_AMOUNT - 1)
    for column, label in enumerate(_AMOUNTS.values(), _FIRST_AMOUNT):
        grid.label(label, row, column)
    grid.label("分值", row, _WEIGHT)
    grid.label("执行率（B/A）", row, _RATE)
    grid.label("得分", row, _SCORE, columns=grid.column_count - _SCORE)
    for source, label in _SOURCES.items():
        _put_source(grid, budget, source, label)


def _put_source(grid: Grid, budget: Budget, source: BudgetColumn, label: str) -> None:
    is_total = source is BudgetColumn.TOTAL
    row = grid.add_row()
    grid.put(label, row, 1, columns=_FIRST_AMOUNT - 1)
    for column, name in enumerate(_AMOUNTS, _FIRST_AMOUNT):
        text = text_of(budget.cell(name, source))
        grid.put(text, row, column, align=Align.RIGHT)
    rate = text_of(budget.cell(BudgetRow.EXECUTION_RATE, source))
    weight, score = text_of(budget.weight), text_of(budget.score)
    width = grid.column_count - _SCORE
    grid.put(weight if is_total else "—", row, _WEIGHT, align=Align.RIGHT)
    grid.put(rate, row, _RATE, align=Align.RIGHT)
    grid.put(score if is_total else "—", row, _SCORE, columns=width, align=Align.RIGHT)


def _put_goals(grid: Grid, goals: Goals) -> None:
    heads, texts = grid.add_row(), grid.add_row()
    width = grid.column_count - _HALF
    grid.label("年度总体目标", heads, 0, rows=2)
    grid.label("预期目标", heads, 1, columns=_HALF - 1)
    grid.label("实际完成情况", heads, _HALF, columns=width)
    grid.put(text_of(goals.annual), texts, 1, columns=_HALF - 1)
    grid.put(text_of(goals.actual), texts, _HALF, columns=width)


def _put_indicators(
    grid: Grid, table: IndicatorTable, columns: list[str], grade: Field | None
) -> None:
    top = grid.row_count
    grid.label("绩效指标", top, 0, rows=1 + len(table.rows))
    put_header(grid, table, columns, _LABELS, first=1)
    put_rows(grid, table, columns, first=1)
    put_total(grid, table, columns, first=1, grade=grade)
