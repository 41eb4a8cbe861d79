"""The Word file, looked at through its XML."""

from datetime import date
from io import BytesIO
from typing import cast
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from quanheng.document.blocks import (
    AnnexStart,
    Block,
    Contents,
    Document,
    Heading,
    Paragraph,
)
from quanheng.document.table import Align, Cell, Table
from quanheng.writers.base import Finish
from quanheng.writers.docx.writer import DocxWriter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1]}
HEADING = Heading("一、标题", 1)


def parts(data: bytes) -> dict[str, etree._Element]:
    with ZipFile(BytesIO(data)) as archive:
        return {
            name: etree.fromstring(archive.read(name)) for name in archive.namelist()
        }


@pytest.fixture
def written(document: Document) -> dict[str, etree._Element]:
    return parts(DocxWriter().write(document, Finish(date(2024, 2, 20))))


@pytest.fixture
def body(written: dict[str, etree._Element]) -> etree._Element:
    return written["word/document.xml"]


@pytest.fixture
def styles(written: dict[str, etree._Element]) -> etree._Element:
    return written["word/styles.xml"]


def values(root: etree._Element, path: str) -> list[str]:
    return [str(value) for value in cast("list[str]", root.xpath(path, namespaces=NS))]


def nodes(root: etree._Element, path: str) -> list[etree._Element]:
    return cast("list[etree._Element]", root.xpath(path, namespaces=NS))


def millimetres(twips: str) -> float:
    return int(twips) / 1440 * 25.4


@pytest.mark.parametrize(
    ("side", "expected"), [("top", 37), ("bottom", 35), ("left", 28), ("right", 26)]
)
def test_margins_are_those_of_the_norm(
    body: etree._Element, side: str, expected: int
) -> None:
    (margin,) = values(body, f"//w:sectPr/w:pgMar/@w:{side}")
    assert millimetres(margin) == pytest.approx(expected, abs=0.1)


def test_paper_is_a4(body: etree._Element) -> None:
    sizes = values(body, "//w:pgSz/@w:w | //w:pgSz/@w:h")
    assert [round(millimetres(size)) for size in sizes] == [210, 297]


@pytest.mark.parametrize(
    ("style", "font", "half_points"),
    [
        ("Title", "方正小标宋简体", "44"),
        ("Heading1", "黑体", None),
        ("Heading2", "楷体_GB2312", None),
        ("Heading3", "仿宋_GB2312", None),
        ("Heading4", "仿宋_GB2312", None),
        ("AnnexLabel", "黑体", None),
        ("TableHead", "黑体", "21"),
        ("TableText", None, "21"),
        ("Footer", "宋体", "28"),
    ],
)
def test_style_has_the_font_of_the_norm(
    styles: etree._Element, style: str, font: str | None, half_points: str | None
) -> None:
    path = f"//w:style[@w:styleId='{style}']/w:rPr"
    assert values(styles, f"{path}/w:rFonts/@w:eastAsia") == ([font] if font else [])
    sizes = values(styles, f"{path}/w:sz/@w:val")
    assert sizes == ([half_points] if half_points else [])


def test_text_is_16_point_fangsong_with_latin_digits(styles: etree._Element) -> None:
    path = "//w:docDefaults/w:rPrDefault/w:rPr"
    assert values(styles, f"{path}/w:rFonts/@w:eastAsia") == ["仿宋_GB2312"]
    assert values(styles, f"{path}/w:rFonts/@w:ascii") == ["Times New Roman"]
    assert values(styles, f"{path}/w:sz/@w:val") == ["32"]


def test_body_is_indented_two_characters_at_a_fixed_pitch(
    styles: etree._Element,
) -> None:
    path = "//w:style[@w:styleId='BodyText']/w:pPr"
    assert values(styles, f"{path}/w:ind/@w:firstLineChars") == ["200"]
    assert values(styles, f"{path}/w:spacing/@w:line") == ["579"]
    assert values(styles, f"{path}/w:spacing/@w:lineRule") == ["exact"]


