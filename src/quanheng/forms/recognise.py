"""Document → Report: find the project forms and read them (识别)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnknownFormError
from quanheng.core.field import Field
from quanheng.core.report import Project, Report
from quanheng.core.source import Source
from quanheng.core.unread import NOT_UNDERSTOOD, Unread
from quanheng.document.blocks import Document, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.forms.hints.hinted import hinted
from quanheng.forms.hints.hints import NO_HINTS, Hints
from quanheng.forms.recognising.cutting import Line, Rows, Strand, forms_of
from quanheng.forms.recognising.dumps.lost_tables import lost_rows
from quanheng.forms.recognising.judging.decisions import Decisions
from quanheng.forms.recognising.judging.labelling import judged, labelled_tables
from quanheng.forms.recognising.layout import with_layout
from quanheng.forms.recognising.project import ProjectReading
from quanheng.forms.recognising.rows import Row
from quanheng.forms.recognising.verifying import verified
from quanheng.forms.what_is_not_form import (
    without_evidence_annex,
    without_instructions,
    without_page_furniture,
)


def recognise(document: Document, hints: Hints = NO_HINTS) -> Report:
    """Find the self-evaluations in a document and read them.

    Args:
        document: What a reader made of a file.
        hints: What its publisher's labels mean.

    Returns:
        The projects in order; tables that could not be understood are listed by place.

    Raises:
        UnknownFormError: The document holds no form.
    """
    return recognised(document, hints)[0]


def recognised(document: Document, hints: Hints = NO_HINTS) -> tuple[Report, Decisions]:
    """The same with what was decided on rows and columns."""
    if not hints:
        return _recognised(document)
    told = hinted(document, hints)
    report, decisions = _recognised(told.document)
    return told.in_own_words(report), decisions


def _recognised(document: Document) -> tuple[Report, Decisions]:
    document = without_page_furniture(without_instructions(document))
    document = without_evidence_annex(document)
    parts, unread = _from_tables(document)
    if not any(part.has_indicators for part in parts):
        parts = _from_lines(document) or parts
    projects = _told(part.project() for part in parts)
    if not projects:
        raise UnknownFormError(
            Words(
                f"{document.name} 中无可识别的绩效自评表",
                f"{document.name} holds no self-evaluation form",
            ),
            Words(
                "请检查表头是否有“三级指标”“项目名称”等栏目",
                "check that its heads name 三级指标 or 项目名称",
            ),
        )
    decisions = Decisions()
    for part in parts:
        decisions.add(part.decisions)
    checked = verified(projects, document, decisions)
    unread += (Unread(at, NOT_UNDERSTOOD) for at in _lost(projects, checked))
    projects = with_layout(checked, document.layout)
    report = Report(document.name, projects, (*document.unread, *unread))
    return report, decisions


def _lost(before: Iterable[Project], after: Iterable[Project]) -> Iterator[Source]:
    """The tables of which no row is certain."""
    held, kept = (
        {replace(at, row=0): None for project in some for at in _rows_of(project)}
        for some in (before, after)
    )
    yield from (at for at in held if at not in kept)


def _rows_of(project: Project) -> Iterator[Source]:
    tables = (project.table, project.period_table, *project.section_tables)
    yield from (row.at for table in tables if table for row in table.rows)


def _told(projects: Iterable[Project]) -> tuple[Project, ...]:
    """The projects that hold more than running text; a blank form only by itself."""
    found = [project for project in projects if _says_something(project)]
    return tuple(filter(_is_filled, found)) or tuple(found)


def _says_something(project: Project) -> bool:
    """Whether more than running text was found; goals alone may be any text's."""
    parts = (project.name, project.budget, project.table, project.stated_total)
    return any(part is not None for part in parts)


def _is_filled(project: Project) -> bool:
    """Whether anything was written into the form, or its indicators are named."""
    goals, amounts = project.goals, project.budget.cells if project.budget else {}
    fields = (
        *(project.name, project.department, project.unit, project.stated_total),
        *(goals.period, goals.annual, goals.actual),
        *amounts.values(),
        *(row.name for row in project.indicators),
    )
    return any(field is not None and field.raw for field in fields)


def _from_tables(document: Document) -> tuple[list[ProjectReading], list[Unread]]:
    """Read the tables of a document with the lines around them."""
    parts: list[ProjectReading] = []
    taken: dict[Source, bool] = {}
    for form in forms_of(list(_strands(document))):
        parts.append(part := ProjectReading())
        for strand in form:
            if isinstance(strand, Line):
                part.add_line(strand.text, strand.level)
            else:
                known = taken.get(strand.at, False)
                taken[strand.at] = part.add_rows(strand.rows, strand.at) or known
    lost = [at for at, is_taken in taken.items() if not is_taken]
    return parts, [Unread(at, NOT_UNDERSTOOD) for at in lost]


def _strands(document: Document) -> Iterator[Strand]:
    rows = labelled_tables(document.blocks)
    for block in document.blocks:
        if isinstance(block, Table):
            yield Rows(rows[id(block)], block.at)
        elif isinstance(block, Heading | Paragraph):
            level = block.level if isinstance(block, Heading) else 0
            for line in block.text.split("\n"):
                if line.strip():
                    yield Line(Field(line.strip(), block.at), level)


def _from_lines(document: Document) -> list[ProjectReading]:
    """Read a document whose tables are lost; no project where it is none."""
    lines = [
        Field(line, block.at)
        for block in document.blocks
        if isinstance(block, Heading | Paragraph)
        for line in block.text.split("\n")
    ]
    parts = []
    for form in forms_of(list(_loose(lost_rows(lines, judged)))):
        parts.append(part := ProjectReading())
        for strand in form:
            if isinstance(strand, Line):
                part.add_line(strand.text, strand.level)
            else:
                part.add_rows(strand.rows, strand.at)
    return parts if any(part.has_indicators for part in parts) else []


def _loose(rows: Iterable[Row]) -> Iterator[Strand]:
    """Rows that were found in lines; what is no row is a line again."""
    for is_line, run in groupby(rows, key=lambda row: row.kind in _NO_ROWS):
        if is_line:
            yield from (
                Line(Field(cell.text, cell.at)) for row in run for cell in row.own
            )
        else:
            table = list(run)
            yield Rows(table, table[0].at)


_NO_ROWS: Final = frozenset(("text", "title"))
