"""Labelled values without a place of their own are kept as remarks."""

from collections.abc import Callable

import pytest

from quanheng.core.report import Project
from quanheng.document.blocks import Document
from quanheng.forms.recognise import recognise

Draw = Callable[..., Document]

TABLE = """
项目名称 | 技能培训 | 项目代码 | 0231
一级指标 | 三级指标 | 年度指标值 | 评分标准
产出指标 | 培训场次 | ≥6场 | 少一场扣2分
"""


def project(document: Document) -> Project:
    return recognise(document).projects[0]


def remarks(document: Document) -> list[tuple[str, str]]:
    return [(r.label.raw, r.text.raw) for r in project(document).remarks]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("存在问题 | 进度偏慢 | < | <", ("存在问题", "进度偏慢")),
        ("备注：数据截至年底 | < | < | <", ("备注", "数据截至年底")),
        ("中央主管部门 | 某部 | 主管部门 | 某局", ("中央主管部门", "某部")),
    ],
)
def test_a_value_beside_a_known_label_is_kept(
    draw: Draw, row: str, expected: tuple[str, str]
) -> None:
    assert remarks(draw(TABLE.rstrip() + "\n" + row)) == [
        ("项目代码", "0231"),
        expected,
    ]


def test_what_the_project_holds_itself_is_no_remark(draw: Draw) -> None:
    assert "项目名称" not in dict(remarks(draw(TABLE)))


def test_a_label_beside_a_block_of_rows_has_no_value(draw: Draw) -> None:
    rows = "项目概况 | 建设内容 | 道路 | <\n^ | 建设地点 | 镇区 | <"
    assert ("项目概况", "建设内容") not in remarks(draw(rows + "\n" + TABLE.strip()))


def test_columns_without_a_place_stand_with_their_indicator(draw: Draw) -> None:
    (row,) = project(draw(TABLE)).indicators
    (remark,) = row.remarks
    assert (remark.label.raw, remark.text.raw) == ("评分标准", "少一场扣2分")
    assert remark.text.at.text() == "表1 第3行 第4列"
