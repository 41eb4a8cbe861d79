"""Projects to compose: the shipped examples, and a bare national form."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

import pytest

from quanheng.core.field import Field
from quanheng.core.layout import Layout
from quanheng.core.report import Project, TableShape
from quanheng.core.source import Source
from quanheng.office.plain_yaml import parse_yaml
from quanheng.record.load import load_project, load_report
from tests.conftest import EXAMPLES

NATIONAL = """
form: national
project: {name: 乡村道路养护项目, year: 2022, department: 交通局, unit: 养护中心}
budget:
  unit: 万元
  weight: 10
  score: 9.5
  rows:
    initial: {total: 200, fiscal: 200, carryover: "", other: ""}
    annual: {total: 200, fiscal: 200, carryover: "", other: ""}
    spent: {total: 190, fiscal: 190, carryover: "", other: ""}
    execution_rate: {total: 95%, fiscal: 95%, carryover: —, other: —}
labels: {level1: 一级指标, level2: 二级指标, level3: 三级指标, target: 年度指标值,
  actual: 实际完成值, weight: 分值, score: 得分, reason: 偏差原因分析及改进措施}
goals: {annual: 养护道路120公里。, actual: 养护道路120公里，验收合格。}
indicators:
  - {level1: 产出指标, level2: 数量指标, level3: 养护里程（公里）, target: ≥120,
     actual: 120, weight: 50, score: 50, reason: ""}
  - {level1: 效益指标, level2: 社会效益指标, level3: 受益村数（个）, target: ≥31,
     actual: 31, weight: 30, score: 30, reason: ""}
  - {level1: 满意度指标, level2: 满意度指标, level3: 村民满意度（%）, target: ≥90%,
     actual: 93%, weight: 10, score: 10, reason: ""}
total_row: {weight: 100, score: 99.5}
grade: 优
"""


def said(value: object) -> object:
    """Everything a value says: places, layout and empty parts left out."""
    if isinstance(value, Layout | TableShape):
        return None
    if isinstance(value, Field):
        return value.raw
    if is_dataclass(value):
        return {
            part.name: inner
            for part in fields(value)
            if not isinstance(getattr(value, part.name), Source)
            and (inner := said(getattr(value, part.name))) is not None
        }
    if isinstance(value, Mapping):
        return {str(key): said(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [said(inner) for inner in value]
    return value


def example(name: str) -> Project:
    text = (EXAMPLES / f"{name}.yaml").read_text("utf-8")
    return load_report(parse_yaml(text), name).projects[0]


@pytest.fixture
def national() -> Project:
    return load_project(parse_yaml(NATIONAL))


@pytest.fixture
def publicity() -> Project:
    return example("publicity_project")


@pytest.fixture(
    params=[
        "publicity_project",
        "county_library",
        "drinking_water_transfer",
        "national",
    ]
)
def project(request: pytest.FixtureRequest) -> Project:
    if request.param == "national":
        return load_project(parse_yaml(NATIONAL))
    return example(request.param)
