"""Plain lists as workbooks, read back and looked at inside."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from quanheng.writers.sheet import Column, Sheet, Tinted, write_sheets

SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LIST = Sheet(
    "意见[1]",
    (
        Column("序号", 6, centred=True),
        Column("问题", 20),
        Column("得分", 8),
        Column("答复", 12, to_fill=True, choices=("已改", "未改")),
    ),
    (
        (1, "=1+1 <b>\x07", Decimal("12.85"), None),
        (2, Tinted("错误", "#8E1B12", "#FDECEA"), None),
        (3, "很长的一段文字" * 20, Decimal(0)),
    ),
)


@pytest.fixture(scope="module")
def data() -> bytes:
    return write_sheets((LIST, LIST), "意见")


@pytest.fixture(scope="module")
def sheet(data: bytes) -> etree._Element:
    return etree.fromstring(ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml"))


def test_entries_come_back_as_they_were(data: bytes) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    assert book.sheet_names == ["意见 1", "意见 1_2"]
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert rows[1] == ["序号", "问题", "得分", "答复"]
    assert rows[2] == [1, "=1+1 <b>", 12.85, ""]
    assert rows[3] == [2, "错误", "", ""]


def test_header_is_frozen_filtered_and_printed_on_each_page(
    data: bytes, sheet: etree._Element
) -> None:
    pane = sheet.find(f".//{SPREADSHEET}pane")
    assert pane is not None
    assert (pane.get("ySplit"), pane.get("state")) == ("2", "frozen")
    filters = sheet.find(f"{SPREADSHEET}autoFilter")
    assert filters is not None
    assert filters.get("ref") == "A2:D5"
    names = ZipFile(BytesIO(data)).read("xl/workbook.xml").decode()
    assert "'意见 1'!$1:$2" in names


def test_page_is_a4_across(sheet: etree._Element) -> None:
    setup = sheet.find(f"{SPREADSHEET}pageSetup")
    assert setup is not None
    assert (setup.get("paperSize"), setup.get("orientation")) == ("9", "landscape")
    assert (setup.get("fitToHeight"), setup.get("fitToWidth")) == ("0", None)


def test_rows_are_as_high_as_their_text(sheet: etree._Element) -> None:
    heights = [float(row.get("ht", "0")) for row in sheet.iter(f"{SPREADSHEET}row")]
    assert heights[4] > 10 * heights[2]


def test_choices_are_offered_in_every_row(sheet: etree._Element) -> None:
    offered = sheet.find(f".//{SPREADSHEET}dataValidation")
    assert offered is not None
    assert offered.get("sqref") == "D3:D5"
    assert offered.findtext(f"{SPREADSHEET}formula1") == '"已改,未改"'


def test_same_lists_give_the_same_bytes(data: bytes) -> None:
    assert write_sheets((LIST, LIST), "意见") == data


def test_an_empty_list_is_a_header() -> None:
    empty = Sheet("空", LIST.columns, ())
    book = CalamineWorkbook.from_filelike(BytesIO(write_sheets((empty,), "空")))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert rows[-1] == ["序号", "问题", "得分", "答复"]
