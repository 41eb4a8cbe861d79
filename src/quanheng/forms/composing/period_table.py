"""Indicators of the whole period as they are printed (实施期指标排版)."""

from collections.abc import Iterator
from typing import Final

from quanheng.core.report import Project
from quanheng.document.blocks import Block
from quanheng.forms.composing.grid import Grid
from quanheng.forms.composing.indicator_table import (
    columns_of,
    put_header,
    put_rows,
    put_total,
)

PERIOD_TABLE: Final = "period_table"
"""The table as the record names it."""
_BLOCK: Final = "实施期绩效指标"
"""Left of all rows; it tells them from those of the year."""
_LABELS: Final = {
    "level1": "一级指标",
    "level2": "二级指标",
    "level3": "三级指标",
    "target": "实施期指标值",
    "actual": "实际完成值",
    "weight": "分值",
    "score": "得分",
    "completion": "完成率",
    "reason": "偏差原因分析及改进措施",
}


def period_blocks(project: Project) -> Iterator[Block]:
    """The table of the whole period behind the form, where the project has one."""
    table = project.period_table
    if table is None:
        return
    columns = columns_of(table)
    grid = Grid(1 + len(columns))
    grid.label(_BLOCK, 0, 0, rows=1 + len(table.rows))
    put_header(grid, table, columns, _LABELS, first=1)
    put_rows(grid, table, columns, first=1, of=PERIOD_TABLE)
    put_total(grid, table, columns, first=1)
    yield grid.table(header_rows=1)
