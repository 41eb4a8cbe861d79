"""Lines with several labels, and what may be a label's value."""

import pytest

from quanheng.forms.recognising.head.label_lines import before_label, pieces
from quanheng.forms.recognising.head.values import value_of


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "主管部门：某局  评价年度：2023年 填报人：李",
            [("主管部门", "某局"), ("评价年度", "2023年"), ("填报人", "李")],
        ),
        (
            "主管部门：某局评价年度：2023年",
            [("主管部门", "某局"), ("评价年度", "2023年")],
        ),
        ("复核人：张 校对员：李", [("复核人", "张"), ("校对员", "李")]),
        (
            "项 目 名 称：图书　单位：某馆",
            [("项 目 名 称", "图书"), ("单位", "某馆")],
        ),
        ("项目名称：道路：二期", [("项目名称", "道路：二期")]),
        ("按时间10:30开馆", [("", "按时间10:30开馆")]),
    ],
)
def test_a_value_ends_where_the_next_label_begins(
    line: str, expected: list[tuple[str, str]]
) -> None:
    assert pieces(line) == expected


def test_a_label_glued_behind_a_value_is_cut_off() -> None:
    assert before_label("某局 评价年度：2023") == "某局 "


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("name", "图书 采购", "图书采购"),
        ("name", "|", ""),
        ("name", "主管部门", None),
        ("name", "100%", None),
        ("unit", "萬(wàn)元）", None),
        ("unit", "万元一、", None),
        ("unit", "________", None),
        ("year", "____年", None),
        ("department", "2023", None),
        ("year", "（ ）年度", None),
        ("year", "2023年度", "2023年度"),
        ("total", "97.57分（其中预算执行9.57分）", "97.57"),
        ("total", "95单位领导审签:", "95"),
        ("total", "得分", None),
        ("grade", "优秀（90分以上）", "优秀"),
        ("grade", "优□ 良☑ 中□ 差□", "良"),
        ("grade", "优□ 良□ 中□ 差□", ""),
        ("grade", "某局", None),
    ],
)
def test_what_can_be_no_value_of_its_label_is_none(
    name: str, text: str, value: str | None
) -> None:
    assert value_of(name, text) == value
