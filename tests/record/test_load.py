"""Records written by people are read, or refused with the place of the fault."""

import pytest

from quanheng.core.budget import BudgetRow
from quanheng.core.errors import UnreadableFileError
from quanheng.core.field import text_of
from quanheng.office.plain_yaml import parse_yaml
from quanheng.record.load import load_report

RECORD = """
project: {name: 图书采购, year: 2023年}
budget:
  unit: 万元
  rows:
    annual: {total: 60.00, fiscal: ""}
indicators:
  - {level3: 采购册数, weight: 12.90, target: "≥500册"}
sections:
  - heading: 一、项目的基本情况
    level: 1
    chapter: basics
    paragraphs: ["立项依据：年度计划", "今年：顺利"]
"""


def test_values_stay_as_written() -> None:
    project = load_report(parse_yaml(RECORD), "x.yaml").projects[0]
    assert text_of(project.indicators[0].weight) == "12.90"
    assert project.budget is not None
    assert text_of(project.budget.cell(BudgetRow.ANNUAL)) == "60.00"
    assert project.evaluation_year == 2023


def test_places_are_key_paths() -> None:
    project = load_report(parse_yaml(RECORD), "x.yaml").projects[0]
    target = project.indicators[0].target
    assert target is not None
    assert target.at.text() == "indicators[0].target"
    projects = {"projects": [parse_yaml(RECORD)]}
    name = load_report(projects, "x.yaml").projects[0].name
    assert name is not None
    assert name.at.path == "projects[0].project.name"


def test_the_overview_is_taken_from_the_paragraphs() -> None:
    project = load_report(parse_yaml(RECORD), "x.yaml").projects[0]
    assert text_of(project.overview.basis) == "年度计划"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- a", "文件 应为键值结构"),
        ("{}", "至少一个项目"),
        ("projects: []", "至少一个项目"),
        ("projects: [3]", "projects[0] 应为键值结构"),
        ("budget: 60", "budget 应为键值结构"),
        ("budget: {rows: {yearly: {total: 1}}}", "budget.rows.yearly.total 应为以下"),
        ("indicators: many", "indicators 应为列表"),
        ("indicators: [{level3: [a]}]", "indicators[0].level3 应为文字"),
        ("sections: [{chapter: intro}]", "sections[0].chapter 应为以下之一"),
        ("sections: [{level: top}]", "sections[0].level 应为"),
    ],
)
def test_a_wrong_shape_is_named_with_its_place(text: str, place: str) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        load_report(parse_yaml(text), "x.yaml")
    assert place in raised.value.text()
    assert "should be" in raised.value.text("en")


def test_broken_yaml_is_refused_with_its_line() -> None:
    with pytest.raises(UnreadableFileError, match="第2行"):
        parse_yaml("a: 1\nb: ]\nc: 1")
