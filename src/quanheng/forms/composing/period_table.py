"""Indicators of the whole period as they are printed (实施期指标排版)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from quanheng.core.field import Field, text_of
from quanheng.core.report import IndicatorTable, Project
from quanheng.document.blocks import Block, Heading
from quanheng.forms.composing.indicator_table import indicator_table
from quanheng.forms.labels import meaning

PERIOD_TABLE: Final = "period_table"
"""The table as the record names it."""
_HEADING: Final = "实施期绩效指标"
_TARGET: Final = "实施期指标值"
_LABELS: Final = {
    "level1": "一级指标",
    "level2": "二级指标",
    "level3": "三级指标",
    "target": _TARGET,
    "actual": "实际完成值",
    "weight": "分值",
    "score": "得分",
    "completion": "完成率",
    "reason": "偏差原因分析及改进措施",
}


def period_blocks(project: Project) -> Iterator[Block]:
    """The table of the whole period behind the form, where the project has one."""
    if project.period_table is None:
        return
    yield Heading(_HEADING, 0)
    yield indicator_table(_named(project.period_table), _LABELS, PERIOD_TABLE)


def _named(table: IndicatorTable) -> IndicatorTable:
    """The table with a head of its targets that tells them from those of the year."""
    printed = text_of(table.labels.get("target"))
    if meaning("indicator", printed) == "period_target":
        return table
    return replace(table, labels={**table.labels, "target": Field(_TARGET)})
