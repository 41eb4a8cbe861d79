"""Forms whose tables are lost: blanks between cells, one cell a line, one line."""

from collections.abc import Callable

import pytest

from quanheng.core.field import text_of
from quanheng.core.report import Project
from quanheng.document.blocks import Document
from quanheng.forms.recognise import recognise

Draw = Callable[..., Document]

SPACES = """项目支出绩效自评表
（2021年度）
项目名称 图书采购
主管部门 平川县文旅局 实施单位 平川县图书馆
项目资金
（万元）
年初预算数 全年预算数（A） 全年执行数（B） 分值 执行率（B/A） 得分
年度资金总额： 60 60 57 10 95% 9.5
其中：本年财政拨款 60 60 57 - -
年度总体目标 预期目标 实际完成情况
采购图书500册 已采购图书520册
绩效指标 一级
指标
二级指标 三级指标 年度 实际 分值 得分
指标值 完成值
产出指标（50分） 数量指标 指标1：采购册数 ≥500册 520册 20 20
……
质量指标 指标1：验收合格率 100% 98%
30 29.4
效益指标 社会效益指标 指标1：到馆人次 12万人次 12万人次 40 40
总分 100 98.9"""
BROKEN = "年度 实际 分值 得分\n指标值 完成值"
PLAIN_HEAD = SPACES.replace(BROKEN, "年度指标值 实际完成值 分值 得分")
WORDS = PLAIN_HEAD.replace(" ", "\n")
ONE_LINE = PLAIN_HEAD.replace("\n", " ")


@pytest.fixture(params=[SPACES, WORDS, ONE_LINE], ids=["rows", "cells", "one line"])
def project(draw: Draw, request: pytest.FixtureRequest) -> Project:
    return recognise(draw(*request.param.split("\n"))).projects[0]


def test_the_head_is_read(project: Project) -> None:
    assert text_of(project.name) == "图书采购"
    assert text_of(project.department) == "平川县文旅局"
    assert text_of(project.unit) == "平川县图书馆"
    assert text_of(project.year) == "2021"


def test_money_and_goals_are_read(project: Project) -> None:
    assert project.budget is not None
    assert project.budget.planned == 600_000
    assert project.budget.spent == 570_000
    assert text_of(project.budget.score) == "9.5"
    assert text_of(project.goals.annual) == "采购图书500册"
    assert text_of(project.goals.actual) == "已采购图书520册"


def test_the_rows_are_cut_by_what_fits(project: Project) -> None:
    keys = ("level1", "level2", "name", "target", "actual", "weight", "score")
    assert [
        "/".join(text_of(getattr(r, k)) for k in keys) for r in project.indicators
    ] == [
        "产出指标（50分）/数量指标/指标1：采购册数/≥500册/520册/20/20",
        "产出指标（50分）/质量指标/指标1：验收合格率/100%/98%/30/29.4",
        "效益指标/社会效益指标/指标1：到馆人次/12万人次/12万人次/40/40",
    ]
    assert text_of(project.table_total) == "98.9"


def test_places_are_those_of_the_lines(draw: Draw) -> None:
    project = recognise(draw(*SPACES.split("\n"))).projects[0]
    assert project.indicators[0].at.path == "paragraph[16]"


def test_two_forms_in_one_text_are_two_projects(draw: Draw) -> None:
    twice = (
        SPACES + "\n" + SPACES.replace("图书采购", "书架添置").replace("2021", "2022")
    )
    first, second = recognise(draw(*twice.split("\n"))).projects
    assert text_of(first.name) == "图书采购"
    assert text_of(second.name) == "书架添置"
    assert (first.evaluation_year, second.evaluation_year) == (2021, 2022)
    assert len(second.indicators) == 3


GLUED = (
    "县级部门预算项目支出绩效目标表（2023年度）项目名称公共图书采购项目主管部门平川县文旅局"
    "项目实施单位平川县图书馆预算申报数20万元年度绩效目标补齐馆藏一级指标二级指标三级指标"
    "年度指标值产出指标数量指标采购册数=500册质量指标验收合格率≥98%效益指标社会效益指标"
    "阅读条件明显改善满意度指标服务对象满意度服务对象满意度=95%"
)


def test_cells_without_any_mark_between_them_are_cut_at_the_labels(draw: Draw) -> None:
    project = recognise(draw(GLUED)).projects[0]
    # 项目 may end the name or begin the label behind it.
    assert text_of(project.name) == ""
    assert text_of(project.unit) == "平川县图书馆"
    assert text_of(project.year) == "2023"
    assert text_of(project.goals.annual) == "补齐馆藏"
    assert [(row.name.raw, text_of(row.target)) for row in project.indicators] == [
        ("采购册数", "=500册"),
        ("验收合格率", "≥98%"),
        ("阅读条件", "明显改善"),
        ("服务对象满意度", "=95%"),
    ]