def test_headings_are_real_ones_with_outline_levels(styles: etree._Element) -> None:
    for level in range(1, 5):
        path = f"//w:style[w:name/@w:val='heading {level}']/w:pPr"
        assert values(styles, f"{path}/w:outlineLvl/@w:val") == [str(level - 1)]
        assert nodes(styles, f"{path}/w:keepNext")


def test_blocks_carry_their_styles(body: etree._Element) -> None:
    used = values(body, "/w:document/w:body/w:p/w:pPr/w:pStyle/@w:val")
    assert used == [
        *("Title", "Cover", "Heading1", "Heading2", "BodyText"),
        *("AfterTable", "AfterTable", "Heading3", "Heading4", "BodyText"),
        *("AnnexLabel", "Title", "AfterTable"),
    ]


def test_page_number_stands_between_dashes_on_the_outer_side(
    written: dict[str, etree._Element],
) -> None:
    for name, side in (("footerOdd", "right"), ("footerEven", "left")):
        footer = written[f"word/{name}.xml"]
        assert values(footer, "//w:jc/@w:val") == [side]
        assert "".join(values(footer, "//w:t/text()")) == "— 1 —"
        assert values(footer, "//w:instrText/text()") == [" PAGE "]
    assert nodes(written["word/settings.xml"], "//w:evenAndOddHeaders")


def test_contents_name_every_heading_of_two_levels(body: etree._Element) -> None:
    (contents,) = nodes(body, "//w:sdt")
    lines = nodes(contents, ".//w:p[w:hyperlink]")
    texts = [
        "".join(values(line, ".//w:hyperlink/w:r[1]/w:t/text()")) for line in lines
    ]
    assert texts == ["一、项目的基本情况", "（一）项目概况"]
    assert values(contents, ".//w:p/w:r/w:instrText/text()") == [
        r' TOC \o "1-2" \h \z \u '
    ]
    anchors = values(contents, ".//w:hyperlink/@w:anchor")
    assert anchors == values(body, "//w:bookmarkStart/@w:name")


def test_what_follows_the_contents_and_every_annex_begins_a_page(
    body: etree._Element,
) -> None:
    beginning = nodes(body, "//w:p[w:pPr/w:pageBreakBefore]")
    styles = [values(paragraph, "w:pPr/w:pStyle/@w:val") for paragraph in beginning]
    assert styles == [["TOCHeading"], ["Heading1"], ["AnnexLabel"]]


def test_contents_do_not_ask_the_reader_to_update_them(
    written: dict[str, etree._Element],
) -> None:
    assert not nodes(written["word/document.xml"], "//w:fldChar[@w:dirty]")
    assert not nodes(written["word/settings.xml"], "//w:updateFields")


def test_cover_shows_no_page_number(body: etree._Element) -> None:
    (section,) = nodes(body, "//w:sectPr")
    assert nodes(section, "w:titlePg")
    kinds = values(section, "w:footerReference/@w:type")
    assert kinds == ["default", "even"]


def test_labels_of_the_cover_are_equally_wide() -> None:
    lines = (
        Paragraph("项目名称：图书馆"),
        Paragraph("填报人：林某"),
        Paragraph("签章"),
    )
    blocks = (Heading("报告", 0), *lines, Contents(), HEADING)
    body = parts(DocxWriter().write(Document("x", tuple(blocks))))["word/document.xml"]
    named, filled, bare = nodes(body, "//w:p[w:pPr/w:pStyle/@w:val='Cover']")
    assert values(named, "w:pPr/w:ind/@w:left") == values(filled, "w:pPr/w:ind/@w:left")
    widened = "w:r[w:rPr/w:spacing[@w:val > 0]]/w:t/text()"
    assert values(named, widened) == []
    assert values(filled, widened) == ["填报"]
    assert "".join(values(filled, ".//w:t/text()")) == "填报人：林某"
    assert values(bare, "w:pPr/w:ind/@w:left") == []


