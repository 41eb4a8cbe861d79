"""Puts the values of a project into its narrative (归位)."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from quanheng.core.field import filled, text_of
from quanheng.core.report import IndicatorTable, Overview, Project
from quanheng.document.blocks import Paragraph
from quanheng.forms.composing.budget_table import Key, budget_table
from quanheng.forms.composing.indicator_table import SECTION_TABLES, indicator_table
from quanheng.forms.composing.narrative import Narrative
from quanheng.forms.composing.outline import Outline, Slot

SECTION_LABELS: Final[Mapping[str, str]] = {
    "level1": "一级指标",
    "level2": "二级指标",
    "level3": "三级指标",
    "weight": "权重",
    "target": "目标值",
    "actual": "业绩值",
    "completion": "完成率",
    "score": "得分",
    "reason": "偏差原因分析及改进措施",
}
"""Labels of the tables inside the narrative."""


def place_overview(narrative: Narrative, overview: Overview) -> None:
    """Add the labelled paragraphs of chapter one that no section holds."""
    for label, field in (
        ("项目概况", overview.summary),
        ("立项依据", overview.basis),
        ("设立的必要性", overview.necessity),
        ("保证项目实施的措施与制度", overview.safeguards),
        ("项目实施计划", overview.plan),
    ):
        if field is not None and not narrative.says(field.raw):
            text = field.raw.removeprefix(f"{label}：")
            narrative.add(narrative.outline.overview, Paragraph(f"{label}：{text}"))


def place_remarks(narrative: Narrative, project: Project) -> None:
    """Add further labelled cells that no section holds to the overview."""
    for remark in project.remarks:
        if not narrative.says(remark.text.raw):
            line = f"{remark.label.raw}：{remark.text.raw}"
            narrative.add(narrative.outline.overview, Paragraph(line))


def place_goals(narrative: Narrative, project: Project) -> None:
    """Add the goals and their outcome that no section holds."""
    goals = project.goals
    for slot, field in (
        (narrative.outline.period, goals.period),
        (narrative.outline.annual, goals.annual),
        (narrative.outline.outcome, goals.actual),
    ):
        if field is not None and not narrative.says(field.raw):
            narrative.add(slot, Paragraph(field.raw))


def place_budget(
    narrative: Narrative, project: Project, in_form: Collection[Key] = ()
) -> None:
    """Add the budget table where the project has one."""
    if project.budget is not None and project.budget.cells:
        table = budget_table(project.budget, in_form)
        narrative.add(narrative.outline.budget, table)


def place_results(
    narrative: Narrative,
    tables: Sequence[IndicatorTable],
    labels: Mapping[str, str] = SECTION_LABELS,
    of: str = SECTION_TABLES,
) -> None:
    """Add each table under the heading of its level-one category."""
    for table in tables:
        slot = _slot_of(table, narrative.outline)
        narrative.add(slot, indicator_table(table, labels, of))


def place_reasons(narrative: Narrative, project: Project) -> None:
    """Add the reasons of the rows where the chapter on problems is missing."""
    slot = narrative.outline.reasons
    if slot is None or project.chapter(slot.chapter):
        return
    for row in project.indicators:
        if row.reason and filled(row.reason):
            narrative.add(slot, Paragraph(f"{row.title}：{row.reason.raw}"))


def place_conclusion(narrative: Narrative, project: Project) -> None:
    """Add the sentence with total and grade, and either where it is not in it."""
    sentence = text_of(project.conclusion)
    if sentence and not narrative.says(sentence):
        narrative.add(narrative.outline.performance, Paragraph(sentence))
    for label, field in (
        ("自评总分", project.stated_total),
        ("评价等级", project.grade),
    ):
        line = f"{label}：{text_of(field)}"
        if field and field.raw not in sentence and not narrative.says(line):
            narrative.add(narrative.outline.performance, Paragraph(line))


def _slot_of(table: IndicatorTable, outline: Outline) -> Slot:
    categories = {row.level_one for row in table.rows}
    category = categories.pop() if len(categories) == 1 else None
    return outline.results[category] if category else outline.performance
