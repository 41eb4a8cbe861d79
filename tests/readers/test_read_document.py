"""Formats are found by content; what can't be read is refused in one sentence."""

import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.core.errors import UnreadableFileError
from quanheng.readers import read_document
from quanheng.readers.detect import Format, detect
from quanheng.readers.encoding import decode_text

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


@pytest.mark.parametrize(
    ("data", "format_"),
    [
        (b"", Format.EMPTY),
        (b" \r\n", Format.EMPTY),
        (b"%PDF-1.7 \xff", Format.PDF),
        (b"{\\rtf1 }", Format.RTF),
        (b"\x89PNG\r\n", Format.IMAGE),
        ("<!-- 页 -->\n<!DOCTYPE html><p>".encode(), Format.HTML),
        ("\ufeff<?xml version='1.0'?><HTML>".encode(), Format.HTML),
        ("<html>自评".encode("gb18030"), Format.HTML),
        ("<ht\x7fml>自\x7f评".encode("gb18030"), Format.HTML),
        ("<标题> 自评".encode(), Format.TEXT),
        (b"\x00\x01\x02\xff", Format.UNKNOWN),
        ("自评".encode() * 30_000 + b"\xe8", Format.TEXT),
    ],
)
def test_detect(data: bytes, format_: Format) -> None:
    assert detect(data) is format_


@pytest.mark.parametrize(
    ("parts", "format_"),
    [
        (["[Content_Types].xml", "word/styles.xml", "xl/x.xlsx"], Format.DOCX),
        (["[Content_Types].xml", "xl/workbook.xml"], Format.XLSX),
        (["ppt/presentation.xml"], Format.PPTX),
        (["word\\document.xml"], Format.DOCX),
        (["甲.txt"], Format.ZIP),
        ([], Format.ZIP),
    ],
)
def test_detect_zip(parts: list[str], format_: Format, package: Any) -> None:
    assert detect(package(dict.fromkeys(parts, "x"))) is format_


def test_detect_open_document(package: Any) -> None:
    kind = "application/vnd.oasis.opendocument.text"
    assert detect(package({"mimetype": kind}, zipfile.ZIP_STORED)) is (
        Format.OPEN_DOCUMENT
    )


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("自评".encode(), "自评"),
        ("自评".encode("utf-8-sig"), "自评"),
        ("自评".encode("gb18030"), "自评"),
        ("㈱𠮷".encode("gb18030"), "㈱𠮷"),
        ("自评".encode("utf-16"), "自评"),
        (b"\xfe\xff" + "自评".encode("utf-16-be"), "自评"),
        (b"a\tb\r\n\x0c", "a\tb\r\n\x0c"),
        ("自\x7f评".encode(), "自评"),
        ("自\x7f评".encode("gb18030"), "自评"),
        ("自".encode() * 999 + b"\xe8\n", "自" * 999 + "\ufffd\n"),
        (b"\xff\xfe\x00\x00", None),
        (b"\x00binary", None),
        (bytes(range(128, 256)) * 3, None),
    ],
)
def test_decode(data: bytes, text: str | None) -> None:
    assert decode_text(data) == text


