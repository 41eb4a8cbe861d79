"""Web pages to documents, case by case."""

import base64
import dataclasses
import quopri
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quanheng.core.errors import UnreadableFileError
from quanheng.core.layout import Layout
from quanheng.core.report import Report
from quanheng.core.source import Source
from quanheng.document.table import Table
from quanheng.readers import read_document
from quanheng.readers.html.reader import HtmlReader
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.writing.render_report import render_report
from quanheng.testing.cases import WORKPLACE
from tests.conftest import ROOT

CASES = yaml.safe_load(Path(__file__).with_name("html.cases.yaml").read_text("utf-8"))
EXAMPLES = ROOT / "src" / "quanheng" / "examples"


def blocks(data: bytes, described: Any) -> Any:
    return described(HtmlReader().read(data, "甲.html").blocks)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], described: Any) -> None:
    assert blocks(case["page"].encode(), described) == case["blocks"]


META = '<html><head><meta charset="{}"></head><p>自评表</p></html>'
OLD_META = (
    '<meta http-equiv="Content-Type" content="text/html; charset={}"><p>自评表</p>'
)


@pytest.mark.parametrize(
    ("page", "declared", "encoding"),
    [
        (META, "utf-8", "utf-8"),
        (META, "GB2312", "gb18030"),
        (OLD_META, "gb2312", "gb18030"),
        (OLD_META, "GBK", "gb18030"),
        (META, "utf-8", "gb18030"),
        (META, "gb2312", "utf-8"),
        (META, "gb2312", "utf-8-sig"),
        (META, "utf-16", "utf-8"),
        (META, "gb2312", "utf-16"),
        (META, "x-unknown", "gb18030"),
        ("<html><p>自评表</p>{}", "", "gb18030"),
    ],
)
def test_encoding(page: str, declared: str, encoding: str, described: Any) -> None:
    data = page.format(declared).encode(encoding)
    assert blocks(data, described) == ["P@1 自评表"]


def test_traditional_page_is_read_as_declared(described: Any) -> None:
    page = OLD_META.format("big5").replace("自评表", "績效評價")
    assert blocks(page.encode("big5"), described) == ["P@1 績效評價"]


def test_pages_are_known_by_content() -> None:
    document = read_document("<p>自评".encode("gb18030"), "甲.doc")
    assert [getattr(block, "text", "") for block in document.blocks] == ["自评"]


ARCHIVE = (
    b"From: <Saved>\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\tboundary="%b"\r\n\r\nno mail\r\n'
    b"--x\r\nContent-Type: image/png\r\n\r\n1\r\n--x\r\n%b\r\n\r\n%b\r\n--x--\r\n"
)
HTML_PART = b'Content-Type: text/html; charset="gb2312"'
PAGE = "<html><p>自评表</p>".encode("gb18030")


@pytest.mark.parametrize(
    ("part", "content"),
    [
        (HTML_PART, PAGE),
        (
            HTML_PART + b"\r\nContent-Transfer-Encoding: base64",
            base64.encodebytes(PAGE),
        ),
        (
            HTML_PART + b"\r\nContent-Transfer-Encoding: Quoted-Printable",
            quopri.encodestring(PAGE),
        ),
    ],
    ids=["plain", "base64", "quoted-printable"],
)
def test_web_archive(part: bytes, content: bytes, described: Any) -> None:
    data = ARCHIVE % (b"x", part, content)
    assert described(read_document(data, "甲.mht").blocks) == ["P@1 自评表"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (ARCHIVE % (b"", HTML_PART, PAGE), "缺少分隔标记"),
        (ARCHIVE % (b"x", b"Content-Type: text/css", PAGE), "无网页"),
        (
            ARCHIVE % (b"x", HTML_PART + b"\nContent-Transfer-Encoding: base64", b"x"),
            "网页归档不完整",
        ),
        (b"<html>" + b"\x00\xff" * 40_000, "不是文本"),
        (b"<div>" * 300 + b"x", "超过256层"),
        (b"<p>" + b"x" * 11_000_000 + b"</p>", "一处内容超过 10 MB"),
        (b"<table><tr><td>x<td>" * 30, "表格嵌套超过20层"),
    ],
)
def test_pages_that_cannot_be_taken(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFileError, match=message):
        read_document(data, "甲.html")


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("quanheng.readers.html.page.LARGEST_TREE", 3, "标记超过"),
        ("quanheng.readers.limits.MOST_PLACES", 3, "单元格超过"),
    ],
)
def test_limits(
    limit: str, value: int, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limit, value)
    with pytest.raises(UnreadableFileError, match=message):
        read_document(b"<table><tr><td colspan=9>x</table>", "甲.html")


def test_archive_with_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quanheng.readers.html.archive.MOST_PARTS", 1)
    with pytest.raises(UnreadableFileError, match="部件超过1个"):
        read_document(ARCHIVE % (b"x", HTML_PART, PAGE), "甲.mht")


def without_places(value: Any) -> Any:
    if isinstance(value, Source | Layout):
        return None
    if dataclasses.is_dataclass(value):
        fields = dataclasses.fields(value)
        return [
            without_places(getattr(value, f.name))
            for f in fields
            if f.name not in ("also", "margin")
        ]
    if isinstance(value, Mapping):
        return {key: without_places(item) for key, item in value.items()}
    return [*map(without_places, value)] if isinstance(value, list | tuple) else value


def said(report: Report) -> Any:
    return without_places(report.projects)


@pytest.mark.parametrize(
    "example", sorted(EXAMPLES.glob("*.yaml")), ids=lambda p: p.stem
)
@pytest.mark.parametrize("form", ["shanxi", "national"])
def test_own_pages_are_read_back(example: Path, form: str) -> None:
    report = read_report(example.read_bytes(), example.name)
    page, word = (
        read_report(render_report(report, suffix, WORKPLACE, form), f"甲{suffix}")
        for suffix in (".html", ".docx")
    )
    assert said(page) == said(word)
    if report.projects[0].form == form:
        assert said(page) == said(report)


PIECES = """
<table> <tr> <td> <th> </td> </tr> </table> <p> </p> <h1> </h1> <ol> <li> <br> <tbody>
<tfoot> <caption> <pre> <select> <option> <input> <a/href="#x"> </a> <td/rowspan=3>
<td/colspan=3> <td/rowspan=0> 一、概况 文 &nbsp; < & <!-- -->
""".split()


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_markup_makes_grids_that_fit(pieces: list[str]) -> None:
    page = "<html>" + "".join(pieces).replace("td/", "td ").replace("a/", "a ")
    blocks = HtmlReader().read(page.encode(), "甲").blocks
    for block in (block for block in blocks if isinstance(block, Table)):
        covered = [
            (row, column)
            for cell in block.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        ]
        assert len(covered) == len(set(covered))
        for row, column in covered:
            assert row < block.row_count
            assert column < block.column_count
