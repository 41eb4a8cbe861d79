"""The Shanxi layout."""

from dataclasses import replace
from itertools import pairwise

from quanheng.core.field import Field
from quanheng.core.report import Chapter, Overview, Project, Report, Section
from quanheng.document.blocks import AnnexStart, Block, Contents, Heading, Paragraph
from quanheng.document.table import Align, Table
from quanheng.forms.compose import compose


def blocks(project: Project) -> tuple[Block, ...]:
    return compose(Report("a", (project,)), "shanxi").blocks


def headings(project: Project) -> list[str]:
    return [block.text for block in blocks(project) if isinstance(block, Heading)]


def tables(project: Project) -> list[Table]:
    return [block for block in blocks(project) if isinstance(block, Table)]


def texts(table: Table, row: int) -> list[str]:
    return [cell.text if cell else "" for cell in table.grid[row]]


def test_cover_comes_first_then_the_contents(national: Project) -> None:
    found = blocks(national)
    assert found[0] == Heading("项目支出绩效自评报告", 0)
    cover = found[1 : found.index(Contents())]
    assert [block.text for block in cover if isinstance(block, Paragraph)] == [
        "项目名称：乡村道路养护项目",
        "评价年度：2022年",
        "主管部门：交通局",
        "实施单位：养护中心",
    ]


def test_own_headings_are_printed_as_they_are(publicity: Project) -> None:
    own = [section.heading.raw for section in publicity.sections]
    assert headings(publicity)[1:] == own


def test_budget_table_has_two_merged_header_rows(publicity: Project) -> None:
    table = tables(publicity)[0]
    assert table.header_rows == 2
    assert texts(table, 0)[3:8] == ["财政资金"] * 5
    assert texts(table, 1)[2:5] == ["年度总金额(万元)", "小计", "中央级"]
    assert texts(table, 2) == [
        "年初预算资金",
        "(1)",
        "10",
        "10",
        "",
        "",
        "10",
        *[""] * 3,
    ]


def test_each_table_stands_below_its_heading(publicity: Project) -> None:
    found = blocks(publicity)
    above = [
        before.text
        for before, block in pairwise(found)
        if isinstance(block, Table) and isinstance(before, Heading)
    ]
    assert above == [
        "（二）预算执行情况",
        "（一）预算执行情况",
        "（二）项目产出情况",
        "（三）项目效益情况",
        "（四）项目满意度情况",
    ]


def test_level_cells_are_merged_in_the_annex(publicity: Project) -> None:
    annex = tables(publicity)[-1]
    merged = [(c.text, c.row, c.row_span) for c in annex.cells if c.row_span > 1]
    assert merged == [("产出指标", 2, 5), ("质量指标", 3, 2)]


def test_annex_label_stands_above_its_title(publicity: Project) -> None:
    project = replace(publicity, annex=Field("附件 项目支出绩效自评表"))
    found = blocks(project)
    place = found.index(AnnexStart("附件", across=True))
    assert found[place + 1] == Heading("项目支出绩效自评表", 0)


def test_irregular_annex_label_is_not_mended(publicity: Project) -> None:
    label = AnnexStart("附件1.项目支出绩效自评表", across=True)
    assert label in blocks(publicity)


def test_report_without_annex_heading_gets_the_regular_one(national: Project) -> None:
    assert AnnexStart("附件") in blocks(national)


def test_form_without_chapters_gets_those_that_have_something_to_say(
    national: Project,
) -> None:
    assert headings(national)[1:-1] == [
        "一、项目的基本情况",
        "（一）项目概况",
        "（二）预算执行情况",
        "（三）项目绩效目标",
        "1.项目年度目标",
        "2.实际完成情况",
        "二、项目绩效情况",
        "（一）预算执行情况",
        "（二）项目产出情况",
        "（三）项目效益情况",
        "（四）项目满意度情况",
    ]


def test_points_of_the_budget_block_become_an_indicator_row(national: Project) -> None:
    annex = tables(national)[-1]
    assert texts(annex, 1) == [
        *("预算执行指标", "资金使用指标", "预算执行率", "10", "=100%", "95%", "9.5", "")
    ]
    assert texts(annex, annex.row_count - 1)[-3:] == ["", "99.5", ""]


def test_missing_section_goes_to_its_place_in_the_order(publicity: Project) -> None:
    sections = tuple(
        section for section in publicity.sections if "预算" not in section.heading.raw
    )
    found = headings(replace(publicity, sections=sections))
    assert found.index("（二）预算执行情况") == found.index("（一）项目概况") + 1
    assert found.index("（一）预算执行情况") == found.index("二、项目绩效情况") + 1


