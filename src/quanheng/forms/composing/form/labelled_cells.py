"""The head of a form and its further labelled cells (表头信息)."""

from collections.abc import Sequence
from typing import Final

from quanheng.core.field import Field, Remark, text_of
from quanheng.core.report import Project
from quanheng.forms.composing.form.form_labels import FormWords
from quanheng.forms.composing.grid import REMARK, Grid
from quanheng.forms.labels import meaning

_ROOMY: Final = 7
"""With this many columns a label takes the first two, which are narrow."""

Line = Sequence[tuple[str, Field | None, str]]
"""Label, value and field name of each pair of cells."""


def put_project_cells(grid: Grid, project: Project, words: FormWords) -> None:
    """Add the name and the units that the project has."""
    if project.name is not None:
        _put_line(grid, [(words.name, project.name, "name")])
    units = (
        (words.department, project.department, "department"),
        (words.unit, project.unit, "unit"),
    )
    if pairs := [pair for pair in units if pair[1] is not None]:
        _put_line(grid, pairs)


def put_result(grid: Grid, total: Field | None, grade: Field | None) -> None:
    """Add a total and a grade that neither a sentence nor a row states."""
    results = (("自评得分", total, "stated_total"), ("自评等级", grade, "grade"))
    if pairs := [pair for pair in results if pair[1] is not None]:
        _put_line(grid, pairs)


def put_remarks(grid: Grid, remarks: Sequence[Remark]) -> None:
    """Add further labelled cells, one a row."""
    for remark in remarks:
        _put_line(grid, [(remark.label.raw, remark.text, REMARK)])


def above_and_below(remarks: Sequence[Remark]) -> tuple[list[Remark], list[Remark]]:
    """The remarks of the head and those at the foot of a form (注, 存在问题)."""
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
