"""Sheets that go with a form without being part of it."""

from io import BytesIO

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from quanheng.document.blocks import Document, Paragraph
from quanheng.forms.coverage import coverage
from quanheng.forms.recognise import recognise
from quanheng.forms.what_is_not_form import without_page_furniture
from quanheng.readers import read_document

FORM = (
    ("项目名称", "培训", ""),
    ("三级指标", "年度指标值", "实际完成值"),
    ("培训场次", "≥6场", "6场"),
)
NOTES = (("栏目", "填写要求", "说明"), ("三级指标", "按批复填写", "不得更改"))


def book(title: str) -> bytes:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as made:
        for name, rows in (("自评表", FORM), (title, NOTES)):
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return buffer.getvalue()


@pytest.mark.parametrize("title", ["填报说明", "填表说明", "填写要求", "使用说明"])
def test_sheet_of_instructions_is_no_part_of_the_report(title: str) -> None:
    document = read_document(book(title), "a.xlsx")
    report = recognise(document)
    (project,) = report.projects
    assert [str(row.name) for row in project.indicators] == ["培训场次"]
    assert report.unread == ()
    assert coverage(document, report).unused == ()


def test_any_other_sheet_is_read(recwarn: pytest.WarningsRecorder) -> None:
    report = recognise(read_document(book("补充"), "a.xlsx"))
    assert report.unread or len(report.projects[0].indicators) > 1


def test_document_of_instructions_alone_is_read_as_it_is() -> None:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as made:
        sheet = made.add_worksheet("填报说明")
        for number, row in enumerate(FORM):
            sheet.write_row(number, 0, row)
    (project,) = recognise(read_document(buffer.getvalue(), "a.xlsx")).projects
    assert str(project.name) == "培训"


WEB_PAGE = (
    ("发布时间：2023-05-22 16:35 信息来源：辛区文旅局 阅读次数：", True),
    ("字号： 打印", True),
    ("【打印】 【关闭窗口】", True),
    ("打印", False),
    ("打印：3000元", False),
    ("资金来源：财政拨款", False),
    ("浏览量：12000", False),
)


@pytest.mark.parametrize(("line", "is_left_out"), WEB_PAGE)
def test_lines_of_a_web_page_are_no_part_of_the_report(
    line: str, *, is_left_out: bool
) -> None:
    document = Document("a", (Paragraph(f"自评表说明\n{line}"),))
    (block,) = without_page_furniture(document).blocks
    assert isinstance(block, Paragraph)
    assert (line not in block.text) is is_left_out


@pytest.mark.parametrize("line", ["— 1 —", "-12-", "第1页 共3页", "第 2 页"])
def test_the_number_of_a_page_is_no_text_of_the_report(line: str) -> None:
    document = Document("a.docx", (Paragraph(f"完成任务。\n{line}"),))
    (block,) = without_page_furniture(document).blocks
    assert isinstance(block, Paragraph)
    assert block.text == "完成任务。"