def test_goal_that_no_section_holds_is_printed(publicity: Project) -> None:
    goals = replace(publicity.goals, actual=Field("完成了两场宣传活动。"))
    found = blocks(replace(publicity, goals=goals))
    place = found.index(Paragraph("完成了两场宣传活动。"))
    assert found[place - 1] == Heading("3.实际完成情况", 3)


def test_text_before_the_first_heading_stays_in_front(publicity: Project) -> None:
    front = Section(Field(""), 0, Chapter.OTHER, (Field("各位领导："),))
    project = replace(publicity, sections=(front, *publicity.sections))
    found = blocks(project)
    assert found[found.index(Contents()) + 1] == Paragraph("各位领导：")


def test_total_and_grade_are_said_even_without_a_sentence(publicity: Project) -> None:
    sections = tuple(
        replace(section, paragraphs=())
        if section.chapter is Chapter.PERFORMANCE
        else section
        for section in publicity.sections
    )
    found = blocks(replace(publicity, sections=sections, conclusion=None))
    assert Paragraph("自评总分：100") in found
    assert Paragraph("评价等级：优秀") in found


def test_number_elsewhere_in_the_text_does_not_say_the_total(
    publicity: Project,
) -> None:
    found = blocks(replace(publicity, stated_total=Field("10"), conclusion=None))
    assert Paragraph("自评总分：10") in found


def test_points_printed_at_a_level_cell_are_kept(publicity: Project) -> None:
    table = publicity.table
    assert table is not None
    rows = tuple(replace(row, level1_weight=Field("50")) for row in table.rows)
    annex = tables(replace(publicity, table=replace(table, rows=rows)))[-1]
    assert annex.cells[9].text == "预算执行指标（50分）"


def test_overview_that_no_section_holds_is_printed_with_its_label(
    national: Project,
) -> None:
    overview = Overview(basis=Field("《通知》（某财〔2022〕1号）"))
    found = blocks(replace(national, overview=overview))
    place = found.index(Paragraph("立项依据：《通知》（某财〔2022〕1号）"))
    assert found[place - 2] == Heading("（一）项目概况", 2)
    assert found[place - 1] == Paragraph(
        "项目概况：乡村道路养护项目由养护中心实施，主管部门为交通局，全年预算200万元。"
    )


def test_conclusion_that_no_section_holds_is_printed(national: Project) -> None:
    conclusion = Field("自评总得分99.5分，等级为优。")
    found = blocks(replace(national, conclusion=conclusion))
    place = found.index(Paragraph("自评总得分99.5分，等级为优。"))
    assert found[place - 1] == Heading("二、项目绩效情况", 1)


def test_report_of_this_layout_without_section_tables_gets_none(
    publicity: Project,
) -> None:
    assert len(tables(replace(publicity, section_tables=()))) == 2


def test_table_of_several_categories_stands_at_the_chapter(
    publicity: Project,
) -> None:
    table = publicity.table
    assert table is not None
    found = blocks(replace(publicity, section_tables=(table,)))
    place = found.index(Heading("（一）预算执行情况", 2))
    assert isinstance(found[place - 1], Table)


def test_annex_that_only_this_layout_has_is_announced(national: Project) -> None:
    found = blocks(national)
    place = found.index(AnnexStart("附件"))
    assert found[place - 1] == Paragraph("附件：项目支出绩效自评表")


def test_cover_leaves_room_for_year_and_unit(publicity: Project) -> None:
    found = blocks(replace(publicity, year=None, unit=None))
    lines = [block.text for block in found if isinstance(block, Paragraph)]
    assert "评价年度：________年" in lines
    assert f"实施单位（盖章）：{'_' * 16}" in lines


def test_blank_behind_a_number_goes_where_headings_are_counted_anew(
    national: Project,
) -> None:
    heading = Section(Field("2. 产出情况"), 3, Chapter.ANALYSIS, (Field("完成。"),))
    assert "1.产出情况" in headings(replace(national, sections=(heading,)))


def test_values_of_a_column_stand_alike(national: Project) -> None:
    assert national.table is not None
    row = replace(national.table.rows[0], target=Field("≥365天"))
    table = replace(national.table, rows=(row, *national.table.rows))
    annex = tables(replace(national, table=table))[-1]
    column = next(cell.column for cell in annex.cells if cell.text == "目标值")
    values = [c for c in annex.cells if c.column == column and 0 < c.row < 6]
    assert {cell.align for cell in values} == {Align.CENTER}


def test_total_and_grade_of_another_form_become_a_sentence(national: Project) -> None:
    found = blocks(national)
    place = found.index(Heading("二、项目绩效情况", 1))
    assert found[place + 1] == Paragraph(
        "按照预算执行、产出、效益和满意度指标逐项自评，"
        "乡村道路养护项目绩效自评总得分99.5分，评价等级为优。"
    )
