"""The national form."""

from dataclasses import replace

import pytest

from quanheng.core.errors import UnknownFormError
from quanheng.core.field import Field
from quanheng.core.report import (
    Chapter,
    IndicatorTable,
    Preparer,
    Project,
    Report,
    Section,
)
from quanheng.document.blocks import AnnexStart, Heading, Paragraph
from quanheng.document.table import Align, Table
from quanheng.forms.compose import compose


def form(project: Project) -> Table:
    blocks = compose(Report("a", (project,)), "national").blocks
    return next(block for block in blocks if isinstance(block, Table))


def row(table: Table, first: str) -> list[str]:
    """The cells of the row that holds a text, merged ones once."""
    for cells in table.grid:
        found = list(dict.fromkeys(cell for cell in cells if cell))
        if any(cell.text == first for cell in found):
            return [cell.text for cell in found]
    raise AssertionError(first)


def test_title_names_the_year(national: Project) -> None:
    blocks = compose(Report("a", (national,))).blocks
    assert blocks[:2] == (
        Heading("项目支出绩效自评表", 0),
        Paragraph("（2022年度）", Align.CENTER),
    )


@pytest.mark.parametrize("raw", ["2022", "2022年", "2022年度"])
def test_year_is_printed_in_one_way(national: Project, raw: str) -> None:
    blocks = compose(Report("a", (replace(national, year=Field(raw)),))).blocks
    assert blocks[1] == Paragraph("（2022年度）", Align.CENTER)


def test_head_and_budget_rows(national: Project) -> None:
    table = form(national)
    assert row(table, "主管部门") == ["主管部门", "交通局", "实施单位", "养护中心"]
    assert row(table, "年度资金总额")[1:] == [
        *("年度资金总额", "200", "200", "190", "10", "95%", "9.5")
    ]
    assert row(table, "上年结转资金")[1:] == [
        *("上年结转资金", "", "", "", "—", "—", "—")
    ]


def test_goals_stand_side_by_side(national: Project) -> None:
    assert row(form(national), "养护道路120公里。")[1:] == [
        "养护道路120公里。",
        "养护道路120公里，验收合格。",
    ]


def test_indicators_and_total(national: Project) -> None:
    table = form(national)
    assert row(table, "养护里程（公里）") == [
        *("绩效指标", "产出指标", "数量指标", "养护里程（公里）"),
        *("≥120", "120", "50", "50", ""),
    ]
    assert row(table, "总分") == ["总分", "100", "99.5", "优"]


def test_block_label_covers_its_rows(national: Project) -> None:
    label = next(cell for cell in form(national).cells if cell.text == "绩效指标")
    assert (label.column, label.row_span) == (0, 4)


def test_every_place_of_the_grid_is_covered_once(national: Project) -> None:
    table = form(national)
    area = sum(cell.row_span * cell.column_span for cell in table.cells)
    assert area == table.row_count * table.column_count
    assert all(cell is not None for cells in table.grid for cell in cells)


def test_completion_column_is_added_where_the_report_has_one(
    publicity: Project,
) -> None:
    assert "完成率" in row(form(publicity), "三级指标")


def test_another_forms_labels_are_not_taken_over(publicity: Project) -> None:
    assert "年度指标值" in row(form(publicity), "三级指标")


def test_preparer_follows_the_form(national: Project) -> None:
    preparer = Preparer(name=Field("李"), date=Field("2023年2月1日"))
    blocks = compose(Report("a", (replace(national, preparer=preparer),))).blocks
    line = "填报人：李　　填报日期：2023年2月1日"
    assert blocks[3:] == (Paragraph(line, is_small=True),)


def test_project_without_budget_and_indicators_is_a_form_too() -> None:
    project = Project(form="national", name=Field("空项目"))
    assert row(form(project), "项目名称") == ["项目名称", "空项目"]
    empty = replace(project, table=IndicatorTable(()))
    assert "偏差原因分析及改进措施" in row(form(empty), "三级指标")


def test_unknown_form_names_those_there_are(national: Project) -> None:
    with pytest.raises(UnknownFormError) as raised:
        compose(Report("a", (national,)), "guizhou")
    assert "national" in raised.value.text()
    assert "guizhou" in raised.value.text("en")


def test_project_of_no_known_form_is_printed_on_the_national_one(
    national: Project,
) -> None:
    project = replace(national, form="guizhou")
    blocks = compose(Report("a", (project,))).blocks
    assert blocks[0] == Heading("项目支出绩效自评表", 0)


def test_projects_of_a_file_follow_one_another(national: Project) -> None:
    other = replace(national, name=Field("桥梁养护项目"))
    document = compose(Report("a", (national, other)))
    assert document.title == "乡村道路养护项目、桥梁养护项目"
    assert sum(isinstance(block, Table) for block in document.blocks) == 2


def test_label_of_the_annex_stands_above_the_form(national: Project) -> None:
    front = Section(Field(""), 0, Chapter.OTHER, (Field("附件1"), Field("审核：张")))
    project = replace(national, sections=(front,))
    found = compose(Report("a", (project,)), "national").blocks
    assert found[:2] == (AnnexStart("附件1"), Heading("项目支出绩效自评表", 0))
    assert Paragraph("审核：张") in found[2:]


def test_another_layout_brings_its_own_annex(publicity: Project) -> None:
    note = Field("附件：项目支出绩效自评表")
    project = replace(publicity, attachment_note=note)
    found = compose(Report("a", (project,)), "national").blocks
    assert not [b for b in found if isinstance(b, Paragraph) and "附件" in b.text]
