"""The transfer-payment report: five chapters, the form as annex (转移支付自评报告)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from quanheng.core.field import text_of
from quanheng.core.indicator import LevelOne
from quanheng.core.report import Chapter, Project
from quanheng.document.blocks import Block, Heading
from quanheng.forms.composing.annex import annex_blocks, annex_note
from quanheng.forms.composing.cover_lines import preparer_line, year_line
from quanheng.forms.composing.form.form_table import form_table
from quanheng.forms.composing.form.official import filled_in, is_read_from_form
from quanheng.forms.composing.narrative import Narrative
from quanheng.forms.composing.not_in_narrative import without_repeated_values
from quanheng.forms.composing.outline import REPORT_OUTLINE, Outline, chapter, place
from quanheng.forms.composing.placing import (
    place_conclusion,
    place_goals,
    place_overview,
    place_reasons,
    place_results,
)
from quanheng.forms.transfer.transfer_labels import WORDS

_TITLE: Final = "转移支付绩效自评报告"
_UNTITLED: Final = "项目绩效自评报告"
"""The kind of report only, so that a report without a title is read as such."""
_ANNEX: Final = "附件 转移支付区域（项目）绩效目标自评表"

_GOALS: Final = chapter(
    "一、绩效目标分解下达情况", "目标|基本情况|概况", Chapter.BASICS
)
_COMPLETION: Final = chapter(
    "三、绩效目标完成情况分析", "完成|分析|绩效", Chapter.ANALYSIS
)
_RESULT: Final = place("（二）绩效目标完成情况分析", "目标|指标", _COMPLETION)

_OUTLINE: Final = Outline(
    overview=_GOALS,
    budget=place("（一）资金投入情况分析", "资金|预算", _COMPLETION),
    period=_GOALS,
    annual=_GOALS,
    outcome=_RESULT,
    performance=_COMPLETION,
    results=dict.fromkeys(LevelOne, _RESULT),
    reasons=chapter(
        "四、偏离绩效目标的原因和下一步改进措施", "偏离|问题", Chapter.PROBLEMS
    ),
)


def compose_project(project: Project) -> Iterator[Block]:
    """A project as a transfer-payment report, with the same content.

    A project read from such a report keeps its chapters and cells; without an annex its
    form comes before the text. Any other project gets the chapters it has content for,
    then the form.
    """
    is_read = is_read_from_form(project)
    yield Heading(text_of(project.title) or (_UNTITLED if is_read else _TITLE), 0)
    yield from year_line(project)
    content = without_repeated_values(project) if is_read else filled_in(project, WORDS)
    form = form_table(content, WORDS)
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
    outline = _OUTLINE
    if project.chapter(Chapter.PERFORMANCE):
        # Chapters of another layout have sections of their own for the tables.
        outline = replace(_OUTLINE, results=REPORT_OUTLINE.results)
    narrative = Narrative(project.sections, outline)
    if not is_read:
        place_overview(narrative, project.overview)
        place_goals(narrative, project)
        place_conclusion(narrative, project)
        place_reasons(narrative, project)
    place_results(narrative, project.section_tables, WORDS.indicators)
    return narrative
