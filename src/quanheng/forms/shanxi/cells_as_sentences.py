"""Turns the cells of a form into the sentences of a report (表内信息转述)."""

import re
from dataclasses import replace
from typing import Final

from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.core.field import Field, filled, text_of
from quanheng.core.report import Project

_BARE_YEAR: Final = re.compile(r"\d{4}")


def with_sentences(project: Project) -> Project:
    """The project with an overview and a conclusion made from its cells.

    Its own sentences are kept.
    """
    overview, year = project.overview, project.year
    if overview.summary is None and not project.sections:
        overview = replace(overview, summary=_summary(project))
    if year is not None and _BARE_YEAR.fullmatch(year.raw):
        year = Field(f"{year.raw}年", year.at)
    conclusion = project.conclusion or _conclusion(project)
    return replace(project, overview=overview, year=year, conclusion=conclusion)


def _summary(project: Project) -> Field | None:
    """The project's unit, department and budget in one sentence."""
    name, unit = text_of(project.name), text_of(project.unit)
    if not name or not unit:
        return None
    parts = [f"{name}由{unit}实施"]
    if department := text_of(project.department):
        parts.append(f"主管部门为{department}")
    budget = project.budget
    annual = budget.cell(BudgetRow.ANNUAL, BudgetColumn.TOTAL) if budget else None
    if budget and budget.unit and annual and filled(annual):
        parts.append(f"全年预算{annual.raw}{budget.unit.raw}")
    return Field("，".join(parts) + "。")


def _conclusion(project: Project) -> Field | None:
    """The sentence with total and grade; None where either is blank."""
    table = project.table
    in_table = table.total_score if table else None
    total = text_of(project.stated_total or in_table)
    grade = text_of(project.grade)
    if not total or not grade:
        return None
    points = total.removesuffix("分")
    name = text_of(project.name) or "本项目"
    return Field(
        "按照预算执行、产出、效益和满意度指标逐项自评，"
        f"{name}绩效自评总得分{points}分，评价等级为{grade}。"
    )
