"""The summary of many projects."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from quanheng.core.field import Field
from quanheng.core.report import Project, Report
from quanheng.document.blocks import Document, Paragraph
from quanheng.document.table import Align, Table
from quanheng.forms.recognise import recognise
from quanheng.forms.summary.compose import compose_summary
from quanheng.law.book import Law
from quanheng.office.plain_yaml import parse_yaml
from quanheng.readers import read_document
from quanheng.record.load import load_project
from quanheng.testing.cases import WORKPLACE
from quanheng.writers import writer_for
from tests.forms.compose.conftest import example


def project(name: str, planned: str, spent: str, score: str, grade: str) -> Project:
    return load_project(
        parse_yaml(f"""
form: national
project: {{name: {name}, year: 2023, department: 交通局, unit: 养护中心}}
budget: {{unit: 万元, weight: 10, score: {score},
  rows: {{annual: {{total: {planned}}}, spent: {{total: {spent}}}}}}}
indicators:
  - {{level1: 产出指标, level2: 数量指标, level3: 养护里程（公里）, target: ≥120公里,
     actual: 120公里, weight: 90, score: 90, reason: ""}}
total_row: {{weight: 100, score: {score}}}
grade: {grade}
""")
    )


@pytest.fixture
def projects() -> tuple[Project, ...]:
    return (
        project("道路", "200", "180", "99", "优"),
        project("桥梁", "100", "100", "98.5", "良好"),
        project("绿化", '""', '""', '""', '""'),
    )


def laws(projects: tuple[Project, ...]) -> list[Law]:
    return [WORKPLACE.law_of(project) for project in projects]


def summary(projects: tuple[Project, ...]) -> Document:
    return compose_summary(Report("a", projects), laws(projects))


def table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def rows(document: Document) -> Iterator[list[str]]:
    found = table(document)
    for number in range(found.row_count):
        yield [cell.text for cell in found.cells if cell.row == number]


def test_sums_stand_above_the_projects_in_the_order_given(
    projects: tuple[Project, ...],
) -> None:
    _, sums, *entries = rows(summary(projects))
    assert sums == [
        *("合计", "300.00", "280.00", "93.33%"),
        *("平均98.75", "优1\n良1", "平均99.5", "优2", "—"),
    ]
    assert [entry[1] for entry in entries] == ["道路", "桥梁", "绿化"]


def test_stated_scores_stand_beside_the_recomputed_ones(
    projects: tuple[Project, ...],
) -> None:
    _, _, road, bridge, trees = rows(summary(projects))
    assert road[2:] == [
        *("交通局\n养护中心", "200.00", "180.00", "90.00%"),
        *("99", "优", "99", "优", "0"),
    ]
    assert bridge[6:] == ["98.5", "良", "100", "优", "-1.5"]
    assert trees[3:8] == ["—"] * 5
    assert trees[8:] == ["可确认90\n无法计算10", "—", "—"]


def test_figures_are_set_right(projects: tuple[Project, ...]) -> None:
    cells = table(summary(projects)).cells
    assert {c.align for c in cells if c.text in ("200.00", "99", "90.00%")} == {
        Align.RIGHT
    }


def test_sentences_are_counted(projects: tuple[Project, ...]) -> None:
    lines = [b.text for b in summary(projects).blocks if isinstance(b, Paragraph)]
    assert lines == [
        "（2023年度）",
        "主管部门：交通局",
        "共有3个项目完成绩效自评，全年预算资金合计300.00万元，平均得分98.75分。"
        "全年执行280.00万元，总体执行率93.33%。"
        "其中1个项目无可读的全年预算数，未计入合计。",
        "自评等级：优1个，良1个，中0个，差0个，未填等级1个。",
        "可逐项复算对照的项目2个，其中1个得分不一致；1个项目有指标无法按公式复算。",
    ]


def test_what_the_projects_do_not_share_is_not_named(
    projects: tuple[Project, ...],
) -> None:
    first, *others = projects
    other = replace(first, department=Field("水利局"), year=Field("2022"))
    lines = [b.text for b in summary((other, *others)).blocks if hasattr(b, "text")]
    assert not any("年度" in line or "主管部门" in line for line in lines)


def test_deviations_are_given_in_the_reports_own_words() -> None:
    _, _, library = rows(summary((example("county_library"),)))
    assert library[-1].split("\n") == [
        "预算执行率：由于图书采购招标节约0.80万元，预算执行率比目标低1.60个百分点",
        "新书上架及时率：由于7月集中到货1900册而编目人员只有2名，492册新书上架超过"
        "15个工作日",
    ]


def test_problems_stand_in_where_no_row_gives_a_reason() -> None:
    library = example("county_library")
    assert library.table is not None
    bare = tuple(replace(row, reason=None) for row in library.table.rows)
    told = replace(library, table=replace(library.table, rows=bare))
    assert next(entry for entry in list(rows(summary((told,))))[2:])[-1].startswith(
        "一是新书上架不够及时"
    )


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
def test_summary_read_again_is_the_departments(
    projects: tuple[Project, ...], suffix: str
) -> None:
    data = writer_for(suffix).write(summary(projects))
    (read,) = recognise(read_document(data, f"a{suffix}")).projects
    assert read.department == Field("交通局", read.department.at)  # type: ignore[union-attr]
    assert read.budget is not None
    assert read.budget.planned == 3_000_000
    assert any("共有3个项目完成绩效自评" in text.raw for text in read.paragraphs())


def test_points_without_a_basis_are_seen() -> None:
    _, _, faulty = rows(summary((example("publicity_project"),)))
    assert "可确认61.45\n无法计算38.55" in faulty
