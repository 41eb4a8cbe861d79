"""Word files to documents, case by case."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quanheng.core.source import Source
from quanheng.core.unread import unread_text
from quanheng.document.blocks import Heading
from quanheng.document.table import Table
from quanheng.readers import read_document

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CASES = yaml.safe_load(Path(__file__).with_name("docx.cases.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], docx: Any, described: Any) -> None:
    parts = ("body", "styles", "numbering")
    data = docx(**{part: case.get(part, "") for part in parts})
    assert described(read_document(data, "甲.docx").blocks) == case["blocks"]


def test_cells_stand_once_with_span_and_place(docx: Callable[..., bytes]) -> None:
    merged = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc>'
    row = f"<w:tr><w:tc><w:p/></w:tc>{merged}</w:tr>"
    data = docx(f"<w:tbl>{row}{row}</w:tbl><w:tbl>{row}</w:tbl>")
    first, second = read_document(data, "甲.docx").blocks
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert (first.at, second.at) == (Source(table=1), Source(table=2))
    assert [cell.at for cell in first.cells] == [
        Source(table=1, row=row, column=column) for row in (1, 2) for column in (1, 2)
    ]
    assert {(c.row_span, c.column_span) for c in first.cells} == {(1, 1), (1, 2)}


def test_strict_dialect_reads_alike(docx: Callable[..., bytes], package: Any) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p>'
    data = package({"word/document.xml": f"{body}</w:body></w:document>"})
    (block,) = read_document(data, "甲.docx").blocks
    assert getattr(block, "text", "") == "甲"


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030"])
def test_style_sheet_in_another_encoding(encoding: str, package: Any) -> None:
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    styles = (
        f"<?xml version='1.0' encoding='{encoding}'?><w:styles xmlns:w='{main}'>"
        "<w:style w:styleId='节'><w:name w:val='标题 1'/></w:style></w:styles>"
    )
    data = package(
        {
            "word/document.xml": f"<w:d xmlns:w='{main}'><w:body><w:p><w:pPr>"
            "<w:pStyle w:val='节'/></w:pPr><w:r><w:t>概况</w:t></w:r></w:p>"
            "</w:body></w:d>",
            "word/styles.xml": styles.encode(encoding),
            "word/_rels/document.xml.rels": f"<Relationships xmlns='{RELATIONS}'>"
            f"<Relationship Id='a' Type='{office}/styles' Target='styles.xml'/>"
            "</Relationships>",
        }
    )
    (block,) = read_document(data, "甲.docx").blocks
    assert isinstance(block, Heading)


@pytest.mark.parametrize(
    ("centimetres", "said"),
    [
        ((16, 22), ("全文有1幅整页图片，图中文字未读入",)),
        ((16, 12), ()),
        ((3, 3), ()),
    ],
)
def test_pictures_as_large_as_a_page_are_named(
    centimetres: tuple[int, int], said: tuple[str, ...], docx: Callable[..., bytes]
) -> None:
    across, down = (360_000 * size for size in centimetres)
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    data = docx(
        f"<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:drawing><d:inline xmlns:d='{drawing}"
        f"/wordprocessingDrawing'><d:extent cx='{across}' cy='{down}'/>"
        f"<p:pic xmlns:p='{drawing}/picture'/></d:inline></w:drawing></w:r></w:p>"
    )
    unread = read_document(data, "甲.docx").unread
    assert unread_text(unread) == said
    assert all(part.unseen for part in unread)


def test_name_is_kept(docx: Callable[..., bytes]) -> None:
    assert read_document(docx(""), "某单位.docx").name == "某单位.docx"


def test_style_sheet_with_any_prefix_and_no_numbering_part(package: Any) -> None:
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    data = package(
        {
            "word/document.xml": f"<d xmlns:w='{main}'><w:body><w:p><w:pPr>"
            "<w:pStyle w:val='1'/><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
            "<w:r><w:t>概况</w:t></w:r></w:p></w:body></d>",
            "word/styles.xml": f"<ns0:styles xmlns:ns0='{main}'><ns0:style "
            "ns0:styleId='1'><ns0:name ns0:val='标题 1'/></ns0:style></ns0:styles>",
            "word/_rels/document.xml.rels": "<Relationships xmlns='http://schemas."
            "openxmlformats.org/package/2006/relationships'><Relationship Id='a' "
            f"Type='{office}/styles' Target='styles.xml'/></Relationships>",
        }
    )
    (heading,) = read_document(data, "甲.docx").blocks
    assert heading == Heading("概况", 1, Source(paragraph=1))


@given(
    st.lists(
        st.lists(
            st.tuples(st.integers(1, 3), st.sampled_from(["", "restart", "continue"])),
            max_size=5,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_cell_covers_its_own_places(
    docx: Callable[..., bytes], rows: list[list[tuple[int, str]]]
) -> None:
    def cell(span: int, merge: str) -> str:
        vertical = f'<w:vMerge w:val="{merge}"/>' if merge else ""
        return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{vertical}</w:tcPr></w:tc>'

    xml = "".join(f"<w:tr>{''.join(cell(*c) for c in row)}</w:tr>" for row in rows)
    (table,) = read_document(docx(f"<w:tbl>{xml}</w:tbl>"), "").blocks
    assert isinstance(table, Table)
    places = [
        (row, column)
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    ]
    assert len(places) == len(set(places)) == sum(s for row in rows for s, _ in row)
