"""A report written as data and read again is the same report."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from quanheng.core.report import Report
from quanheng.document.blocks import Document
from quanheng.forms.recognise import recognise
from quanheng.office.plain_yaml import parse_yaml
from quanheng.readers import read_document
from quanheng.record.dump import dump_report, dump_yaml
from quanheng.record.load import load_report
from quanheng.record.to_tables import record_document
from quanheng.tasks.reading.read_report import report_in
from quanheng.writers import writer_for
from tests.conftest import CORPUS

Draw = Callable[..., Document]
Content = Callable[[Report], Any]
Through = Callable[[Report], Report]

FORM = """
项目名称 | 技能培训 | < | < | < | < | < | <
主管部门 | | 实施单位 | 平川县就业中心 | < | < | < | <
项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
^ | 年度资金总额 | 60 | 60.00 | 57 | 10 | 95% | 9.5
年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | < | <
^ | 目标1：培训\\n目标2：招聘 | < | < | null | < | < | <
一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 实际完成值 | 得分 | 偏差原因
产出指标（50分） | 数量指标 | 培训场次 | 20 | ≥6场 | 7场 | 20 |
^ | 时效指标 | 完成时间 | 30 | 12月底前 | ~ | 29.4 | 招标：晚了\\n两周
总分 | < | < | 100 | | | 98.9 |
"""


def through_json(report: Report) -> Report:
    return load_report(json.loads(json.dumps(dump_report(report))), "x.json")


def through_yaml(report: Report) -> Report:
    return load_report(parse_yaml(dump_yaml(report)), "x.yaml")


def through_xlsx(report: Report) -> Report:
    data = writer_for(".xlsx").write(record_document(report))
    return report_in(read_document(data, "x.xlsx"))


@pytest.fixture
def report(draw: Draw) -> Report:
    return recognise(draw("（2021年度）", FORM, "一、存在问题", "进度：偏慢"))


@pytest.mark.parametrize("through", [through_json, through_yaml, through_xlsx])
def test_nothing_is_lost(report: Report, through: Through, content: Content) -> None:
    assert content(through(report)) == content(report)


def test_yaml_is_plain_to_read(report: Report) -> None:
    text = dump_yaml(report)
    assert "annual: 60.00" not in text
    assert "total: 60.00" in text
    assert "目标1：培训\n" in text
    assert "null" not in text.replace("'null'", "")


def test_json_says_value_unit_and_place(report: Report) -> None:
    project = dump_report(report)["projects"][0]
    target = project["indicators"][0]["target"]
    assert target["raw"] == "≥6场"
    assert target["value"] == "6"
    assert target["unit"] == "场"
    assert target["at"] == {
        "text": "表1 第8行 第5列",
        "path": "table[1]/row[8]/column[5]",
    }
    assert project["indicators"][1]["target"]["value"] == "2021-12-31"
    assert project["indicators"][0]["completion"] is None
    assert project["total_score"]["raw"] == "98.9"
    assert project["stated_total"] is None


def test_places_are_told_in_the_asked_language(report: Report) -> None:
    project = dump_report(report, "en")["projects"][0]
    assert project["project"]["name"]["at"]["text"] == "table 1 row 1 column 2"


@pytest.mark.parametrize(
    "name", sorted(p.name for p in (CORPUS / "docs").glob("*.docx"))
)
def test_no_report_of_the_corpus_loses_anything(name: str, content: Content) -> None:
    report = recognise(read_document((CORPUS / "docs" / name).read_bytes(), name))
    expected = content(report)
    assert content(through_json(report)) == expected
    assert content(through_yaml(report)) == expected
    assert content(through_xlsx(report)) == expected
