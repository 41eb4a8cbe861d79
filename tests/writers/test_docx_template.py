"""A Word file in the look of an office's own file."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree

from quanheng.core.errors import UnreadableFileError
from quanheng.document.blocks import (
    AnnexStart,
    Block,
    Contents,
    Document,
    Heading,
    Paragraph,
)
from quanheng.document.table import Cell, Table
from quanheng.writers.base import Finish
from quanheng.writers.docx.writer import DocxWriter
from tests.writers.test_docx import nodes, values

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)
TEXT = Document(
    "x",
    (
        Heading("报告", 0),
        Heading("一、概况", 1),
        Paragraph("正文。"),
        Table((Cell("值", 0, 0),), 1, 1),
        AnnexStart("附件", across=True),
        Paragraph("表"),
    ),
)


def office(change: Callable[[WordFile], None] = lambda _: None) -> bytes:
    """An office's file as Word's own template, changed."""
    file = docx.Document()
    change(file)
    buffer = BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def written(template: bytes, document: Document = TEXT) -> dict[str, bytes]:
    data = DocxWriter().write(document, Finish(template=template))
    docx.Document(BytesIO(data))
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root(files: dict[str, bytes], part: str) -> etree._Element:
    return etree.fromstring(files[f"word/{part}.xml"])


def named(styles: etree._Element, key: str) -> str:
    (name,) = values(styles, f"//w:style[@w:styleId='{key}']/w:name/@w:val")
    return name


def with_letterhead(file: WordFile) -> None:
    section = file.sections[0]
    section.header.paragraphs[0].add_run().add_picture(BytesIO(PIXEL))
    section.footer.paragraphs[0].text = "内部资料"
    section.left_margin = Mm(30)


def with_own_styles(file: WordFile) -> None:
    heading = file.styles["Heading 1"]
    heading.name = "标题 1"
    heading.element.set(qn("w:styleId"), "a7")
    heading.font.size = Pt(18)


def with_a_wide_end(file: WordFile) -> None:
    section = file.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)


def test_headings_and_title_take_the_styles_of_the_office() -> None:
    files = written(office(with_own_styles))
    body, styles = root(files, "document"), root(files, "styles")
    used = values(body, "//w:body/w:p/w:pPr/w:pStyle/@w:val")
    assert named(styles, used[0]) == "Title"
    assert used[1] == "a7"
    sizes = values(styles, "//w:style[@w:styleId='a7']/w:rPr/w:sz/@w:val")
    assert sizes == ["36"]


def test_text_is_indented_even_where_the_office_has_no_style_for_it() -> None:
    files = written(office())
    body, styles = root(files, "document"), root(files, "styles")
    (style,) = values(body, "//w:p[w:r/w:t='正文。']/w:pPr/w:pStyle/@w:val")
    path = f"//w:style[@w:styleId='{style}']"
    assert values(styles, f"{path}/w:pPr/w:ind/@w:firstLineChars") == ["200"]
    assert values(styles, f"{path}/w:basedOn/@w:val") == ["Normal"]
    assert not nodes(styles, f"{path}/w:rPr/w:rFonts")


def test_every_style_that_is_used_is_there_under_one_name() -> None:
    files = written(office())
    styles = root(files, "styles")
    ids, names = (
        values(styles, path) for path in ("//@w:styleId", "//w:style/w:name/@w:val")
    )
    used = values(root(files, "document"), "//w:pStyle/@w:val | //w:tblStyle/@w:val")
    assert set(used) <= set(ids)
    assert len(set(ids)) == len(ids)
    assert len(set(names)) == len(names)


def test_a_style_that_numbers_headings_does_not_number_them_twice() -> None:
    body = root(written(office()), "document")
    (heading,) = nodes(body, "//w:p[w:r/w:t='一、概况']")
    assert values(heading, "w:pPr/w:numPr/w:numId/@w:val") == ["0"]


def test_title_of_the_contents_goes_without_a_number() -> None:
    blocks = (Heading("报告", 0), Contents(), Heading("一、概况", 1))
    main = root(written(office(), Document("x", blocks)), "document")
    path = "//w:sdtContent/w:p[1]/w:pPr/w:numPr/w:numId/@w:val"
    assert values(main, path) == ["0"]


def test_contents_are_as_long_as_their_style_makes_them() -> None:
    def with_airy_text(file: WordFile) -> None:
        style = file.styles.add_style("公文正文", WD_STYLE_TYPE.PARAGRAPH)
        style.paragraph_format.first_line_indent = Pt(28)
        style.paragraph_format.line_spacing = Pt(60)

    headings = [Heading(f"（{number}）概况", 2) for number in range(1, 13)]
    blocks: tuple[Block, ...] = (
        Heading("报告", 0),
        Contents(),
        Heading("一、概况", 1),
        *headings,
    )
    main = root(written(office(with_airy_text), Document("x", blocks)), "document")
    assert nodes(main, "//w:hyperlink[1]//w:t")[1].text == "3"


def test_cells_keep_the_margins_that_their_widths_are_counted_by() -> None:
    main = root(written(office()), "document")
    assert values(main, "//w:tbl/w:tblPr/w:tblCellMar/w:left/@w:w") == ["52"]


def test_settings_stand_in_the_order_of_the_schema() -> None:
    settings = root(written(office()), "settings")
    names = [etree.QName(child).localname for child in settings]
    assert names.index("defaultTabStop") < names.index("evenAndOddHeaders")


def test_header_footer_and_their_pictures_come_along() -> None:
    files = written(office(with_letterhead))
    assert any(data == PIXEL for data in files.values())
    file = docx.Document(
        BytesIO(DocxWriter().write(TEXT, Finish(template=office(with_letterhead))))
    )
    for section in file.sections:
        assert section.footer.paragraphs[0].text == "内部资料"
    assert file.sections[0].left_margin == pytest.approx(Mm(30), rel=0.001)


def test_office_without_footers_gets_the_page_numbers_of_the_norm() -> None:
    files = written(office())
    assert "word/footerOdd.xml" in files
    assert nodes(root(files, "settings"), "//w:evenAndOddHeaders")


def test_page_numbers_take_the_footer_style_of_the_office() -> None:
    def renamed(file: WordFile) -> None:
        file.styles["Footer"].element.set(qn("w:styleId"), "a9")

    files = written(office(renamed))
    for part in ("footerOdd", "footerEvenAcross"):
        assert set(values(root(files, part), "//w:pStyle/@w:val")) == {"a9"}


def test_annex_lies_across_on_the_paper_of_the_office() -> None:
    sections = nodes(root(written(office()), "document"), "//w:sectPr")
    papers = [values(s, "w:pgSz/@w:w | w:pgSz/@w:h") for s in sections]
    assert papers == [["12240", "15840"], ["15840", "12240"]]


def test_upright_pages_of_a_file_that_ends_across_are_taken() -> None:
    sections = nodes(root(written(office(with_a_wide_end)), "document"), "//w:sectPr")
    assert values(sections[0], "w:pgSz/@w:w") == ["12240"]


def test_text_of_the_template_is_left_out() -> None:
    files = written(office(with_text))
    assert "模板里的话" not in files["word/document.xml"].decode()


def test_own_output_as_template_changes_no_style() -> None:
    with ZipFile(BytesIO(DocxWriter().write(TEXT))) as archive:
        own = archive.read("word/styles.xml")
    assert root(written(DocxWriter().write(TEXT)), "styles").xpath(
        "//@*[local-name() = 'styleId']"
    ) == etree.fromstring(own).xpath("//@*[local-name() = 'styleId']")


def packed(**parts: str) -> bytes:
    """A file with parts replaced or added: word__styles → word/styles.xml."""
    buffer = BytesIO()
    with ZipFile(BytesIO(office(with_letterhead))) as old, ZipFile(buffer, "w") as new:
        changed = {f"{k.replace('__', '/')}.xml": v for k, v in parts.items()}
        for name in old.namelist():
            new.writestr(name, changed.get(name, old.read(name)))
    return buffer.getvalue()


def linked(kind: str) -> bytes:
    """A file whose header refers to something outside."""
    relationship = (
        '<Relationship Id="rId9" Target="http://x.invalid/a" TargetMode="External"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'{kind}"/>'
    )
    buffer = BytesIO()
    with ZipFile(BytesIO(office(with_letterhead))) as old, ZipFile(buffer, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode("latin-1")
            if "header" in name and name.endswith(".rels"):
                data = data.replace(
                    "</Relationships>", relationship + "</Relationships>"
                )
            new.writestr(name, data.encode("latin-1"))
    return buffer.getvalue()


def with_text(file: WordFile) -> None:
    file.add_paragraph("模板里的话")


def with_tiny_paper(file: WordFile) -> None:
    file.sections[0].page_width = Mm(40)


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        (b"", "压缩包不完整"),
        (b"no zip", "压缩包不完整"),
        (packed(word__document="<x/>"), "不是 Word 文件"),
        (packed(word__styles="<!DOCTYPE x><x/>"), "文档类型声明"),
        (packed(word__styles="<w"), "不是完整的 XML"),
        (office(with_tiny_paper), "无法排版"),
        (linked("image"), "文件以外的内容"),
    ],
    ids=["empty", "no zip", "no word", "dtd", "broken", "tiny", "outside"],
)
def test_what_can_be_no_template_is_refused_in_one_sentence(
    template: bytes, reason: str
) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        written(template)
    assert refused.value.message.zh.startswith("模板无法使用：")
    assert reason in refused.value.message.zh
    assert refused.value.message.en.isascii()


def test_a_link_in_the_header_may_stay() -> None:
    assert written(linked("hyperlink"))


def test_measures_that_word_does_not_take_count_as_none() -> None:
    def enormous(file: WordFile) -> None:
        for name in ("Normal", "Body Text", "Heading 1"):
            size = file.styles[name].element.get_or_add_rPr().get_or_add_sz()
            size.set(qn("w:val"), "2147483648")
            spacing = file.styles[name].element.get_or_add_pPr().get_or_add_spacing()
            spacing.set(qn("w:before"), "9" * 5000)

    assert "word/document.xml" in written(office(enormous))


def test_a_relationship_that_leads_nowhere_is_left_out() -> None:
    template = office(with_letterhead)
    nowhere = b'<Relationship Id="rId99" Type="http://x/image"/></Relationships>'
    changed = BytesIO()
    with ZipFile(BytesIO(template)) as old, ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if "header" in name and name.endswith(".rels"):
                data = data.replace(b"</Relationships>", nowhere)
            new.writestr(name, data)
    files = written(changed.getvalue())
    listings = [data for name, data in files.items() if name.endswith(".rels")]
    assert not any(b"rId99" in data for data in listings)
