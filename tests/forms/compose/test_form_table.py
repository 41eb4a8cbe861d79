"""A form prints the cells that a report has, and reads them again."""

from dataclasses import replace

import pytest

from quanheng.core.budget import Budget
from quanheng.core.field import Field, Remark
from quanheng.core.report import Goals, Project, Report
from quanheng.document.blocks import Document
from quanheng.document.table import Table
from quanheng.forms.compose import compose
from quanheng.forms.recognise import recognise
from quanheng.office.plain_yaml import parse_yaml
from quanheng.readers import read_document
from quanheng.record.load import load_project
from quanheng.writers import writer_for
from tests.forms.compose.conftest import said

BUDGETS = {
    "one amount": "{annual: {total: 5, fiscal: 3, other: 2}}",
    "one amount without a total": "{annual: {fiscal: 3, other: 2}}",
    "two amounts": "{annual: {total: 5, central: 5}, spent: {total: 4, central: 4}}",
    "all amounts": (
        "{initial: {total: 5}, annual: {total: 5}, received: {total: 5}, "
        "spent: {total: 4}, balance: {total: 1}, arrival_rate: {total: 100%}, "
        "execution_rate: {total: 80%}}"
    ),
    "sources of some amounts only": (
        "{annual: {total: 5, county: 5}, received: {total: 5, county: ''}, "
        "spent: {total: 4}}"
    ),
    "blank cells": "{annual: {total: '', fiscal: ''}, spent: {total: '', fiscal: ''}}",
}


def composed(project: Project) -> Document:
    return compose(Report("a", (project,)))


def again(project: Project) -> Project:
    data = writer_for(".docx").write(composed(project))
    return recognise(read_document(data, "a.docx")).projects[0]


def form(project: Project) -> Table:
    return next(b for b in composed(project).blocks if isinstance(b, Table))


@pytest.mark.parametrize("rows", BUDGETS.values(), ids=BUDGETS)
def test_only_the_amounts_that_there_are(national: Project, rows: str) -> None:
    text = f"{{form: national, budget: {{unit: 万元, rows: {rows}}}}}"
    project = replace(national, budget=load_project(parse_yaml(text)).budget)
    assert said(again(project)) == said(project)


@pytest.mark.parametrize("count", [1, 3, 5])
def test_further_amounts_are_kept(national: Project, count: int) -> None:
    further = tuple(Field(f"{number}.5") for number in range(count))
    assert national.budget is not None
    project = replace(national, budget=replace(national.budget, further=further))
    assert said(again(project)) == said(project)


def test_money_line_without_points_has_no_columns_for_them(national: Project) -> None:
    assert national.budget is not None
    bare = replace(national.budget, weight=None, score=None)
    assert said(again(replace(national, budget=bare))) == said(
        replace(national, budget=bare)
    )


@pytest.mark.parametrize(
    "goals",
    [
        Goals(annual=Field("修路。")),
        Goals(period=Field("三年修完。"), annual=Field("修路。")),
        Goals(Field("三年修完。"), Field("修路。"), Field("已修。")),
        Goals(annual=Field(""), actual=Field("")),
    ],
)
@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_only_the_goals_that_there_are(
    national: Project, goals: Goals, suffix: str
) -> None:
    project = replace(national, goals=goals)
    data = writer_for(suffix).write(composed(project))
    read = recognise(read_document(data, f"a{suffix}")).projects[0]
    assert said(read) == said(project)


def test_absent_columns_are_not_printed(national: Project) -> None:
    assert national.table is not None
    labels = {k: v for k, v in national.table.labels.items() if k != "reason"}
    rows = tuple(replace(row, reason=None) for row in national.table.rows)
    table = replace(national.table, labels=labels, rows=rows)
    assert "偏差原因分析及改进措施" not in [
        cell.text for cell in form(replace(national, table=table)).cells
    ]
    assert said(again(replace(national, table=table, grade=None))) == said(
        replace(national, table=table, grade=None)
    )


def test_remarks_of_rows_stand_in_columns_of_their_own(national: Project) -> None:
    assert national.table is not None
    first, *rest = national.table.rows
    told = replace(first, remarks=(Remark(Field("数据来源"), Field("验收单")),))
    project = replace(national, table=replace(national.table, rows=(told, *rest)))
    assert said(again(project)) == said(project)


def test_labelled_cells_stand_in_the_head_or_close_the_form(
    national: Project,
) -> None:
    remarks = (
        Remark(Field("项目代码"), Field("A-12")),
        Remark(Field("存在问题"), Field("雨季停工。")),
    )
    project = replace(national, remarks=remarks)
    labels = [cell.text for cell in form(project).cells if cell.column == 0]
    assert labels.index("项目代码") < labels.index("绩效指标")
    assert labels[-1] == "存在问题"
    assert said(again(project)) == said(project)


def test_total_and_grade_that_no_row_states_stand_in_the_head(
    national: Project,
) -> None:
    assert national.table is not None
    table = replace(national.table, total_score=None, total_weight=None)
    project = replace(
        national, table=table, table_total=None, stated_total=Field("99.5")
    )
    assert said(again(project)) == said(project)


def test_narrow_indicator_table_is_widened_to_the_money_line(
    national: Project,
) -> None:
    assert national.table is not None
    kept = ("level3", "target", "actual", "score")
    labels = {k: v for k, v in national.table.labels.items() if k in kept}
    rows = tuple(
        replace(row, level1=None, level2=None, weight=None, reason=None)
        for row in national.table.rows
    )
    table = replace(national.table, labels=labels, rows=rows, total_weight=None)
    project = replace(national, table=table, grade=None)
    cells = form(project).cells
    assert {cell.column_span for cell in cells if cell.text == "三级指标"} == {2}
    assert said(again(project)) == said(project)


def test_form_typed_in_by_hand_gets_every_official_cell(national: Project) -> None:
    assert national.table is not None
    typed = replace(national, table=replace(national.table, labels={}), budget=Budget())
    texts = {cell.text for cell in form(typed).cells}
    assert {"偏差原因分析及改进措施", "上年结转资金", "年初预算数"} <= texts
