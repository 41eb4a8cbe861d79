"""Glued text is cut at its labels; values are cut where one way alone is right."""

import pytest

from quanheng.forms.recognising.dumps.glued import cut_glued
from quanheng.forms.recognising.dumps.glued_values import money_values, row_values

HEADS = (
    "年初预算数",
    "全年预算数（A）",
    "全年执行数（B）",
    "分值",
    "执行率（B/A）",
    "得分",
)
COLUMNS = ("三级指标", "年度指标值", "实际完成值", "分值", "得分")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("20.0020.0010.001050.00%5", "20.00 20.00 10.00 10 50.00% 5"),
        ("2020201090%9", "2020201090%9"),
        ("404020", "404020"),
        ("303030", "30 30 30"),
        ("1,200.50万元1,200.50万元900.00万元", "1,200.50万元 1,200.50万元 900.00万元"),
        ("另行安排", "另行安排"),
    ],
)
def test_money_is_cut_by_what_it_adds_up_to(text: str, parts: str) -> None:
    assert money_values(text, HEADS) == parts.split()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("清淤长度≥30公里32公里1514.5", "清淤长度 ≥30公里 32公里 15 14.5"),
        ("水质明显改善明显改善1010", "水质 明显改善 明显改善 10 10"),
        ("总投资1020万元20万元", "总投资 10 20万元 20万元"),
        (
            "公示及时率≥95%96%1010部分推迟。知晓率",
            "公示及时率 ≥95% 96% 10 10 部分推迟。 知晓率",
        ),
    ],
)
def test_values_of_rows_are_cut_by_their_look(text: str, parts: str) -> None:
    assert row_values(text, COLUMNS, is_total=False) == parts.split()


def test_text_with_few_labels_is_left_as_it_is() -> None:
    text = "项目按计划推进，项目单位负责实施，完成情况良好。" * 9
    assert cut_glued(text) == [text]


def test_a_text_that_is_too_long_is_not_cut() -> None:
    text = "一级指标二级指标三级指标年度指标值实际完成值得分" * 2000
    assert cut_glued(text) == [text]