def test_table_on_the_cover_is_kept() -> None:
    blocks = (
        Heading("报告", 0),
        Table((Cell("密级", 0, 0),), 1, 1),
        Contents(),
        HEADING,
    )
    body = parts(DocxWriter().write(Document("x", blocks)))["word/document.xml"]
    assert values(body, "//w:tbl//w:t/text()") == ["密级"]


def test_long_title_breaks_into_equal_lines() -> None:
    def sides(title: str) -> list[str]:
        data = DocxWriter().write(Document("x", (Heading(title, 0),)))
        return values(parts(data)["word/document.xml"], "//w:pPr/w:ind/@w:left")

    assert sides("题" * 20) == []
    (side,) = sides("题" * 24)
    free = round(156 / 25.4 * 1440) - 2 * int(side)
    assert 12 <= free / 440 < 13


def test_text_with_line_breaks_is_not_justified() -> None:
    blocks = (Paragraph("目标一\n目标二"), Paragraph("目标一"))
    body = parts(DocxWriter().write(Document("x", blocks)))["word/document.xml"]
    aligned = [values(p, "w:pPr/w:jc/@w:val") for p in nodes(body, "//w:p")]
    assert aligned == [["left"], []]


def test_note_on_the_annex_is_not_left_alone_on_a_page() -> None:
    blocks: list[Block] = [*map(Paragraph, ("前文", "末段", "", "附件：自评表"))]
    blocks += [AnnexStart("附件"), Paragraph("表")]
    document = Document("x", tuple(blocks))
    body = parts(DocxWriter().write(document))["word/document.xml"]
    kept = [bool(nodes(p, "w:pPr/w:keepNext")) for p in nodes(body, "//w:p")]
    assert kept == [False, True, True, False, False, False]


def test_nothing_stands_between_a_table_and_a_new_page() -> None:
    table = Table((Cell("1", 0, 0),), 1, 1)
    blocks = (table, table, AnnexStart("附件"), table)
    body = parts(DocxWriter().write(Document("x", blocks)))["word/document.xml"]
    styles = values(body, "/w:document/w:body/w:p/w:pPr/w:pStyle/@w:val")
    assert styles == ["AfterTable", "AnnexLabel", "AfterTable"]


def test_fonts_of_the_norm_have_a_stand_in(written: dict[str, etree._Element]) -> None:
    fonts = written["word/fontTable.xml"]
    names = values(fonts, "//w:font[w:altName]/@w:name")
    used = {
        font
        for part in ("word/styles.xml", "word/document.xml")
        for font in values(written[part], "//w:rFonts/@w:eastAsia")
    }
    assert used <= set(names)


