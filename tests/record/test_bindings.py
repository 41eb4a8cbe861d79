"""How a value is computed stays with it through every form of a record."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.core.computed.binding import Binding, Condition
from quanheng.core.errors import UnreadableFileError
from quanheng.core.report import Report
from quanheng.document.table import Table
from quanheng.office.plain_yaml import parse_yaml
from quanheng.readers import read_document
from quanheng.record.amend import amended
from quanheng.record.dump import dump_report, dump_yaml
from quanheng.record.load import load_report
from quanheng.record.to_tables import record_document
from quanheng.tasks.reading.read_report import report_in
from quanheng.writers import writer_for

RECORD = """
project: {name: 宣传}
budget:
  rows:
    spent:
      total: {from: spending, measure: sum, of: amount, unit: 万元}
      municipal: 9
section_tables:
  - indicators:
      - {level3: 次数, actual: {raw: 3次, from: activities, measure: count}}
indicators:
  - {level3: 次数, target: 2, actual: 2次}
  - level3: 更新
    actual:
      from: posts
      measure: gaps
      of: posted_on
      where: {channel_kind: [网站, 微信], column: ""}
      limit: 14
"""
GAPS = Binding(
    "posts",
    "gaps",
    "posted_on",
    (Condition("channel_kind", ("网站", "微信")), Condition("column", ("",))),
    options={"limit": "14"},
)


def through_json(report: Report) -> Report:
    return load_report(json.loads(json.dumps(dump_report(report))), "x.json")


def through_yaml(report: Report) -> Report:
    return load_report(parse_yaml(dump_yaml(report)), "x.yaml")


def through_xlsx(report: Report) -> Report:
    data = writer_for(".xlsx").write(record_document(report))
    return report_in(read_document(data, "x.xlsx"))


@pytest.fixture
def report() -> Report:
    return load_report(parse_yaml(RECORD), "x.yaml")


def test_bindings_are_read(report: Report) -> None:
    (project,) = report.projects
    assert project.budget is not None
    spent = project.budget.cells[BudgetRow.SPENT, BudgetColumn.TOTAL]
    assert spent.is_blank
    assert spent.binding == Binding("spending", "sum", "amount", unit="万元")
    typed, computed = (row.actual for row in project.indicators)
    assert typed is not None
    assert typed.binding is None
    assert computed is not None
    assert computed.binding == GAPS
    assert computed.at.key == "indicators[1].actual"
    beside = project.section_tables[0].rows[0].actual
    assert beside is not None
    assert (beside.raw, beside.binding) == ("3次", Binding("activities", "count"))


@pytest.mark.parametrize("through", [through_json, through_yaml, through_xlsx])
def test_bindings_stay(
    report: Report,
    through: Callable[[Report], Report],
    content: Callable[[Report], Any],
) -> None:
    assert content(through(report)) == content(report)


def test_yaml_writes_them_as_people_do(report: Report) -> None:
    text = dump_yaml(report)
    assert "raw: 3次\n" in text
    assert "raw: ''" not in text
    assert "limit: 14\n" in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "indicators: [{level3: a, target: {from: x, measure: count}}]",
            "indicators[0].target 应为填写的值",
        ),
        (
            "indicators: [{level3: a, actual: {from: x}}]",
            "indicators[0].actual.measure 应为一个名称",
        ),
        (
            "indicators: [{level3: a, actual: {binding: x}}]",
            "indicators[0].actual.binding 应为键值结构",
        ),
    ],
)
def test_what_binds_nothing_is_refused_with_its_place(text: str, said: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        load_report(parse_yaml(text), "x.yaml")
    assert said in caught.value.text()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("指标2", "指标7"),
        ("预算", "指标1"),
        ("全年执行/年度总金额", "全年执行/全部"),
        ("业绩值", "目标值"),
        ("{from: activities, measure: count}", "count"),
    ],
)
def test_a_sheet_of_bindings_that_names_no_value_is_refused(
    report: Report, before: str, after: str
) -> None:
    document = record_document(report)
    *others, table = document.blocks
    assert isinstance(table, Table)
    cells = tuple(
        replace(cell, text=after) if cell.text == before else cell
        for cell in table.cells
    )
    changed = replace(document, blocks=(*others, replace(table, cells=cells)))
    data = writer_for(".xlsx").write(changed)
    with pytest.raises(UnreadableFileError):
        report_in(read_document(data, "x.xlsx"))


def test_a_typed_value_changes_beside_its_binding() -> None:
    text = "actual: {raw: 3次, from: activities, measure: count, unit: 次}\n"
    new = amended(text, "actual", "3次", "2", is_json=False)
    assert new == text.replace("3次", "2")
