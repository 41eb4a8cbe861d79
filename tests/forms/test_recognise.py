"""Documents are cut into projects, and nothing is dropped in silence."""

from collections.abc import Callable

import pytest

from quanheng.core.errors import UnknownFormError
from quanheng.core.field import text_of
from quanheng.document.blocks import Document
from quanheng.forms.recognise import recognise

Draw = Callable[..., Document]

FORM = """
项目名称 | {name} | < | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值
产出指标 | 数量指标 | {indicator} | 6场 | 6场
"""
FIRST = FORM.format(name="技能培训", indicator="培训场次")
TOLD = "培训场次年初指标值为6场，全年实际完成值为6场。"
SECOND = FORM.format(name="招聘服务", indicator="招聘场次")


def test_two_forms_are_two_projects_with_their_own_titles(draw: Draw) -> None:
    report = recognise(
        draw(
            "项目支出绩效自评表",
            "（2021年度）",
            FIRST,
            "项目支出绩效自评表",
            "（2022年度）",
            SECOND,
        )
    )
    assert [text_of(p.name) for p in report.projects] == ["技能培训", "招聘服务"]
    assert [p.evaluation_year for p in report.projects] == [2021, 2022]
    assert [len(p.indicators) for p in report.projects] == [1, 1]


def test_two_forms_in_one_table_are_two_projects(draw: Draw) -> None:
    title = "项目支出绩效自评表（2022年度） | < | < | < | <"
    report = recognise(draw(FIRST.strip() + "\n" + title + SECOND.rstrip()))
    assert [text_of(p.name) for p in report.projects] == ["技能培训", "招聘服务"]
    assert report.projects[1].evaluation_year == 2022


def test_a_name_among_the_heads_of_columns_begins_no_form(draw: Draw) -> None:
    money = """
项目资金（万元） | 项目名称 | 年初预算数 | 全年预算数 | 全年执行数
"""
    report = recognise(draw(FIRST.rstrip() + money.rstrip()))
    assert len(report.projects) == 1


def test_a_form_below_a_report_is_its_annex(draw: Draw) -> None:
    report = recognise(
        draw(
            "一、项目概况",
            "项目名称：技能培训。",
            "二级指标 | 三级指标 | 权重 | 目标值\n数量指标 | 培训场次 | 10 | 6场",
            "附件1",
            FIRST,
        )
    )
    assert len(report.projects) == 1
    assert report.projects[0].annex is not None
    assert len(report.projects[0].section_tables) == 1


def test_a_table_that_is_not_understood_is_listed(draw: Draw) -> None:
    report = recognise(draw("序列 | 甲值 | 乙值\n1 | 2 | 3", FIRST))
    assert [part.at.path for part in report.unread] == ["table[1]"]


@pytest.mark.parametrize(
    "texts",
    [("今天天气很好。",), ("一、会议纪要", "讨论了三件事。"), ("甲 | 乙\n1 | 2",), ()],
)
def test_a_document_without_a_form_is_refused(
    draw: Draw, texts: tuple[str, ...]
) -> None:
    with pytest.raises(UnknownFormError, match="无可识别") as raised:
        recognise(draw(*texts))
    assert raised.value.text("en").startswith("example.docx holds no")


@pytest.mark.parametrize(
    ("texts", "form"),
    [
        ((FIRST,), "national"),
        (("项目名称 | 技能培训",), ""),
        (("2022年中央转移支付项目绩效自评表", FIRST), "transfer"),
        (("食品补助资金区域绩效目标自评表", FIRST), "transfer"),
        (("一、绩效目标分解下达情况", "下达60万元。", FIRST), "transfer"),
        (("技能培训项目绩效自评报告", "一、项目概况", TOLD), ""),
    ],
)
def test_the_layout_is_named(draw: Draw, texts: tuple[str, ...], form: str) -> None:
    assert recognise(draw(*texts)).projects[0].form == form


NAME = "项目名称 | 技能培训 | < | < | <"
ROWS = FIRST.strip().split("\n", 1)[1]


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["技能培训项目绩效自评表", ROWS, "招聘服务项目绩效自评表", ROWS], 2),
        (["项目名称：技能培训", ROWS, "项目名称：招聘服务", ROWS], 2),
        (
            [
                f"项目名称 | 主管部门 | 实施单位\n{n} | 某局 | 某馆\n{ROWS}"
                for n in "甲乙"
            ],
            2,
        ),
        (["自评表", NAME, ROWS, "自评表", NAME, ROWS], 2),
        ([NAME, "项目绩效自评表", ROWS, "注：如实填报。"], 1),
        ([NAME + "\n" + ROWS, NAME + "\n" + ROWS], 1),
        ([FIRST, "自评表", FORM.format(name="", indicator="")], 1),
    ],
    ids=[
        "names in titles",
        "names in lines",
        "names below their labels",
        "one project, two titled forms",
        "one form in several tables",
        "its head repeated on the next page",
        "a blank form behind it",
    ],
)
def test_forms_are_told_apart_by_names_and_titles(
    draw: Draw, texts: list[str], names: int
) -> None:
    assert len(recognise(draw(*texts)).projects) == names
