"""The head of a form: what it is about, and further labelled cells (表头信息)."""

from collections.abc import Sequence
from typing import Final

from quanheng.core.field import Field, Remark, text_of
from quanheng.core.report import Project
from quanheng.forms.composing.form.form_labels import FormWords
from quanheng.forms.composing.grid import REMARK, Grid
from quanheng.forms.labels import meaning

_ROOMY: Final = 7
"""Of so many columns the first two are narrow: a label takes both."""

Line = Sequence[tuple[str, Field | None, str]]
"""Labels, what stands beside them, and the names of these fields."""


def put_head(grid: Grid, project: Project, words: FormWords) -> None:
    """Add name and units: those that the project has a cell for."""
    if project.name is not None:
        _put_line(grid, [(words.name, project.name, "name")])
    units = (
        (words.department, project.department, "department"),
        (words.unit, project.unit, "unit"),
    )
    if pairs := [pair for pair in units if pair[1] is not None]:
        _put_line(grid, pairs)


def put_result(grid: Grid, total: Field | None, grade: Field | None) -> None:
    """Add total and grade, which no sentence and no row states."""
    results = (("自评得分", total, "stated_total"), ("自评等级", grade, "grade"))
    if pairs := [pair for pair in results if pair[1] is not None]:
        _put_line(grid, pairs)


def put_remarks(grid: Grid, remarks: Sequence[Remark]) -> None:
    """Add further labelled cells, one a row."""
    for remark in remarks:
        _put_line(grid, [(remark.label.raw, remark.text, REMARK)])


def above_and_below(remarks: Sequence[Remark]) -> tuple[list[Remark], list[Remark]]:
    """The remarks of the head, and those that close a form (注, 存在问题)."""
    end = len(remarks)
    while end and meaning("other", remarks[end - 1].label.raw) == "foot":
        end -= 1
    return list(remarks[:end]), list(remarks[end:])


def _put_line(grid: Grid, pairs: Line) -> None:
    row = grid.add_row()
    ends = [grid.column_count]
    if len(pairs) > 1:
        ends.insert(0, (grid.column_count + 1) // 2)
    first, width = 0, 2 if grid.column_count >= _ROOMY else 1
    for (name, value, field), end in zip(pairs, ends, strict=True):
        named = field if field == REMARK else ""
        grid.label(name, row, first, columns=width, field=named)
        rest = end - first - width
        grid.put(text_of(value), row, first + width, columns=rest, field=field)
        first, width = end, 1
