"""The transfer-payment report."""

from dataclasses import replace

import pytest

from quanheng.core.field import Field
from quanheng.core.report import Project, Report
from quanheng.document.blocks import AnnexStart, Block, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.forms.compose import compose
from tests.forms.compose.conftest import example


@pytest.fixture
def transfer() -> Project:
    return example("drinking_water_transfer")


def blocks(project: Project, form: str | None = None) -> tuple[Block, ...]:
    return compose(Report("a", (project,)), form).blocks


def headings(found: tuple[Block, ...]) -> list[str]:
    return [block.text for block in found if isinstance(block, Heading)]


def form(found: tuple[Block, ...]) -> Table:
    return next(block for block in found if isinstance(block, Table))


def texts(table: Table, first: str) -> list[str]:
    row = next(c.row for c in table.cells if c.text == first)
    return [cell.text for cell in table.cells if cell.row == row]


def test_the_form_is_the_annex(transfer: Project) -> None:
    found = blocks(transfer)
    place = found.index(AnnexStart("附件"))
    assert found[place + 1] == Heading("转移支付区域（项目）绩效目标自评表", 0)
    assert isinstance(found[place + 2], Table)


def test_cells_are_called_as_in_the_form(transfer: Project) -> None:
    table = form(blocks(transfer))
    assert texts(table, "转移支付（项目）名称")[1:] == ["农村饮用水水质监测项目"]
    assert texts(table, "中央主管部门")[1:] == ["国家疾病预防控制局"]
    assert texts(table, "地方主管部门")[2:] == [
        "资金使用单位",
        "安澜县疾病预防控制中心",
    ]
    assert texts(table, "其中：中央财政资金") == [
        *("其中：中央财政资金", "60.00", "59.10", "—", "98.50%", "—")
    ]
    assert texts(table, "总体目标完成情况")[1:] == ["总体目标", "全年实际完成情况"]


def test_form_without_text_stands_below_the_title(transfer: Project) -> None:
    bare = replace(transfer, sections=(), annex=None, attachment_note=None)
    assert [type(block) for block in blocks(bare)[:2]] == [Heading, Table]


def test_text_without_a_form_is_a_report(transfer: Project) -> None:
    told = replace(
        transfer, name=None, department=None, unit=None, budget=None, table=None,
        remarks=(), annex=None, attachment_note=None, title=None,
        goals=type(transfer.goals)(), stated_total=None, grade=None,
    )  # fmt: skip
    found = blocks(told)
    assert not any(isinstance(block, Table) for block in found)
    assert headings(found)[0] == "项目绩效自评报告"


def test_form_of_another_layout_gets_the_chapters_it_can_fill(
    national: Project,
) -> None:
    table = national.table
    assert table is not None
    late = replace(table.rows[0], reason=Field("雨季停工。"))
    project = replace(national, table=replace(table, rows=(late, *table.rows[1:])))
    found = blocks(project, "transfer")
    assert headings(found) == [
        "转移支付绩效自评报告",
        "一、绩效目标分解下达情况",
        "二、绩效目标完成情况分析",
        "（一）绩效目标完成情况分析",
        "三、偏离绩效目标的原因和下一步改进措施",
        "转移支付区域（项目）绩效目标自评表",
    ]
    assert Paragraph("养护里程：雨季停工。") in found
    assert "其中：中央财政资金" in [cell.text for cell in form(found).cells]


def test_report_with_chapters_keeps_them(publicity: Project) -> None:
    found = "\n".join(headings(blocks(publicity, "transfer")))
    assert not [part.title for part in publicity.sections if part.title not in found]


def test_year_is_not_printed_below_a_title_that_names_it(transfer: Project) -> None:
    assert "（2023年度）" not in [
        block.text for block in blocks(transfer) if isinstance(block, Paragraph)
    ]
