"""A project as one table with just its own cells (一表式排版)."""

from dataclasses import replace
from typing import Final

from quanheng.core.field import Field, text_of
from quanheng.core.report import Goals, IndicatorTable, Project
from quanheng.document.table import Table
from quanheng.forms.composing.form.budget_block import (
    MoneyBlock,
    money_block,
    put_money,
)
from quanheng.forms.composing.form.form_labels import FormWords
from quanheng.forms.composing.form.labelled_cells import (
    above_and_below,
    put_project_cells,
    put_remarks,
    put_result,
)
from quanheng.forms.composing.form.spread import Text, Window, label, put_row, widened
from quanheng.forms.composing.grid import Grid
from quanheng.forms.composing.indicator_table import (
    columns_of,
    has_total,
    put_header,
    put_rows,
    put_total,
)

_LEAST_WIDTH: Final = 4
"""Two labels with their values."""


def form_table(project: Project, words: FormWords) -> Table | None:
    """The table of a form; None where the project has no value for it.

    Args:
        project: The project without the values that its narrative states.
        words: The labels of the form.
    """
    money = money_block(project.budget) if project.budget else None
    columns = (
        columns_of(project.table, tuple(words.indicators)) if project.table else []
    )
    grid = Grid(_width(project, columns, money))
    above, below = above_and_below(project.remarks)
    put_project_cells(grid, project, words)
    put_result(grid, project.stated_total, _grade_of_head(project))
    put_remarks(grid, above)
    if money is not None:
        put_money(grid, money, words)
    _put_goals(grid, project.goals, words)
    header = grid.row_count if project.table is not None else None
    if project.table is not None:
        _put_indicators(grid, project, project.table, columns, words)
    put_remarks(grid, below)
    if not grid.row_count:
        return None
    return replace(grid.table(), one_page=True, inner_header=header)


def _width(project: Project, columns: list[str], money: MoneyBlock | None) -> int:
    return max(
        _LEAST_WIDTH,
        1 + len(columns),
        2 + len(money.heads) if money else 0,
        1 + len(_goal_cells(project.goals)),
    )


def _grade_of_head(project: Project) -> Field | None:
    return None if _grade_of_total(project) else project.grade


def _grade_of_total(project: Project) -> Field | None:
    """The grade, where the 总分 row has a cell for it."""
    table = project.table
    if table is None or not has_total(table):
        return None
    return project.grade if "reason" in columns_of(table) else None


def _put_indicators(
    grid: Grid,
    project: Project,
    table: IndicatorTable,
    columns: list[str],
    words: FormWords,
) -> None:
    window = grid
    if grid.column_count > 1 + len(columns):
        window = Window(grid, widened(columns, grid.column_count))
    grid.label(words.block, grid.row_count, 0, rows=1 + len(table.rows))
    put_header(window, table, columns, words.indicators, first=1)
    put_rows(window, table, columns, first=1)
    put_total(window, table, columns, first=1, grade=_grade_of_total(project))


def _goal_cells(goals: Goals) -> dict[str, Field]:
    """The goals that the project has: ``period``, ``annual``, ``actual``."""
    texts = {"period": goals.period, "annual": goals.annual, "actual": goals.actual}
    return {name: text for name, text in texts.items() if text is not None}


def _put_goals(grid: Grid, goals: Goals, words: FormWords) -> None:
    """Add the goals to a form."""
    cells = _goal_cells(goals)
    if not cells:
        return
    heads, texts = grid.add_row(), grid.add_row()
    grid.label(words.goals, heads, 0, rows=2)
    put_row(grid, heads, 1, [label(words.goal_heads[name]) for name in cells])
    put_row(
        grid,
        texts,
        1,
        [Text(text_of(cell), field=f"goals.{name}") for name, cell in cells.items()],
    )
