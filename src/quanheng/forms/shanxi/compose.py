"""The Shanxi layout: a report in chapters with the form as its annex (山西格式)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Final

from quanheng.core.budget import BudgetRow
from quanheng.core.field import Field, text_of
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable, Project
from quanheng.document.blocks import Block, Contents, Heading, Paragraph
from quanheng.forms.composing.annex import annex_blocks, annex_note
from quanheng.forms.composing.cover_lines import head_lines
from quanheng.forms.composing.grid import is_wide
from quanheng.forms.composing.indicator_table import (
    INDICATORS,
    SECTION_TABLES,
    columns_of,
    indicator_table,
)
from quanheng.forms.composing.narrative import Narrative
from quanheng.forms.composing.not_in_narrative import main_table
from quanheng.forms.composing.outline import REPORT_OUTLINE
from quanheng.forms.composing.placing import (
    SECTION_LABELS,
    place_budget,
    place_conclusion,
    place_goals,
    place_overview,
    place_remarks,
    place_results,
)
from quanheng.forms.shanxi.cells_as_sentences import with_sentences

_TITLE: Final = "项目支出绩效自评报告"
_ANNEX_LABELS: Final[Mapping[str, str]] = {**SECTION_LABELS, "score": "指标得分"}
_ANNEX_HEADING: Final = "附件 项目支出绩效自评表"
_ANNEX_NOTE: Final = "附件：项目支出绩效自评表"
_FORM: Final = "shanxi"


def compose_project(project: Project) -> Iterator[Block]:
    """A project as a report of the Shanxi layout, with the same content.

    Order: cover, contents, chapters 一 to 六 with their tables, note on the annex,
    annex with the whole form. Head and total row of another form become sentences.
    """
    if _comes_from_a_form(project):
        project = with_sentences(project)
    yield Heading(text_of(project.title) or _TITLE, 0)
    yield from head_lines(project)
    yield Contents()
    narrative = _narrative(project)
    yield from narrative.blocks()
    table = main_table(project)
    if table is not None and _stands_in_narrative(table, project):
        table = None
    note = text_of(project.attachment_note) or _own_note(project, table)
    if note and not narrative.says(note):
        yield Paragraph("")
        yield annex_note(note)
    if table is not None:
        yield from _annex(project, table)


def _comes_from_a_form(project: Project) -> bool:
    """Whether it was read from another form; an unknown report is not."""
    return project.form != _FORM and (bool(project.form) or not project.has_narrative)


def _own_note(project: Project, table: IndicatorTable | None) -> str:
    """The note on the annex that this layout adds; empty without such an annex."""
    return _ANNEX_NOTE if table is not None and project.annex is None else ""


def _narrative(project: Project) -> Narrative:
    narrative = Narrative(project.sections, REPORT_OUTLINE)
    place_overview(narrative, project.overview)
    place_remarks(narrative, project)
    place_budget(narrative, project)
    place_goals(narrative, project)
    place_conclusion(narrative, project)
    table = main_table(project)
    is_main = table is not None and _stands_in_narrative(table, project)
    of = INDICATORS if is_main else SECTION_TABLES
    place_results(narrative, _section_tables(project), of=of)
    return narrative


def _annex(project: Project, table: IndicatorTable) -> Iterator[Block]:
    label = text_of(project.annex) or _ANNEX_HEADING
    form = indicator_table(_with_execution_row(project, table), _ANNEX_LABELS)
    form = replace(form, one_page=True, inner_header=0)
    return annex_blocks(label, form, across=is_wide(form))


def _section_tables(project: Project) -> tuple[IndicatorTable, ...]:
    """The tables of chapter two; made from the rows for a form without chapters."""
    table = main_table(project)
    if project.section_tables or table is None:
        return project.section_tables
    if _stands_in_narrative(table, project):
        return _by_category(table)
    if project.form == _FORM:
        return ()
    rows = _with_execution_row(project, table).rows
    return _by_category(IndicatorTable(tuple(map(_without_annex_columns, rows))))


def _stands_in_narrative(table: IndicatorTable, project: Project) -> bool:
    """Whether the main table was joined from the tables of chapter two."""
    alone = project.annex is None and not project.section_tables
    return alone and "level1" not in columns_of(table)


def _by_category(table: IndicatorTable) -> tuple[IndicatorTable, ...]:
    return tuple(
        IndicatorTable(tuple(rows), table.labels)
        for _, rows in groupby(table.rows, lambda row: row.level_one)
    )


def _without_annex_columns(row: Indicator) -> Indicator:
    return replace(row, level1=None, completion=None, reason=None)


def _with_execution_row(project: Project, table: IndicatorTable) -> IndicatorTable:
    """The table with a row for the points of the budget block."""
    budget = project.budget
    if budget is None or (budget.weight is None and budget.score is None):
        return table
    row = Indicator(
        name=Field("预算执行率"),
        level1=Field("预算执行指标"),
        level2=Field("资金使用指标"),
        weight=budget.weight,
        target=Field("=100%"),
        actual=budget.cell(BudgetRow.EXECUTION_RATE),
        score=budget.score,
    )
    return replace(table, rows=(row, *table.rows))
