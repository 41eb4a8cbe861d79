"""The national form, annex 1 of 财预〔2020〕10号: one big table (全国统一格式)."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Final

from quanheng.core.budget import Budget
from quanheng.core.field import Field, text_of
from quanheng.core.report import Goals, Project
from quanheng.document.blocks import Block, Heading, Paragraph
from quanheng.forms.composing.annex import annex_note, parted_front
from quanheng.forms.composing.budget_table import has_more_than_totals
from quanheng.forms.composing.cover_lines import preparer_line, year_line
from quanheng.forms.composing.form.form_table import form_table
from quanheng.forms.composing.form.official import filled_in, is_read_from_form
from quanheng.forms.composing.indicator_table import has_total
from quanheng.forms.composing.narrative import Narrative
from quanheng.forms.composing.not_in_narrative import without_repeated_values
from quanheng.forms.composing.outline import REPORT_OUTLINE
from quanheng.forms.composing.placing import (
    place_budget,
    place_conclusion,
    place_goals,
    place_overview,
    place_results,
)
from quanheng.forms.national.national_labels import WORDS

_TITLE: Final = "项目支出绩效自评表"
_OFFICIAL_AMOUNTS: Final = frozenset(
    product(WORDS.official_amounts, WORDS.official_sources)
)


def compose_project(project: Project) -> Iterator[Block]:
    """A project as the national form, with the same content.

    A project read from a form keeps just its own cells. Any other fills the official
    form; content without a cell there follows after the table: the narrative, the
    budget by level, the preparer.
    """
    is_read = is_read_from_form(project)
    above, project = parted_front(project)
    yield from above
    yield Heading(text_of(project.title) or _TITLE, 0)
    yield from year_line(project)
    content = without_repeated_values(project) if is_read else _official(project)
    if form := form_table(content, WORDS):
        yield form
    yield from preparer_line(project.preparer)
    narrative = Narrative(project.sections, REPORT_OUTLINE)
    if not is_read:
        _place_what_has_no_cell(narrative, project)
    place_results(narrative, project.section_tables, WORDS.indicators)
    yield from narrative.blocks()
    if project.attachment_note is not None:
        yield annex_note(project.attachment_note.raw)
    if project.annex is not None:
        yield Paragraph(project.annex.raw)


def _place_what_has_no_cell(narrative: Narrative, project: Project) -> None:
    place_overview(narrative, project.overview)
    if project.budget is not None and has_more_than_totals(project.budget):
        place_budget(narrative, project, in_form=_OFFICIAL_AMOUNTS)
    place_goals(narrative, replace(project, goals=Goals(project.goals.period)))
    if _grade_in_form(project) is None:
        place_conclusion(narrative, project)


def _grade_in_form(project: Project) -> Field | None:
    """The grade, where no sentence states it and the form has a 总分 row."""
    if project.conclusion or project.stated_total or project.table is None:
        return None
    return project.grade if has_total(project.table) else None


def _official(project: Project) -> Project:
    """The project with the cells of the official form."""
    budget = project.budget and _with_official_cells_only(project.budget)
    project = replace(project, budget=budget, grade=_grade_in_form(project))
    return filled_in(project, WORDS)


def _with_official_cells_only(budget: Budget) -> Budget:
    cells = {
        key: cell for key, cell in budget.cells.items() if key in _OFFICIAL_AMOUNTS
    }
    return replace(budget, cells=cells)
