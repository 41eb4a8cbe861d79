"""The pdf file as a file: properties, standards, what it says."""

import re

import pypdfium2  # type: ignore[import-untyped]
import pytest

from quanheng.core.errors import UnreadableFileError
from quanheng.document.blocks import Heading, Paragraph
from quanheng.document.table import Cell, Table
from quanheng.writers.base import Finish
from tests.writers.pdf.conftest import ARCHIVAL, DAY, again, page_texts, pdf

HOSTILE = """#import "@preview/a:0.1.0": * | $x^2$ | @ref <a> | \\#let | *b* _c_
`d` // e /* f */ ~ -- --- ... [g] {h} = i + j / k: l \\u{41} "m" 'n' &amp; http://o.p"""


def properties(data: bytes) -> dict[str, str]:
    with pypdfium2.PdfDocument(data) as file:
        found: dict[str, str] = file.get_metadata_dict()
        return found


@pytest.mark.parametrize("text", HOSTILE.split("\n"))
def test_text_is_printed_as_it_is(text: str) -> None:
    table = Table((Cell(text, 0, 0), Cell("乙", 0, 1)), 1, 2)
    blocks = again(Heading(f"一、{text}", 1), Paragraph(text), table)
    texts = [
        block.cells[0].text if isinstance(block, Table) else getattr(block, "text", "")
        for block in blocks
    ]
    assert texts == [f"一、{text}", text, text]


def test_title_language_and_tags_are_in_the_file() -> None:
    data = pdf(Paragraph("文"), title="图书馆开放")
    assert properties(data)["Title"] == "图书馆开放"
    assert re.search(rb"/Lang\s*\(zh-CN\)", data)
    assert b"/StructTreeRoot" in data


def test_day_is_the_given_one_and_no_other() -> None:
    assert properties(pdf(Paragraph("文")))["CreationDate"] == ""
    dated = properties(pdf(Paragraph("文"), finish=Finish(created=DAY)))
    assert dated["CreationDate"].startswith("D:20240220")


def test_same_document_gives_the_same_bytes() -> None:
    first, second = (pdf(Paragraph(text)) for text in ("甲", "乙"))
    assert first != second
    assert first == pdf(Paragraph("甲"))


def test_archival_file_says_so() -> None:
    data = pdf(Paragraph("文"), finish=ARCHIVAL)
    assert b"<pdfaid:part>1</pdfaid:part>" in data
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in data


def test_archival_file_must_have_a_day() -> None:
    with pytest.raises(UnreadableFileError, match="须有日期"):
        pdf(Paragraph("文"), finish=Finish(archival=True))


def test_sign_that_no_font_has_is_named_where_the_file_is_archival() -> None:
    assert page_texts(pdf(Paragraph("甲\u0378")))
    with pytest.raises(UnreadableFileError, match="PDF/A") as raised:
        pdf(Paragraph("甲\u0378"), finish=ARCHIVAL)
    assert "fonts" in raised.value.text("en")
