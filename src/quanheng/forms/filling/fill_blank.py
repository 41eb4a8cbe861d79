"""A composed blank → a blank that computes while it is filled in (空白表填报)."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Final

from quanheng.core.field import Field
from quanheng.core.report import Project, Report
from quanheng.document.blocks import Document
from quanheng.document.table import Table
from quanheng.forms.compose import compose
from quanheng.forms.filling.blank_columns import with_sign_and_unit
from quanheng.forms.filling.fill import Sheets, fields_of, fill_project
from quanheng.forms.filling.guide import guide
from quanheng.forms.filling.indicators import RowEntry, Terms
from quanheng.forms.filling.money import has_amounts
from quanheng.forms.filling.places import read_back, row_places
from quanheng.forms.filling.terms import place_of
from quanheng.law.book import Law

_STAND_IN: Final = "待填三级指标"
"""Stands for the names while the rows are looked for: nameless rows are not read."""


def blank_with_formulas(project: Project, law: Law) -> Document:
    """A blank project as a form whose rates, scores, total and grade compute.

    Args:
        project: The blank.
        law: The parameters in force.
    """
    document = compose(Report("", (_with_stand_ins(project),)))
    placed, report = read_back(document)
    document = _with_columns(placed, report.projects[0])
    placed, report = read_back(document)
    (found,) = report.projects
    sheets = Sheets(placed)
    terms = Terms(law, is_blank=True, has_amounts=has_amounts(found.budget, law))
    for field in fields_of(found):
        if sheet := sheets.of(field.at):
            sheet.open(place_of(field.at))
    rows = list(_rows(found))
    fill_project(sheets, found, terms, rows)
    sheets.mark_empty()
    for row in rows:
        sheet = sheets.of(row.at)
        if sheet is not None and not row.places.is_execution:
            sheet.say(row.places.name, "")
    return sheets.document(guide(law, is_blank=True))


def _with_stand_ins(project: Project) -> Project:
    numbers = count(1)
    table = project.table
    if table is None:
        return project
    rows = tuple(
        row if row.name.raw else replace(row, name=Field(f"{_STAND_IN}{next(numbers)}"))
        for row in table.rows
    )
    return replace(project, table=replace(table, rows=rows))


def _with_columns(document: Document, project: Project) -> Document:
    """The document, sign and unit in columns of their own beside the targets."""
    rows = [row_places(row) for row in project.indicators]
    targets = {row.target[1] for row in rows if row.target}
    column = targets.pop()
    lines = range(rows[0].row, rows[-1].row + 1)
    at = project.indicators[0].name.at.table
    blocks = tuple(
        with_sign_and_unit(block, column, lines.start - 1, lines)
        if isinstance(block, Table) and block.at.table == at
        else block
        for block in document.blocks
    )
    return replace(document, blocks=blocks)


def _rows(project: Project) -> Iterator[RowEntry]:
    for row in project.indicators:
        places = row_places(row)
        line, target = places.target or places.name
        places = replace(places, sign=(line, target - 1), unit=(line, target + 1))
        yield RowEntry(row.name.at, places)