@pytest.mark.parametrize(
    ("data", "message", "english"),
    [
        (b"", "文件是空的", "The file is empty"),
        (b"{\\rtf1 }", "实际类型是RTF 文件", "it is an RTF file"),
        (OLE, "文件已损坏", "damaged"),
        (b"\x00\x01", "不是文本", "neither a text nor a known"),
        (b"PK\x03\x04" + b"\0" * 26 + b"word/x", "文件已损坏", "damaged"),
        (b"text" * 20_000 + b"\0", "不是文本", "neither a text nor a known"),
    ],
)
def test_refusal_names_the_reason(data: bytes, message: str, english: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read_document(data, "甲.docx")
    assert refused.value.message.zh.startswith("甲.docx：")
    assert message in refused.value.message.zh
    assert english in refused.value.message.en


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("quanheng.readers.LARGEST_FILE", 9, "文件过大：超过 0 MB"),
        ("quanheng.office.package.LARGEST_PART", 9, "解压后超过"),
        ("quanheng.office.package.LARGEST_TOTAL", 99, "各部件解压后共超过"),
        ("quanheng.office.package.MOST_PARTS", 1, "部件超过1个"),
        ("quanheng.office.xml.LARGEST_TREE", 3, "标记超过"),
        ("quanheng.readers.limits.MOST_PLACES", 3, "单元格超过"),
        ("quanheng.readers.limits.MOST_PLACES", 8, "单元格超过"),
    ],
)
def test_limits_of_word_files(
    limit: str,
    value: int,
    message: str,
    docx: Callable[..., bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cell = "<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
    row = f"<w:tr>{cell}</w:tr>"
    data = docx(f"<w:tbl>{row * 2}<w:tr>{cell * 2}</w:tr></w:tbl>")
    read_document(data, "甲.docx")
    monkeypatch.setattr(limit, value)
    with pytest.raises(UnreadableFileError, match=message):
        read_document(data, "甲.docx")


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("quanheng.readers.text.reader.LARGEST_TEXT", 9, "文本超过"),
        ("quanheng.readers.limits.MOST_PLACES", 5, "单元格超过"),
        ("quanheng.readers.limits.MOST_PLACES", 8, "单元格超过"),
    ],
)
def test_limits_of_texts(
    limit: str, value: int, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = "甲\t乙\t丙\n丁\t戊\n己\t庚\n".encode()
    read_document(data, "甲.txt")
    monkeypatch.setattr(limit, value)
    with pytest.raises(UnreadableFileError, match=message):
        read_document(data, "甲.txt")


ENTITY = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (f"{ENTITY}<d>&a;</d>".encode(), "文档类型声明"),
        (f"{ENTITY}<d>&a;</d>".encode("utf-16"), "文档类型声明"),
        (b"<d>", "不是完整的 XML"),
        (b"", "不是完整的 XML"),
        (b"<d>" * 300 + b"</d>" * 300, "超过256层"),
        (b"<d>" + b"x" * 11_000_000 + b"</d>", "一处内容超过 10 MB"),
    ],
)
def test_bad_main_part(document: bytes, message: str, package: Any) -> None:
    with pytest.raises(UnreadableFileError, match=message):
        read_document(package({"word/document.xml": document}), "甲.docx")


def test_missing_main_part(package: Any) -> None:
    with pytest.raises(UnreadableFileError, match="缺少正文部件"):
        read_document(package({"word/styles.xml": "<x/>"}), "甲.docx")


def test_tables_inside_tables_have_a_limit(docx: Callable[..., bytes]) -> None:
    def nest(levels: int) -> bytes:
        opened, closed = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
        return docx(opened * levels + closed * levels)

    assert len(read_document(nest(20), "甲.docx").blocks) == 20
    with pytest.raises(UnreadableFileError, match="表格嵌套超过20层"):
        read_document(nest(21), "甲.docx")


def test_member_with_false_size_or_checksum_is_damaged(
    docx: Callable[..., bytes], package: Any
) -> None:
    data = package({"word/document.xml": "<w/>" * 50}, zipfile.ZIP_STORED)
    with pytest.raises(UnreadableFileError, match="压缩包不完整"):
        read_document(data.replace(b"<w/><w/>", b"<x/><w/>", 1), "甲.docx")


@pytest.mark.parametrize(
    ("offset", "value", "message"),
    [(8, 1, "密码保护"), (10, 12, "压缩包不完整")],
    ids=["encrypted member", "unusual compression"],
)
def test_member_that_cannot_be_expanded(
    offset: int, value: int, message: str, package: Any
) -> None:
    data = bytearray(package({"word/document.xml": "<w/>"}))
    data[data.index(b"PK\x01\x02") + offset] = value
    with pytest.raises(UnreadableFileError, match=message):
        read_document(bytes(data), "甲.docx")


def refusal(data: bytes) -> UnreadableFileError | None:
    try:
        read_document(data, "甲")
    except UnreadableFileError as refused:
        return refused
    return None


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", OLE]))
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes) -> None:
    refused = refusal(start + data)
    assert refused is None or refused.message.en != refused.message.zh


@given(st.data())
def test_broken_packages_are_read_or_refused(
    docx: Callable[..., bytes], data: st.DataObject
) -> None:
    whole = bytearray(docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>", "<x/>"))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    refused = refusal(bytes(whole))
    assert refused is None or refused.message.en != refused.message.zh
