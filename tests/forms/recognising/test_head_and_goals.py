"""Head cells, titles, cover lines and goals."""

from collections.abc import Callable

import pytest

from quanheng.core.field import text_of
from quanheng.core.report import Project
from quanheng.document.blocks import Document
from quanheng.forms.recognise import recognise

Draw = Callable[..., Document]


def read(draw: Draw, *texts: str) -> Project:
    return recognise(draw(*texts)).projects[0]


def test_labels_with_their_values_beside_them_are_read(draw: Draw) -> None:
    project = read(
        draw,
        """
项目名称 | 图书 采购项目 | < | <
主管部门 | | 实施单位 | 平川县图书馆
填报人 | 周某 | 联系电话 |
""",
    )
    assert text_of(project.name) == "图书采购项目"
    assert project.department is not None
    assert project.department.raw == ""
    assert text_of(project.unit) == "平川县图书馆"
    assert text_of(project.preparer.name) == "周某"
    assert project.year is None


def test_several_labels_on_one_line_are_told_apart(draw: Draw) -> None:
    line = "主管部门：河阳市应急管理局  实施单位：河阳市消防支队 评价年度：2023年"
    project = read(draw, line, "项目名称 | 消防宣传项目")
    assert text_of(project.department) == "河阳市应急管理局"
    assert text_of(project.unit) == "河阳市消防支队"
    assert project.evaluation_year == 2023


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["项目支出绩效自评表", "（2021年度）"], "2021"),
        (["2022年度项目支出绩效自评表"], "2022"),
        (["项目支出绩效自评表（  2023 年度）"], "2023"),
        (["项目支出绩效自评表", "（    年度）"], ""),
        (["发布时间：2022-03-18"], ""),
    ],
)
def test_the_year_comes_from_the_title(draw: Draw, lines: list[str], year: str) -> None:
    assert text_of(read(draw, *lines, "项目名称 | 图书采购项目").year) == year


def test_the_year_of_the_term_stands_in_for_a_missing_one(draw: Draw) -> None:
    project = read(
        draw, "项目名称 | 图书采购\n项目起止时间 | 2017年1月起至2017年12月止"
    )
    assert text_of(project.year) == "2017"


@pytest.mark.parametrize(
    "line",
    [
        "项目名称：图书采购",
        "项目名称       图书采购",
        "1.项目名称：图书采购。实施单位：甲馆。",
        "项目名称：图书采购，主管部门：乙局",
    ],
)
def test_cover_lines_name_the_project(draw: Draw, line: str) -> None:
    assert text_of(read(draw, "项目支出绩效自评报告", line).name) == "图书采购"


def test_a_total_may_stand_below_its_label(draw: Draw) -> None:
    project = read(
        draw,
        """
专项名称 | 食品监管补助 | < | <
中央主管部门 | 某总局 | < | 自评得分
省级财政部门 | 某厅 | < | 98
""",
    )
    assert text_of(project.stated_total) == "98"
    assert text_of(project.department) == "某总局"


def test_values_may_stand_below_a_row_of_labels(draw: Draw) -> None:
    project = read(
        draw,
        """
主管部门 | 项目编码 | 项目名称 | 是否专项
某局 | 0231 | 图书采购 | 否
""",
    )
    assert text_of(project.name) == "图书采购"
    assert text_of(project.department) == "某局"


def test_below_labels_a_row_that_lost_a_blank_is_not_guessed_at(draw: Draw) -> None:
    project = read(
        draw,
        """
填报人 | 主管部门 | 项目名称 | 项目编码
某局 | 图书采购 | 0231
自评得分 | 95 | 等级 | 优
""",
    )
    assert text_of(project.department) == ""


@pytest.mark.parametrize(
    "row", ["自评得分 | 95 | 等级 | 优", "得分 | 95 | 评价等级 | 优"]
)
def test_total_and_grade_may_stand_in_the_head(draw: Draw, row: str) -> None:
    project = read(draw, f"项目名称 | 图书采购 | < | <\n{row}")
    assert text_of(project.stated_total) == "95"
    assert text_of(project.grade) == "优"


@pytest.mark.parametrize(
    ("sentence", "total", "grade"),
    [
        ("经自评，本项目得分95.5分，等级为“优”。", "95.5", "优"),
        ("綜合得分95.5分，評價等級爲“優”。", "95.5", "優"),
        ("综合得分95.5分。评价结果为良。", "95.5", "良"),
        ("产出指标得分45分，效益指标得分28分。", "", ""),
    ],
)
@pytest.mark.parametrize("place", ["line", "row"])
def test_a_sentence_below_the_form_states_total_and_grade(
    draw: Draw, sentence: str, total: str, grade: str, place: str
) -> None:
    form = "项目名称 | 图书采购"
    texts = [form, sentence] if place == "line" else [f"{form}\n{sentence} | <"]
    project = read(draw, *texts)
    assert text_of(project.stated_total) == total
    assert text_of(project.grade) == grade


