"""Old workbooks (xls) to documents, record by record."""

import struct
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.core.errors import UnreadableFileError
from quanheng.core.unread import unread_text
from quanheng.readers import read_document

Record = Callable[..., bytes]


def place(row: int, column: int, style: int = 0) -> bytes:
    return struct.pack("<HHH", row, column, style)


def integer(value: int, *, hundredth: bool = False) -> bytes:
    return struct.pack("<i", value << 2 | 2 | hundredth)


def upper_half(value: float, *, hundredth: bool = False) -> bytes:
    (stored,) = struct.unpack("<Q", struct.pack("<d", value))
    return struct.pack("<I", stored >> 32 | hundredth)


def special(kind: int, value: int = 0) -> bytes:
    """Result of a formula that is no number."""
    return bytes([kind, 0, value, 0, 0, 0, 0xFF, 0xFF])


@pytest.fixture(scope="session")
def cells(biff: Record, stored: Record) -> bytes:
    """One cell of each kind, from A1 to the right."""
    return b"".join(
        [
            biff(0x203, place(0, 0) + struct.pack("<d", 1.5)),
            biff(0x27E, place(0, 1) + integer(7)),
            biff(0x27E, place(0, 2) + integer(-250, hundredth=True)),
            biff(0x27E, place(0, 3) + upper_half(0.5)),
            biff(0x27E, place(0, 4) + upper_half(150, hundredth=True)),
            biff(0xBD, place(0, 5) + integer(1) + b"\0\0" + integer(2) + b"\6\0"),
            biff(0xFD, place(0, 7) + struct.pack("<I", 1)),
            biff(0x204, place(0, 8) + stored("标签")),
            biff(0x205, place(0, 9) + b"\1\0"),
            biff(0x205, place(0, 10) + b"\x07\1"),
            biff(0x205, place(0, 11) + b"\x99\1"),
            biff(0x06, place(0, 12) + struct.pack("<d", 3) + bytes(8)),
            biff(0x06, place(0, 13) + special(1, 1) + bytes(8)),
            biff(0x06, place(0, 14) + special(2, 0x17) + bytes(8)),
            biff(0x06, place(0, 15) + special(0) + bytes(8)),
            biff(0x207, stored("结果")),
            biff(0x06, place(0, 16) + special(3) + bytes(8)),
            biff(0x201, place(0, 17)),
        ]
    )


def table(texts: Sequence[str], biff: Record) -> bytes:
    """The table of shared texts."""
    found = b"".join(
        struct.pack("<HB", len(text), 1) + text.encode("utf-16-le") for text in texts
    )
    return biff(0xFC, bytes(8) + found)


def test_every_kind_of_cell(cells: bytes, xls: Any, biff: Record, seen: Any) -> None:
    data = xls([("表", cells)], head=table(["无", "共享"], biff))
    numbers = ["1.5", "7", "-2.5", "0.5", "1.5", "1", "2"]
    texts = ["共享", "标签", "TRUE", "#DIV/0!", "#N/A"]
    results = ["3", "TRUE", "#REF!", "结果"]
    assert seen(data) == [[numbers + texts + results]]


def test_numbers_in_the_format_of_their_cell(
    xls: Any, biff: Record, stored: Record, seen: Any
) -> None:
    head = b"".join(
        [
            biff(0x22, b"\1\0"),
            biff(0x41E, b"\xa4\0" + stored('yyyy"年"m"月"')),
            *(biff(0xE0, bytes(2) + struct.pack("<H", n) + bytes(16)) for n in (0, 9)),
            biff(0xE0, bytes(2) + b"\xa4\0" + bytes(16)),
        ]
    )
    numbers = [biff(0x27E, place(0, n, n) + integer(1)) for n in range(2)]
    numbers.append(biff(0x27E, place(0, 2, 2) + integer(43099)))
    data = xls([("表", b"".join(numbers))], head=head)
    assert seen(data) == [[["1", "100%", "2021年12月"]]]


def test_hidden_parts_and_merged_cells(xls: Any, biff: Record, seen: Any) -> None:
    records = [
        biff(0x208, struct.pack("<HHHHIHH", 1, 0, 9, 0, 0, 0x20, 0)),
        biff(0x208, struct.pack("<HHHHIHH", 0, 0, 9, 0, 0, 0, 0)),
        biff(0x7D, struct.pack("<HHHHHH", 2, 2, 9, 0, 1, 0)),
        biff(0x7D, struct.pack("<HHHHHH", 3, 3, 0, 0, 0, 0)),
        biff(0x7D, struct.pack("<HHHHHH", 0, 1, 9, 0, 0, 0)),
    ]
    records += [
        biff(0x27E, place(row, column) + integer(10 * row + column))
        for row in range(3)
        for column in range(1, 5)
    ]
    records.append(biff(0xE5, struct.pack("<HHHHH", 1, 0, 2, 1, 1)))
    data = xls([("表", b"".join(records))])
    assert seen(data) == [[["1", "4"], ["1", "24"]]]


def test_only_worksheets_that_are_shown(xls: Any, biff: Record, seen: Any) -> None:
    one = biff(0x27E, place(0, 0) + integer(1))
    chart = 2 << 2
    data = xls([(name, one) for name in "甲乙丙丁"], states=[0, 1, 2, chart])
    assert seen(data) == ["甲!A1 1"]


