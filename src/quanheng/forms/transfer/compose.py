"""The transfer-payment report: five chapters, the form as annex (转移支付自评报告)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from quanheng.core.field import text_of
from quanheng.core.report import Chapter, Project
from quanheng.document.blocks import Block, Heading
from quanheng.forms.composing.annex import annex_blocks, annex_note
from quanheng.forms.composing.cover_lines import preparer_line, year_line
from quanheng.forms.composing.form.form_table import form_table
from quanheng.forms.composing.form.official import filled_in, is_read_from_form
from quanheng.forms.composing.narrative import Narrative
from quanheng.forms.composing.not_in_narrative import unsaid
from quanheng.forms.composing.placing import (
    place_conclusion,
    place_goals,
    place_overview,
    place_reasons,
    place_results,
)
from quanheng.forms.composing.report_outline import OUTLINE as REPORT_OUTLINE
from quanheng.forms.transfer.outline import OUTLINE
from quanheng.forms.transfer.transfer_labels import WORDS

_TITLE: Final = "转移支付绩效自评报告"
_UNTITLED: Final = "项目绩效自评报告"
"""Names no more than the kind of report: a report without a title has none after."""
_ANNEX: Final = "附件 转移支付区域（项目）绩效目标自评表"


def compose_project(project: Project) -> Iterator[Block]:
    """A project as a transfer-payment report; says what the project says.

    A project that was read from such a report, as its labels tell, keeps just the
    chapters and cells that it has; its form stands above the text where no annex is
    named. Any other gets the chapters that it has something to say in, then the form.
    """
    is_read = is_read_from_form(project)
    yield Heading(text_of(project.title) or (_UNTITLED if is_read else _TITLE), 0)
    yield from year_line(project)
    form = form_table(unsaid(project) if is_read else filled_in(project, WORDS), WORDS)
    annex = text_of(project.annex) or ("" if is_read else _ANNEX)
    if form and not annex:
        yield form
    if not (form and annex):
        yield from preparer_line(project.preparer)
    yield from _narrative(project, is_read=is_read).blocks()
    if project.attachment_note is not None:
        yield annex_note(project.attachment_note.raw)
    if annex:
        yield from annex_blocks(annex, form)
        if form:
            yield from preparer_line(project.preparer)


def _narrative(project: Project, *, is_read: bool) -> Narrative:
    outline = OUTLINE
    if project.chapter(Chapter.PERFORMANCE):
        # The chapters of another layout have places of their own for their tables.
        outline = replace(OUTLINE, results=REPORT_OUTLINE.results)
    narrative = Narrative(project.sections, outline)
    if not is_read:
        place_overview(narrative, project.overview)
        place_goals(narrative, project)
        place_conclusion(narrative, project)
        place_reasons(narrative, project)
    place_results(narrative, project.section_tables, WORDS.indicators)
    return narrative