GOALS = {
    "beside the block's label": """
项目名称 | 图书采购 | <
年度总体目标 | 预期目标 | 实际完成情况
^ | 采购图书 | 已采购
""",
    "without a block label": """
项目名称 | 图书采购
总体目标 | 全年实际完成情况
采购图书 | 已采购
""",
    "below heads, right of a label that is not known": """
项目名称 | 图书采购 | <
定性任务及进展 | 预期目标 | 实际完成
^ | 采购图书 | 已采购
""",
    "beside an adjusted goal": """
项目名称 | 图书采购 | < | <
年度总体目标 | 年初目标 | 调整后目标 | 完成情况
^ | 采购 | 采购图书 | 已采购
""",
    "as two pairs in a row": """
项目名称 | 图书采购 | < | <
目标 | 采购图书 | 完成 | 已采购
""",
    "in the cells of their labels": """
项目名称 | 图书采购
年度目标：采购图书 | 完成情况：已采购
""",
    "with a column of points": """
项目名称 | 图书采购 | < | <
年度总体目标 | 预期目标 | 实际完成情况 | 20
^ | 采购图书 | 已采购 |
""",
    "with the row's empty cells lost": """
项目名称 | 图书采购 | |
年度总体目标 | 年初设定目标 | 年度总体目标完成情况综述 |
采购图书 | 已采购
""",
    "as clerks say it": """
项目名称 | 图书 | 主管部门 | 教育局
绩效目标 | 采购图书 | 绩效完成 | 已采购
""",
}


@pytest.mark.parametrize("design", GOALS)
def test_goals_and_results_are_told_apart(draw: Draw, design: str) -> None:
    goals = read(draw, GOALS[design]).goals
    assert (text_of(goals.annual), text_of(goals.actual)) == ("采购图书", "已采购")
    assert goals.period is None


def test_of_heads_that_are_not_known_the_first_is_the_goal(draw: Draw) -> None:
    goals = read(
        draw,
        """
项目名称 | 图书采购 | <
年度总体目标 | 原定设想 | 做成的事
^ | 完成全年图书采购任务，满足借阅。 | 采购任务已完成，借阅良好。
""",
    ).goals
    assert text_of(goals.annual) == "完成全年图书采购任务，满足借阅。"
    assert text_of(goals.actual) == "采购任务已完成，借阅良好。"


def test_goals_may_stand_in_lines_above_the_table(draw: Draw) -> None:
    lines = "年度目标：采购图书。", "完成情况：已采购。"
    goals = read(draw, *lines, "项目名称 | 图书采购").goals
    assert text_of(goals.annual) == "采购图书。"
    assert text_of(goals.actual) == "已采购。"


def test_goal_heads_without_a_row_for_the_text_are_blank_goals(draw: Draw) -> None:
    goals = read(
        draw, "项目名称 | 图书采购 | <\n年度总体目标 | 预期目标 | 实际完成情况"
    ).goals
    assert goals.annual is not None
    assert goals.annual.raw == ""


def test_goals_over_several_rows_are_joined(draw: Draw) -> None:
    goals = read(
        draw,
        """
项目名称 | 图书采购 | <
年度总体目标 | 预期目标 | 实际完成情况
^ | 目标1：采购 | 目标1：已采购
^ | 目标2：上架 | 目标2：已上架
""",
    ).goals
    assert text_of(goals.annual) == "目标1：采购\n目标2：上架"


def test_a_text_that_sounds_like_a_label_is_a_text_below_its_head(draw: Draw) -> None:
    goals = read(
        draw,
        """
项目名称 | 图书采购 | <
年度总体目标 | 预期目标 | 实际完成情况
^ | 采购图书。 | 完成年度目标。
""",
    ).goals
    assert text_of(goals.actual) == "完成年度目标。"


def test_period_and_annual_goals_are_told_apart(draw: Draw) -> None:
    goals = read(
        draw, "项目名称 | 图书采购 | <\n总体目标 | 长期目标 | 年度目标\n^ | 三年 | 一年"
    ).goals
    assert (text_of(goals.period), text_of(goals.annual)) == ("三年", "一年")
