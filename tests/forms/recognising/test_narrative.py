"""Chapters, overview, goals and the conclusion of a report."""

from collections.abc import Callable

import pytest

from quanheng.core.field import Field, text_of
from quanheng.core.report import Chapter, Project
from quanheng.document.blocks import Document
from quanheng.forms.recognise import recognise
from quanheng.forms.recognising.narrative import chapter_of
from quanheng.forms.recognising.project import ProjectReading

Draw = Callable[..., Document]

TABLE = (
    "二级指标 | 三级指标 | 权重 | 目标值 | 得分\n数量指标 | 采购册数 | 10 | 500册 | 10"
)
ANNEX = (
    "一级指标 | 二级指标 | 目标指标 | 权重 | 目标值 | 得分\n"
    "产出指标 | 数量指标 | 采购册数 | 10 | 500册 | 10"
)
REPORT = (
    "[bookmark: _Toc1]一、项目的基本情况",
    "（一）项目概况",
    "项目概况：为全县采购图书。",
    "立项依据：",
    "（三）项目绩效目标",
    "（1）. 项目实施期绩效目标",
    "三年补齐馆藏。",
    "（2）. 项目年度目标",
    "采购图书500册。",
    "二、项目绩效情况",
    "经评价，最终结果：公共图书采购项目绩效自评价结果为:总得分98.5分，属于“优秀”。",
    "（二）项目产出情况",
    TABLE,
    "五、存在问题及原因分析",
    "上架不及时。",
    "附件：1.项目支出绩效自评表",
    "附件1.项目支出绩效自评表",
    ANNEX,
)


@pytest.fixture
def project(draw: Draw) -> Project:
    return recognise(draw(*REPORT)).projects[0]


def test_sections_belong_to_the_chapter_above(project: Project) -> None:
    found = [(s.level, s.chapter) for s in project.sections]
    assert found == [
        (1, Chapter.BASICS),
        (2, Chapter.BASICS),
        (2, Chapter.BASICS),
        (4, Chapter.BASICS),
        (4, Chapter.BASICS),
        (1, Chapter.PERFORMANCE),
        (2, Chapter.PERFORMANCE),
        (1, Chapter.PROBLEMS),
    ]


def test_a_heading_keeps_the_residue_it_carries(project: Project) -> None:
    assert project.sections[0].heading.raw == "[bookmark: _Toc1]一、项目的基本情况"


def test_the_overview_is_read_without_its_labels(project: Project) -> None:
    assert text_of(project.overview.summary) == "为全县采购图书。"
    assert project.overview.basis is not None
    assert project.overview.basis.is_blank
    assert project.overview.plan is None


def test_goals_stand_below_their_headings(project: Project) -> None:
    assert text_of(project.goals.period) == "三年补齐馆藏。"
    assert text_of(project.goals.annual) == "采购图书500册。"


def test_the_conclusion_states_name_total_and_grade(project: Project) -> None:
    assert text_of(project.name) == "公共图书采购项目"
    assert text_of(project.stated_total) == "98.5"
    assert text_of(project.grade) == "优秀"
    assert text_of(project.conclusion).startswith("经评价")
    assert project.table_total is None


def test_section_tables_stand_beside_the_annex(project: Project) -> None:
    assert project.table is not None
    assert project.table.at.path == "table[2]"
    assert [table.at.path for table in project.section_tables] == ["table[1]"]
    assert text_of(project.annex) == "附件1.项目支出绩效自评表"
    assert text_of(project.attachment_note) == "附件：1.项目支出绩效自评表"


def test_without_an_annex_the_section_tables_are_the_table(draw: Draw) -> None:
    project = recognise(draw(*REPORT[:13], "（三）项目效益情况", TABLE)).projects[0]
    assert len(project.indicators) == 2
    assert project.section_tables == ()
    assert project.annex is None


@pytest.mark.parametrize(
    ("heading", "chapter"),
    [
        ("一、项目的基本情况", Chapter.BASICS),
        ("二、项目绩效情况", Chapter.PERFORMANCE),
        ("三、项目绩效分析", Chapter.ANALYSIS),
        ("四、项目主要经验做法", Chapter.EXPERIENCE),
        ("五、项目管理中存在问题及原因分析", Chapter.PROBLEMS),
        ("六、进一步加强项目管理措施及建议", Chapter.MEASURES),
        ("七、其他", Chapter.OTHER),
    ],
)
def test_a_chapter_is_known_by_its_words(heading: str, chapter: Chapter) -> None:
    assert chapter_of(heading) is chapter


def test_without_chapters_a_section_stands_for_itself(draw: Draw) -> None:
    project = recognise(
        draw("（一）存在的问题", "上架不及时。", "（二）改进措施", "专人负责。", TABLE)
    ).projects[0]
    assert [s.chapter for s in project.sections] == [Chapter.PROBLEMS, Chapter.MEASURES]


def test_names_of_further_annexes_belong_to_the_note() -> None:
    lines = ("一、基本情况", "正文。", "附件：1.自评表", "2.佐证材料", "3.照片")
    reading = ProjectReading()
    for line in lines:
        reading.add_line(Field(line), 0)
    project = reading.project()
    assert project.attachment_note == Field("附件：1.自评表\n2.佐证材料\n3.照片")
    assert len(project.sections) == 1
