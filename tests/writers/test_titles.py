"""Titles of several lines keep their words and lines about equally long."""

import pytest

from quanheng.writers.titles import title_lines, title_width

_ROOM = 40.0


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("省级部门预算项目支出绩效目标表（2023年度）", "省级部门预算项目支出绩效"),
        (
            "甲市（区）级预算部门（单位）项目支出绩效目标申报表",
            "甲市（区）级预算部门（单位）",
        ),
        ("甲市本级部门项目支出绩效自评表（2021年）", "甲市本级部门项目支出绩效"),
        ("年" * 25, "年" * 13),
    ],
)
def test_line_breaks_between_words(title: str, first: str) -> None:
    assert title_lines(title, _ROOM) == 2
    assert title_width(title, _ROOM) // 2 - len(first) in {0, 1}


@pytest.mark.parametrize("title", ["项目支出绩效自评报告", "第一行\n第二行"])
def test_title_that_needs_no_break_has_the_whole_line(title: str) -> None:
    assert title_width(title, _ROOM) == _ROOM


def test_gaps_between_chinese_and_figures_count() -> None:
    assert title_lines("甲市本级部门项目支出绩效自评表（年）", 36) == 1
    assert title_lines("甲市本级2021年部门项目支出绩效自评", 34) == 2


def test_a_line_is_never_wider_than_the_page() -> None:
    title = "绩效自评" * 10
    assert title_width(title, _ROOM) <= _ROOM
