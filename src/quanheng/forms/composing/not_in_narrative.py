"""Leaves out the values that the narrative states (正文已述内容)."""

from dataclasses import replace

from quanheng.core.field import Field, text_of
from quanheng.core.report import Goals, IndicatorTable, Project
from quanheng.forms.recognising.goals import GoalReading
from quanheng.forms.recognising.head.reading import HeadReading
from quanheng.forms.recognising.narrative import (
    conclusion_of,
    paragraphs_of,
    take_goals,
)


def without_repeated_values(project: Project) -> Project:
    """The project without the values that its narrative states.

    These are labelled lines (项目名称：…), goals under their own heading, total and
    grade of the concluding sentence, and indicators described in sentences.
    """
    conclusion = conclusion_of(paragraphs_of(project.sections))
    head = HeadReading()
    for section in project.sections:
        for paragraph in section.paragraphs:
            head.take_text(paragraph, labelled_only=True)
    return replace(
        project,
        name=_unless(project.name, head.first("name")),
        department=_unless(project.department, head.first("department")),
        unit=_unless(project.unit, head.first("unit")),
        goals=_goals(project),
        table=main_table(project),
        stated_total=_unless(project.stated_total, conclusion.total),
        grade=_unless(project.grade, conclusion.grade),
    )


def main_table(project: Project) -> IndicatorTable | None:
    """The main table; None where sentences describe its rows."""
    table = project.table
    return None if table and table.is_told and project.sections else table


def _goals(project: Project) -> Goals:
    reading = GoalReading()
    take_goals(project.sections, reading)
    said, goals = reading.goals(), project.goals
    return Goals(
        _unless(goals.period, said.period),
        _unless(goals.annual, said.annual),
        _unless(goals.actual, said.actual),
    )


def _unless(field: Field | None, said: Field | None) -> Field | None:
    return None if text_of(field) and text_of(field) == text_of(said) else field