def test_charts_inside_a_sheet_are_passed_over(
    xls: Any, biff: Record, seen: Any
) -> None:
    one = biff(0x27E, place(0, 0) + integer(1))
    two = biff(0x27E, place(1, 0) + integer(2))
    data = xls([("甲", one + biff(0x809, bytes(16)) + one * 9 + biff(0x0A) + two)])
    assert seen(data) == ["甲!A1 1", "甲!A2 2"]


def test_texts_go_on_in_the_next_record_in_another_width(
    xls: Any, biff: Record, seen: Any
) -> None:
    shared = b"".join(
        [
            struct.pack("<HHI4x", 0xFC, 8 + 3 + 4, 0),
            struct.pack("<HB", 5, 1) + "甲乙".encode("utf-16-le"),
            biff(0x3C, b"\0abc" + struct.pack("<HBHI", 1, 0x0D, 1, 3)),
            biff(0x3C, b"\1" + "丙".encode("utf-16-le") + b"runs" + b"pho"),
            biff(0x3C, struct.pack("<HB", 2, 0) + b"de"),
        ]
    )
    labels = [biff(0xFD, place(0, n) + struct.pack("<I", n)) for n in range(3)]
    assert seen(xls([("表", b"".join(labels))], head=shared)) == [
        [["甲乙abc", "丙", "de"]]
    ]


@pytest.mark.parametrize(
    ("page", "encoding"), [(936, "gbk"), (950, "big5"), (1252, "gbk"), (None, "gbk")]
)
def test_version_5_keeps_texts_in_a_code_page(
    page: int | None, encoding: str, xls: Any, biff: Record, seen: Any
) -> None:
    def text(content: str, length: str) -> bytes:
        stored = content.encode(encoding)
        return struct.pack(length, len(stored)) + stored

    head = biff(0x42, struct.pack("<H", page)) if page else b""
    head += biff(0x41E, b"\xa4\0" + text('0"人"', "<B"))
    head += biff(0xE0, bytes(2) + b"\xa4\0" + bytes(12))
    labels = biff(0x204, place(0, 0) + text("甲乙", "<H"))
    labels += biff(0xD6, place(0, 1) + text("丙", "<H") + b"\1\0\0")
    labels += biff(0x27E, place(0, 2) + integer(3))
    data = xls(
        [("表", labels)],
        head=head,
        version=0x500,
        names=lambda name: text(name, "<B"),
        stream="Book",
    )
    assert seen(data) == [[["甲乙", "丙", "3人"]]]


def test_protected(xls: Any, biff: Record) -> None:
    with pytest.raises(UnreadableFileError, match="密码保护"):
        read_document(xls([("甲", b"")], head=biff(0x2F, bytes(6))), "甲.xls")


def test_damaged(xls: Any, biff: Record, container: Any) -> None:
    cut = biff(0x203, b"\0\0")
    missing = biff(0xFD, place(0, 0) + struct.pack("<I", 5))
    short = biff(0x204, place(0, 0) + b"\x09\0\1abc")
    half = biff(0x204, place(0, 0) + b"\x01\0\1a") + biff(0x3C, b"\1b")
    endless = biff(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    files = [xls([("甲", bad)]) for bad in (cut, missing, short, half)]
    for data in [*files, container(endless), container(b"")]:
        with pytest.raises(UnreadableFileError) as refused:
            read_document(data, "甲.xls")
        assert "工作簿的记录不完整" in refused.value.message.zh
        assert "records of the workbook" in refused.value.message.en


def test_sheets_with_a_broken_record_are_read_as_far_as_they_go(
    xls: Any, biff: Record, seen: Any
) -> None:
    good = biff(0x204, place(0, 0) + b"\x01\0\0a")
    cut, missing = biff(0x203, b"\0\0"), biff(0xFD, place(1, 0) + b"\5\0\0\0")
    data = xls([("甲", cut + good), ("乙", good), ("丙", good + missing)])
    assert seen(data) == ["甲!A1 a", "乙!A1 a", "丙!A1 a"]
    unread = read_document(data, "甲.xls").unread
    assert unread_text(unread) == ("工作表“甲”、工作表“丙”有损坏的记录，未全部读入",)
    assert all(part.unseen for part in unread)


def test_a_sheet_without_an_end_is_read_and_named(
    xls: Any, biff: Record, seen: Any
) -> None:
    good = biff(0x204, place(0, 0) + b"\x01\0\0a")
    data = xls([("甲", good)])
    end = data.index(good) + len(good)
    cut = data[:end] + b"\1\0\0\0" + data[end + 4 :]
    assert seen(cut) == ["甲!A1 a"]
    assert len(read_document(cut, "甲.xls").unread) == 1


def test_many_sheets_of_one_part_have_a_limit(
    xls: Any, biff: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = xls([("甲", biff(0x201, place(0, 0)) * 9)])
    assert read_document(data, "甲.xls").blocks == ()
    monkeypatch.setattr("quanheng.readers.workbook.biff_records.MOST_RECORDS", 9)
    with pytest.raises(UnreadableFileError, match="记录超过"):
        read_document(data, "甲.xls")


def refusal(data: bytes) -> UnreadableFileError | None:
    try:
        read_document(data, "甲")
    except UnreadableFileError as refused:
        return refused
    return None


@given(st.data())
def test_broken_workbooks_are_read_or_refused(
    cells: bytes, xls: Any, biff: Record, data: st.DataObject
) -> None:
    head = table(["无", "共享"], biff) + biff(0xE0, bytes(20))
    whole = bytearray(xls([("表", cells)], head=head))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, 2048) | st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    refused = refusal(bytes(whole))
    assert refused is None or refused.message.en != refused.message.zh