def test_header_rows_repeat_and_no_row_breaks(body: etree._Element) -> None:
    table = body.find(f".//{W}tbl")
    assert table is not None
    rows = table.findall(f"{W}tr")
    repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    assert repeated == [True, True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_merged_cells_span_rows_and_columns(body: etree._Element) -> None:
    table = body.find(f".//{W}tbl")
    assert table is not None
    assert values(table, ".//w:gridSpan/@w:val") == ["2"]
    merges = nodes(table, ".//w:vMerge")
    assert [merge.get(f"{W}val") for merge in merges] == ["restart", None] * 2


def test_cells_are_aligned_as_told(body: etree._Element) -> None:
    table = body.find(f".//{W}tbl")
    assert table is not None
    row = table.findall(f"{W}tr")[2]
    assert values(row, "w:tc/w:p/w:pPr/w:jc/@w:val") == ["center", "right", "right"]


def test_table_fills_the_type_area(body: etree._Element) -> None:
    table = body.find(f".//{W}tbl")
    assert table is not None
    widths = [int(width) for width in values(table, "w:tblGrid/w:gridCol/@w:w")]
    assert millimetres(str(sum(widths))) == pytest.approx(156, abs=0.2)


def test_line_breaks_and_special_characters_are_kept(body: etree._Element) -> None:
    (paragraph,) = [
        p
        for p in body.iter(f"{W}p")
        if "".join(values(p, ".//w:t/text()")).startswith("“开放”")
    ]
    assert values(paragraph, ".//w:t/text()") == [
        "“开放”天数 365 天 & 63 场。",
        "另起一行。",
    ]
    assert len(paragraph.findall(f".//{W}br")) == 1


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    data = DocxWriter().write(Document("x", (Paragraph("一\x0b二\x00"),)))
    texts = values(parts(data)["word/document.xml"], "//w:t/text()")
    assert texts == ["一二"]


def test_marks_of_drafts_are_highlighted_and_nothing_else() -> None:
    text = "【草稿】全年预算60万元，\n原因是【请填写：原因】。"
    table = Table((Cell("[to fill in: cause]", 0, 0), Cell("值", 0, 1)), 1, 2)
    data = DocxWriter().write(Document("x", (Paragraph(text), table)))
    body = parts(data)["word/document.xml"]
    marked = values(body, "//w:r[w:rPr/w:highlight[@w:val='yellow']]/w:t/text()")
    assert marked == ["【草稿】", "【请填写：原因】", "[to fill in: cause]"]
    plain = values(body, "//w:r[not(w:rPr/w:highlight)]/w:t/text()")
    assert plain == ["全年预算60万元，", "原因是", "。", "值"]
    assert docx.Document(BytesIO(data)).paragraphs[0].text == text


def test_same_document_gives_same_bytes(document: Document) -> None:
    day = date(2024, 2, 20)
    assert DocxWriter().write(document, Finish(day)) == DocxWriter().write(
        document, Finish(day)
    )


def test_properties_say_title_and_given_date(document: Document) -> None:
    data = DocxWriter().write(document, Finish(date(2024, 2, 20)))
    properties = docx.Document(BytesIO(data)).core_properties
    assert properties.title == "图书馆开放"
    assert properties.created is not None
    assert properties.created.date() == date(2024, 2, 20)


def test_another_library_reads_the_same_table(document: Document) -> None:
    table = docx.Document(BytesIO(DocxWriter().write(document))).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows == [
        ["指标", "数值", "数值"],
        ["指标", "目标值", "得分"],
        ["数量指标", "≥95%", "12.85"],
        ["数量指标", "有效提升 <b>", ""],
    ]


def test_document_without_contents_has_no_cover() -> None:
    document = Document("x", (Heading("项目支出绩效自评表", 0), Paragraph("一行")))
    body = parts(DocxWriter().write(document))["word/document.xml"]
    assert values(body, "//w:pStyle/@w:val") == ["Title", "BodyText"]
    assert not nodes(body, "//w:sdt")


def test_a_further_title_begins_a_page_but_not_below_an_annex_label() -> None:
    blocks = (
        Heading("第一张表", 0),
        Heading("第二张表", 0),
        AnnexStart("附件"),
        Heading("附件标题", 0),
    )
    body = parts(DocxWriter().write(Document("x", blocks)))["word/document.xml"]
    breaks = [
        bool(nodes(paragraph, "w:pPr/w:pageBreakBefore"))
        for paragraph in nodes(body, "/w:document/w:body/w:p")
    ]
    assert breaks == [False, True, True, False]


def test_short_table_and_label_rows_stay_with_what_follows() -> None:
    long = Table(
        (
            Cell("表头", 0, 0, align=Align.CENTER),
            *(Cell("值", row, 0) for row in range(1, 20)),
        ),
        row_count=20,
        column_count=1,
    )
    body = parts(DocxWriter().write(Document("x", (long,))))["word/document.xml"]
    kept = [bool(nodes(row, ".//w:keepNext")) for row in nodes(body, "//w:tr")]
    assert kept == [True] + [False] * 16 + [True, True, False]


@pytest.mark.parametrize(("lines", "is_whole"), [(1, True), (3, False)])
def test_table_is_kept_whole_only_if_it_fits_below_its_title(
    lines: int, is_whole: bool
) -> None:
    table = Table(tuple(Cell("值", row, 0) for row in range(12)), 12, 1)
    title = Heading("长" * 30 * lines, 0)
    blocks = (AnnexStart("附件", across=True), title, table)
    body = parts(DocxWriter().write(Document("x", blocks)))["word/document.xml"]
    kept = [bool(nodes(row, ".//w:keepNext")) for row in nodes(body, "//w:tr")]
    assert kept == ([True] * 11 if is_whole else [False] * 9 + [True] * 2) + [False]


def test_line_below_a_title_stays_with_the_table() -> None:
    table = Table((Cell("值", 0, 0),), 1, 1)
    line = Paragraph("（2023年度）", Align.CENTER)
    blocks = (line, Heading("自评表", 0), line, table)
    body = parts(DocxWriter().write(Document("x", blocks)))["word/document.xml"]
    path = "/w:document/w:body/w:p[w:pPr/w:pStyle/@w:val='BodyText']"
    kept = [bool(nodes(p, "w:pPr/w:keepNext")) for p in nodes(body, path)]
    assert kept == [False, True]


def test_paragraph_below_the_last_table_takes_no_page_of_its_own() -> None:
    table = Table((Cell("值", 0, 0),), 1, 1)
    blocks = (table, AnnexStart("附件", across=True), table)
    body = parts(DocxWriter().write(Document("x", blocks)))["word/document.xml"]
    path = "//w:p[w:pPr/w:pStyle/@w:val='AfterTable']/w:pPr/w:spacing/@w:line"
    assert values(body, path) == ["14", "14"]


def test_ragged_row_gets_an_empty_cell() -> None:
    table = Table((Cell("一", 0, 0), Cell("二", 0, 1), Cell("三", 1, 0)), 2, 2)
    body = parts(DocxWriter().write(Document("x", (table,))))["word/document.xml"]
    assert [len(nodes(row, "w:tc")) for row in nodes(body, "//w:tr")] == [2, 2]


def test_second_project_of_a_file_shares_the_contents() -> None:
    table = Table((Cell("一", 0, 0),), 1, 1)
    blocks = (table, Contents(), HEADING, Contents(), AnnexStart("附件"), HEADING)
    body = parts(DocxWriter().write(Document("x", blocks)))["word/document.xml"]
    assert len(nodes(body, "//w:sdt")) == 1
    pages = values(body, "//w:hyperlink/w:r[w:t][last()]/w:t/text()")
    assert pages == ["3", "4"]


def test_lines_end_alike_whatever_ended_them() -> None:
    table = Table((Cell("一\r\n二\r三\n四", 0, 0),), 1, 1)
    data = parts(DocxWriter().write(Document("x", (table,))))["word/document.xml"]
    (cell,) = nodes(data, "//w:tc")
    assert [t.text for t in nodes(cell, ".//w:t")] == list("一二三四")
    assert len(nodes(cell, ".//w:br")) == 3


@pytest.mark.parametrize(("length", "pages"), [(20, 1), (80, 1), (300, 2)])
def test_cover_with_a_long_title_is_counted_as_it_is_printed(
    length: int, pages: int
) -> None:
    heads = [Paragraph(f"填报日期：{number}") for number in range(8)]
    blocks: tuple[Block, ...] = (
        Heading("题" * length, 0),
        *heads,
        Contents(),
        Heading("一、概况", 1),
    )
    data = parts(DocxWriter().write(Document("x", blocks)))["word/document.xml"]
    entry = nodes(data, "//w:hyperlink//w:t")[-1].text
    assert entry == str(pages + 2)
    top = int(values(data, "//w:p[1]/w:pPr/w:spacing/@w:before")[0])
    taken = top + 700 * -(-length // 20) + 8 * 760
    assert (taken <= 12756) == (pages == 1)
