"""Blank forms as workbooks that compute while they are filled in (空白表填报)."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from quanheng.core.field import text_of
from quanheng.core.report import Project, Report
from quanheng.document.blocks import Document
from quanheng.document.live import Live
from quanheng.document.table import Table
from quanheng.forms.compose import compose
from quanheng.law.book import Law
from quanheng.live.blank.added_cells import with_preparer, with_sign_and_unit
from quanheng.live.blank.blank_project import is_spare
from quanheng.live.budget_block import has_amounts
from quanheng.live.cells.live_row import FormContext, RowEntry
from quanheng.live.cells.number_formats import TEXT
from quanheng.live.cells.places import RowPlaces, as_composed, row_places
from quanheng.live.formulas.expressions import place_of
from quanheng.live.parameters.guide import guide
from quanheng.live.with_formulas import Sheets, fill_project

_GOAL_LINES: Final = 5
_WIDTHS: Final = {
    "level1": 11.0,
    "level2": 13.0,
    "name": 21.0,
    "sign": 5.0,
    "target": 14.0,
    "unit": 9.0,
    "actual": 16.0,
    "weight": 7.0,
    "completion": 9.0,
    "score": 10.0,
    "reason": 30.0,
}
"""Column widths in half-width characters."""
_LABEL_WIDTH: Final = 13.0


def blank_with_formulas(
    project: Project, law: Law, *, hides_spare_rows: bool = False, lang: str = "zh"
) -> Document:
    """A blank project as a form that computes its rates, scores, total and grade.

    Args:
        project: The blank.
        law: The parameters in force.
        hides_spare_rows: Whether the spare rows of each category start hidden.
        lang: The language of the guide; the form itself is Chinese.
    """
    document = compose(Report("", (project,)))
    found = as_composed(document, project, 0)
    document = _with_further_cells(document, found, hides_spare_rows)
    found = as_composed(document, project, 0)
    sheets = Sheets(document)
    context = FormContext(law, None, has_amounts=has_amounts(found.budget, law))
    sheets.open_fields(0, Live(number=TEXT))
    for goal in (found.goals.annual, found.goals.actual):
        if goal and (sheet := sheets.of(goal.at)):
            sheet.open(place_of(goal.at), Live(number=TEXT, room=_GOAL_LINES))
    fill_project(sheets, found, context, _rows(found))
    sheets.mark_empty()
    return sheets.document(guide(law, is_blank=True, lang=lang))


def _with_further_cells(
    document: Document, project: Project, hides_spare_rows: bool
) -> Document:
    """The document with columns for sign and unit beside the targets.

    A form without a narrative also gets rows for the preparer.
    """
    rows = [row_places(row) for row in project.indicators]
    (column,) = {row.cells["target"][1] for row in rows}
    lines = range(rows[0].row, rows[-1].row + 1)
    place = project.indicators[0].at.table
    spare = frozenset(_spare_rows(project) if hides_spare_rows else ())

    def extended(table: Table) -> Table:
        table = with_sign_and_unit(table, column, lines.start - 1, lines)
        widths = tuple(_widths(rows[0], column, table))
        table = replace(table, widths=widths, spare_rows=spare)
        return table if project.sections else with_preparer(table)

    blocks = (
        extended(block) if number == place and isinstance(block, Table) else block
        for number, block in enumerate(document.blocks, start=1)
    )
    return replace(document, blocks=tuple(blocks))


def _spare_rows(project: Project) -> Iterator[int]:
    """The grid rows that start hidden."""
    for category, rows in groupby(project.indicators, key=lambda r: text_of(r.level2)):
        for number, row in enumerate(rows):
            if is_spare(category, number):
                yield row_places(row).row


def _rows(project: Project) -> Iterator[RowEntry]:
    for row in project.indicators:
        places = row_places(row)
        line, target = places.cells["target"]
        added = {"sign": (line, target - 1), "unit": (line, target + 1)}
        places = replace(places, cells={**places.cells, **added})
        yield RowEntry(row.name.at, places)


def _widths(row: RowPlaces, target: int, table: Table) -> Iterator[float]:
    """The width of each column of the table.

    Args:
        row: A row before the columns for sign and unit were added.
        target: The column of its target.
        table: The table with the added columns.
    """
    columns = {place[1]: name for name, place in row.cells.items()}
    added = {target: "sign", target + 1: "target", target + 2: "unit"}
    for column in range(table.column_count):
        before = column if column < target else column - 2
        name = added.get(column) or columns.get(before, "")
        yield _WIDTHS.get(name, _LABEL_WIDTH)
