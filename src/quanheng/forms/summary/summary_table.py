"""The table of a summary: the totals, then one project a row (汇总表)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from quanheng.core.budget import MONEY_FACTORS
from quanheng.core.quantity import plain, rounded
from quanheng.document.table import Align, Table
from quanheng.forms.composing.grid import Grid
from quanheng.forms.summary.entry import Entry
from quanheng.forms.summary.summary_totals import Totals

_UNIT: Final = "万元"
_UNKNOWN: Final = "—"
_HEADS: Final = (
    "序号",
    "项目名称",
    "主管部门/实施单位",
    f"全年预算（{_UNIT}）",
    f"全年执行（{_UNIT}）",
    "执行率",
    "自评得分",
    "自评等级",
    "复算得分",
    "复算等级",
    "得分差异",
)
_PROBLEM: Final = "主要问题和偏差原因"
_WORDS: Final = 3
"""Number of columns with words, at the left."""


def summary_table(entries: Sequence[Entry], grade_names: Sequence[str]) -> Table:
    """The totals, then the projects in the order given; grade names best first."""
    heads = [*_HEADS]
    if has_problems := any(entry.problem for entry in entries):
        heads.append(_PROBLEM)
    grid = Grid(len(heads))
    row = grid.add_row()
    for column, head in enumerate(heads):
        grid.label(head, row, column)
    _put_totals(grid, Totals(entries), grade_names)
    for number, entry in enumerate(entries, 1):
        row = grid.add_row()
        grid.label(str(number), row, 0)
        grid.put(entry.name, row, 1)
        grid.put(_units(entry), row, 2)
        _put_figures(grid, row, _figures(entry))
        if has_problems:
            grid.put(entry.problem, row, len(_HEADS))
    return grid.table(header_rows=1)


def money(amount: Decimal | None) -> str:
    """An amount in 万元 with two decimals, — when unknown."""
    return _shown(None if amount is None else amount / MONEY_FACTORS[_UNIT])


def percent(share: Decimal | None) -> str:
    """A share with two decimals, — when unknown."""
    return _UNKNOWN if share is None else f"{rounded(share)}%"


def points(score: Decimal | None) -> str:
    """A score to 0.01, — when unknown."""
    return _UNKNOWN if score is None else plain(rounded(score))


def _signed(difference: Decimal | None) -> str:
    sign = "+" if difference is not None and difference > 0 else ""
    return sign + points(difference)


def _shown(value: Decimal | None) -> str:
    return _UNKNOWN if value is None else str(rounded(value))


def _units(entry: Entry) -> str:
    """Department and unit, once where they are equal."""
    return "\n".join(dict.fromkeys(filter(None, (entry.department, entry.unit))))


def _figures(entry: Entry) -> list[str]:
    return [
        money(entry.planned),
        money(entry.spent),
        percent(entry.rate),
        points(entry.score),
        entry.grade or _UNKNOWN,
        _recomputed(entry),
        entry.recomputed_grade or _UNKNOWN,
        _signed(entry.difference),
    ]


def _recomputed(entry: Entry) -> str:
    """The recomputed total, else the computable and the remaining points."""
    if entry.recomputed is not None or entry.confirmed is None:
        return points(entry.recomputed)
    confirmed = f"可确认{points(entry.confirmed)}"
    return f"{confirmed}\n无法计算{points(entry.without_basis)}"


def _put_totals(grid: Grid, totals: Totals, names: Sequence[str]) -> None:
    row = grid.add_row()
    grid.label("合计", row, 0, columns=_WORDS)
    stated = totals.grades(lambda entry: entry.grade, names)
    recomputed = totals.grades(lambda entry: entry.recomputed_grade, names)
    figures = [
        money(totals.planned),
        money(totals.spent),
        percent(totals.rate),
        _average(totals.average(lambda entry: entry.score)),
        _counts(stated),
        _average(totals.average(lambda entry: entry.recomputed)),
        _counts(recomputed),
        _UNKNOWN,
    ]
    _put_figures(grid, row, figures)
    if grid.column_count > len(_HEADS):
        grid.put("", row, len(_HEADS))


def _average(score: Decimal | None) -> str:
    return _UNKNOWN if score is None else f"平均{points(score)}"


def _counts(grades: Sequence[tuple[str, int]]) -> str:
    return "\n".join(f"{name}{count}" for name, count in grades if count) or _UNKNOWN


def _put_figures(grid: Grid, row: int, figures: Sequence[str]) -> None:
    for column, figure in enumerate(figures, _WORDS):
        is_grade = "等级" in _HEADS[column]
        align = Align.CENTER if is_grade else Align.RIGHT
        grid.put(figure, row, column, align=align)
