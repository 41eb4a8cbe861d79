"""The workbook, read back by another library."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from quanheng.document.blocks import Document, Heading
from quanheng.document.table import Cell, Table
from quanheng.writers.base import Finish
from quanheng.writers.xlsx.writer import XlsxWriter


@pytest.fixture
def data(document: Document) -> bytes:
    return XlsxWriter().write(document, Finish(date(2024, 2, 20)))


@pytest.fixture
def book(data: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(BytesIO(data))


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_narrative_and_each_table_have_a_sheet(book: CalamineWorkbook) -> None:
    assert book.sheet_names == [
        "自评报告",
        "（一）项目概况",
        "（一）项目概况_2",
        "项目支出绩效自评表",
    ]


def test_narrative_stands_line_by_line(book: CalamineWorkbook) -> None:
    lines = [row[0] for row in book.get_sheet_by_index(0).to_python()]
    assert lines[:4] == [
        "项目支出绩效自评报告",
        "项目名称：图书馆开放",
        "一、项目的基本情况",
        "（一）项目概况",
    ]


def test_numbers_are_numbers_and_the_rest_is_text(book: CalamineWorkbook) -> None:
    rows = book.get_sheet_by_index(1).to_python()
    assert rows[2] == ["数量指标", "≥95%", 12.85]
    assert rows[3] == ["", "有效提升 <b>", ""]


def test_cells_are_merged_as_printed(book: CalamineWorkbook) -> None:
    merged = book.get_sheet_by_index(1).merged_cell_ranges
    assert merged is not None
    assert sorted(merged) == [((0, 0), (1, 0)), ((0, 1), (0, 2)), ((2, 0), (3, 0))]


def test_number_prints_as_it_was_written() -> None:
    texts = ("100.00%", "12.90", "1,234.5", "007")
    cells = tuple(Cell(text, 0, column) for column, text in enumerate(texts))
    document = Document("x", (Heading("一、表", 1), Table(cells, 1, len(texts))))
    data = XlsxWriter().write(document)
    row = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(1)
    assert row.to_python() == [[1.0, 12.9, 1234.5, "007"]]
    styles = part(data, "xl/styles.xml")
    assert 'formatCode="#,##0.0"' in styles
    assert 'formatCode="0.00%"' in styles


def test_header_rows_repeat_in_print(data: bytes) -> None:
    book = part(data, "xl/workbook.xml")
    assert book.count("_xlnm.Print_Titles") == 3
    assert "$1:$2" in book


def test_pages_are_a4_and_one_wide(data: bytes) -> None:
    for number in range(1, 5):
        sheet = part(data, f"xl/worksheets/sheet{number}.xml")
        assert 'paperSize="9"' in sheet
        assert 'fitToHeight="0"' in sheet


def test_no_text_becomes_a_formula() -> None:
    table = Table((Cell("=1+1", 0, 0), Cell("http://a.b", 0, 1)), 1, 2)
    data = XlsxWriter().write(Document("x", (table,)))
    rows = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0)
    assert rows.to_python() == [["=1+1", "http://a.b"]]
    assert "<f>" not in part(data, "xl/worksheets/sheet1.xml")


def test_same_document_gives_same_bytes(document: Document) -> None:
    day = date(2024, 2, 20)
    assert XlsxWriter().write(document, Finish(day)) == XlsxWriter().write(
        document, Finish(day)
    )


def test_properties_say_title_and_given_date(data: bytes) -> None:
    core = part(data, "docProps/core.xml")
    assert "<dc:title>图书馆开放</dc:title>" in core
    assert "2024-02-20T00:00:00Z" in core


def test_wide_table_is_laid_across_the_page() -> None:
    wide = Table(tuple(Cell("值", 0, column) for column in range(10)), 1, 10)
    data = XlsxWriter().write(Document("x", (Heading("一、表", 1), wide)))
    assert 'orientation="landscape"' in part(data, "xl/worksheets/sheet2.xml")
