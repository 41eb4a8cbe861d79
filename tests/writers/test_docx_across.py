"""Annexes whose pages are laid across."""

from collections.abc import Sequence

from lxml import etree

from quanheng.document.blocks import (
    AnnexStart,
    Block,
    Contents,
    Document,
    Heading,
    Paragraph,
)
from quanheng.document.table import Cell, Table
from quanheng.readers import read_document
from quanheng.writers.docx.writer import DocxWriter
from tests.writers.test_docx import millimetres, nodes, parts, values

ACROSS = AnnexStart("附件1", across=True)
UPRIGHT = AnnexStart("附件2")
TABLE = Table(tuple(Cell("值", 0, column) for column in range(9)), 1, 9)
LINE = Paragraph("一行")


def written(*blocks: Block) -> dict[str, etree._Element]:
    return parts(DocxWriter().write(Document("x", blocks)))


def sections(root: etree._Element) -> list[etree._Element]:
    return nodes(root, "//w:sectPr")


def paper(section: etree._Element) -> tuple[int, int]:
    (width,) = values(section, "w:pgSz/@w:w")
    (height,) = values(section, "w:pgSz/@w:h")
    return round(millimetres(width)), round(millimetres(height))


def papers(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    root = written(*blocks)["word/document.xml"]
    return [paper(section) for section in sections(root)]


def test_annex_is_a_section_of_its_own_and_upright_pages_follow() -> None:
    assert papers((LINE, ACROSS, TABLE, UPRIGHT, TABLE)) == [
        (210, 297),
        (297, 210),
        (210, 297),
    ]


def test_annexes_across_share_a_section() -> None:
    assert papers((LINE, ACROSS, TABLE, ACROSS, TABLE)) == [(210, 297), (297, 210)]


def test_next_report_of_a_file_is_upright() -> None:
    blocks = (LINE, ACROSS, Heading("表", 0), TABLE, Heading("又一份报告", 0))
    assert papers(blocks) == [(210, 297), (297, 210), (210, 297)]


def test_document_that_begins_across_has_no_empty_section() -> None:
    assert papers((ACROSS, TABLE)) == [(297, 210)]


def test_contents_before_an_annex_across_stand_upright() -> None:
    blocks = (Heading("报告", 0), Contents(), ACROSS, Heading("一、表", 1), TABLE)
    assert papers(blocks) == [(210, 297), (297, 210)]


def test_head_of_the_page_lies_at_the_left_edge_of_the_upright_ones() -> None:
    _, across = sections(written(LINE, ACROSS, TABLE)["word/document.xml"])
    margins = {
        side: round(millimetres(values(across, f"w:pgMar/@w:{side}")[0]))
        for side in ("top", "right", "bottom", "left")
    }
    assert margins == {"top": 28, "right": 37, "bottom": 26, "left": 35}


def test_section_begins_the_page_and_no_break_adds_an_empty_one() -> None:
    body = written(LINE, ACROSS, TABLE, UPRIGHT)["word/document.xml"]
    labels = nodes(body, "//w:p[w:pPr/w:pStyle/@w:val='AnnexLabel']")
    assert not any(nodes(label, "w:pPr/w:pageBreakBefore") for label in labels)


def test_table_fills_the_width_of_the_page_across() -> None:
    body = written(LINE, ACROSS, TABLE)["word/document.xml"]
    widths = [int(width) for width in values(body, "//w:gridCol/@w:w")]
    assert round(millimetres(str(sum(widths)))) == 225


def test_page_number_stands_turned_at_the_place_of_the_upright_ones() -> None:
    files = written(LINE, ACROSS, TABLE)
    for name, side in (("footerOddAcross", "right"), ("footerEvenAcross", "left")):
        footer = files[f"word/{name}.xml"]
        assert values(footer, "//w:txbxContent//w:jc/@w:val") == [side]
        assert "".join(values(footer, "//w:t/text()")) == "— 1 —"
        turned = footer.xpath("//*[local-name() = 'bodyPr']/@vert")
        assert turned == ["vert"]


def test_only_the_first_section_hides_the_number_of_the_cover() -> None:
    blocks = (Heading("报告", 0), Contents(), LINE, ACROSS, TABLE)
    root = written(*blocks)["word/document.xml"]
    hidden = [bool(nodes(section, "w:titlePg")) for section in sections(root)]
    assert hidden == [True, False]


def test_reader_sees_the_pages_as_they_lie() -> None:
    data = DocxWriter().write(Document("x", (LINE, ACROSS, TABLE)))
    layout = read_document(data, "x.docx").layout
    assert layout is not None
    assert [page.is_landscape for page in layout.pages] == [False, True]
    for page in layout.pages:
        assert [(n.is_even, n.align.value) for n in page.page_numbers] == [
            (False, "right"),
            (True, "left"),
        ]
