"""Indicator tables as they are printed (指标表排版)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from quanheng.core.field import Field, text_of
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable
from quanheng.document.table import Align, Table
from quanheng.forms.composing.grid import REMARK, Grid

_LEVELS: Final = ("level1", "level2")
_POINTS: Final = frozenset({"weight", "completion", "score"})
_VALUES: Final = frozenset({"target", "actual"})
_SHORT: Final = 12
"""The longest value that is centred: 2025年10月31日前."""
_FIELDS: Final[Mapping[str, Callable[[Indicator], Field | None]]] = {
    "level1": lambda row: row.level1,
    "level2": lambda row: row.level2,
    "level3": lambda row: row.name,
    "weight": lambda row: row.weight,
    "target": lambda row: row.target,
    "actual": lambda row: row.actual,
    "completion": lambda row: row.completion,
    "score": lambda row: row.score,
    "reason": lambda row: row.reason,
}
"""Column → its field, in the printed order of the annex."""
INDICATORS: Final = "indicators"
SECTION_TABLES: Final = "section_tables"
"""The main table and the tables inside the narrative, as the record names them."""


def _cell(row: Indicator, column: str) -> Field | None:
    """The field of a row in a column, which may be the label of a remark."""
    if get := _FIELDS.get(column):
        return get(row)
    return next((r.text for r in row.remarks if r.label.raw == column), None)


def columns_of(
    table: IndicatorTable, order: Sequence[str] = tuple(_FIELDS)
) -> list[str]:
    """The columns of a table: those with a label or a field in some row.

    Remark columns follow, by their printed label.
    """
    found = [
        meaning
        for meaning in order
        if meaning in table.labels
        or any(_FIELDS[meaning](row) is not None for row in table.rows)
    ]
    remarks = (remark.label.raw for row in table.rows for remark in row.remarks)
    return [*(found or order), *dict.fromkeys(remarks)]


def indicator_table(
    table: IndicatorTable, labels: Mapping[str, str], of: str = INDICATORS
) -> Table:
    """A table of its own with one header row.

    Args:
        table: The rows; its own labels take precedence.
        labels: The layout's label of every column.
        of: The name of the table in the record.
    """
    columns = columns_of(table)
    grid = Grid(len(columns))
    put_header(grid, table, columns, labels)
    put_rows(grid, table, columns, of=of)
    put_total(grid, table, columns)
    return grid.table(header_rows=1)


def put_header(
    grid: Grid,
    table: IndicatorTable,
    columns: Sequence[str],
    labels: Mapping[str, str],
    first: int = 0,
) -> None:
    """Add the header row, from a column on."""
    row = grid.add_row()
    for column, meaning in enumerate(columns, first):
        label = text_of(table.labels.get(meaning)) or labels.get(meaning, meaning)
        field = "" if meaning in _FIELDS else REMARK
        grid.label(label, row, column, field=field)


def put_rows(
    grid: Grid,
    table: IndicatorTable,
    columns: Sequence[str],
    first: int = 0,
    of: str = INDICATORS,
) -> None:
    """Add the level-three rows; equal level cells below each other are merged."""
    top = grid.row_count
    aligned = {meaning: _align(meaning, table.rows) for meaning in columns}
    for indicator in table.rows:
        row = grid.add_row()
        for column, meaning in enumerate(columns, first):
            if meaning not in _LEVELS:
                cell = _cell(indicator, meaning)
                field = _field(meaning, of) if cell or meaning in _FIELDS else ""
                align = aligned[meaning]
                grid.put(text_of(cell), row, column, align=align, field=field)
    for column, meaning in enumerate(columns, first):
        if meaning in _LEVELS:
            for start, length, text in _merged(table.rows, meaning):
                field = _field(meaning, of)
                grid.label(text, top + start, column, rows=length, field=field)


def _field(meaning: str, of: str) -> str:
    """The field of a column as the record names it."""
    if meaning not in _FIELDS:
        return REMARK
    return f"{of}.{'name' if meaning == 'level3' else meaning}"


def has_total(table: IndicatorTable) -> bool:
    """Whether the table has a 总分 row."""
    return table.total_weight is not None or table.total_score is not None


def put_total(
    grid: Grid,
    table: IndicatorTable,
    columns: Sequence[str],
    first: int = 0,
    grade: Field | None = None,
) -> None:
    """Add the 总分 row where the table has one, the grade in its last column."""
    if not has_total(table):
        return
    row = grid.add_row()
    totals = {
        "weight": ("total_weight", table.total_weight),
        "score": ("total_score", table.total_score),
        "reason": ("grade" if grade else "", grade),
    }
    label_width = first + next(
        (n for n, meaning in enumerate(columns) if meaning in totals), len(columns)
    )
    grid.label("总分", row, 0, columns=label_width)
    for column, meaning in enumerate(columns, first):
        if column >= label_width:
            field, value = totals.get(meaning, ("", None))
            text = text_of(value)
            grid.put(text, row, column, align=_align(meaning), field=field)


def _align(meaning: str, rows: Sequence[Indicator] = ()) -> Align:
    """The alignment of a column: points right, short values centred."""
    if meaning in _POINTS:
        return Align.RIGHT
    if meaning not in _VALUES:
        return Align.LEFT
    longest = max((len(text_of(_cell(row, meaning))) for row in rows), default=0)
    return Align.LEFT if longest > _SHORT else Align.CENTER


def _merged(rows: Sequence[Indicator], meaning: str) -> Iterator[tuple[int, int, str]]:
    """Runs of rows under one level cell: first row, number of rows, text."""
    start = 0
    for text, run in groupby(rows, lambda row: _level_key(row, meaning)):
        length = sum(1 for _ in run)
        yield start, length, text[-1]
        start += length


def _level_key(row: Indicator, meaning: str) -> tuple[str, ...]:
    """The key for merging; a level-two cell stays within its level-one cell."""
    level1 = _with_points(row.level1, row.level1_weight)
    if meaning == "level1":
        return (level1,)
    return (level1, _with_points(row.level2, row.level2_weight))


def _with_points(label: Field | None, points: Field | None) -> str:
    """A level cell with the points printed in it: 产出指标（50分）."""
    text = text_of(label)
    if points is None or points.raw in text:
        return text
    return f"{text}（{points.raw}分）"
