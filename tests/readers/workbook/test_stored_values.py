"""What a workbook stores, whatever its number formats show."""

import struct
from datetime import datetime
from typing import Any

import pytest

from quanheng.core.errors import UnreadableFileError
from quanheng.readers.workbook.stored_values import StoredSheet, stored_sheets

FORMATS = ["General", "0", 'm"月"d"日"', "0%", "0000", "yyyy-mm-dd hh:mm", "[h]:mm"]


def only(data: bytes) -> StoredSheet:
    (sheet,) = stored_sheets(data)
    return sheet


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        ("1234.56", 1, "1234.56"),
        ("0.1", 0, "0.1"),
        ("44260", 2, "2021-03-05"),
        ("44260.604166666664", 5, "2021-03-05 14:30:00"),
        ("0.956", 3, "95.6%"),
        ("12", 4, "0012"),
        ("12.5", 4, "12.5"),
        ("44260", 0, "44260"),
        ("1.5", 6, "1.5"),
        ("-3", 2, "-3"),
    ],
)
def test_numbers_and_days(xlsx: Any, value: str, style: int, text: str) -> None:
    cell = f'<c r="B2" s="{style}"><v>{value}</v></c>'
    data = xlsx(
        {"表": f'<sheetData><row r="2">{cell}</row></sheetData>'}, formats=FORMATS
    )
    sheet = only(data)
    assert (sheet.name, sheet.epoch) == ("表", datetime(1899, 12, 30))
    assert list(sheet.rows) == [["", ""], ["", text]]


def test_days_since_1904(xlsx: Any) -> None:
    cell = '<c r="A1" s="2"><v>42798</v></c>'
    data = xlsx(
        {"表": f'<sheetData><row r="1">{cell}</row></sheetData>'},
        formats=FORMATS,
        properties='date1904="1"',
    )
    assert list(only(data).rows) == [["2021-03-05"]]


def test_an_old_workbook_is_read_the_same_way(xls: Any, biff: Any, stored: Any) -> None:
    code = struct.pack("<H", 0xA4) + stored('m"月"d"日"')
    formats = biff(0xE0, bytes(2) + struct.pack("<H", 0xA4) + bytes(16))
    number = struct.pack("<HHH", 0, 0, 0) + struct.pack("<d", 44260)
    merged = struct.pack("<HHHHH", 1, 0, 5, 0, 0)
    records = biff(0x203, number) + biff(0xE5, merged)
    sheet = only(xls([("表", records)], head=biff(0x41E, code) + formats))
    assert list(sheet.rows) == [["2021-03-05"]]
    assert sheet.merged == frozenset()


def test_rows_below_a_merged_cell_are_named(xlsx: Any) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in (1, 2, 3))
    merge = '<mergeCells><mergeCell ref="B1:B2"/></mergeCells>'
    data = xlsx({"表": f"<sheetData>{rows}</sheetData>{merge}"})
    assert only(data).merged == {2}


def test_a_file_of_another_type_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="不是工作簿"):
        list(stored_sheets("只是文字".encode()))
