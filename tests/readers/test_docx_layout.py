"""How Word files say that they are set."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from quanheng.core.layout import Alignment, TraceKind, Typesetting
from quanheng.core.source import Source
from quanheng.document.layout import DocumentLayout
from quanheng.readers import read_document

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"

STYLES = """
<w:docDefaults>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:eastAsiaTheme="minorEastAsia" w:asciiTheme="minorHAnsi"/>
    <w:sz w:val="21"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr>
    <w:spacing w:line="360" w:lineRule="auto"/>
  </w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a">
  <w:name w:val="Normal"/>
</w:style>
<w:style w:type="character" w:styleId="c">
  <w:name w:val="Strong"/>
  <w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:styleId="b">
  <w:name w:val="Body"/><w:basedOn w:val="a"/>
  <w:pPr>
    <w:spacing w:line="579" w:lineRule="exact"/>
    <w:ind w:firstLineChars="200"/>
    <w:jc w:val="both"/>
  </w:pPr>
  <w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:styleId="d">
  <w:name w:val="Derived"/><w:basedOn w:val="b"/>
  <w:rPr><w:sz w:val="28"/></w:rPr>
</w:style>
"""
THEME = (
    f'<a:theme xmlns:a="{DRAWING}"><a:majorFont><a:latin typeface="Cambria"/>'
    '<a:ea typeface="等线 Light"/></a:majorFont><a:minorFont>'
    '<a:latin typeface="Calibri"/><a:ea typeface=""/>'
    '<a:font script="Jpan" typeface="MS Mincho"/>'
    '<a:font script="Hans" typeface="宋体"/></a:minorFont></a:theme>'
)
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" '
    'w:bottom="1984" w:left="1304" w:gutter="283"/>'
)


@pytest.fixture
def laid(package: Any) -> Callable[..., DocumentLayout]:
    """A layout read from a package of a body and further parts by their kind."""

    def read(body: str, root: str = "", **parts: str) -> DocumentLayout:
        names = {kind: f"word/{kind}.xml" for kind in parts}
        listed = "".join(
            f'<Relationship Id="{kind}" Type="{OFFICE}/{kind.rstrip("0123456789")}" '
            f'Target="/{name}"/>'
            for kind, name in names.items()
        )
        spaces = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
        data = package(
            {
                "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body>"
                "</w:document>",
                "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">'
                f"{listed}</Relationships>",
                "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{root}'
                "</Relationships>",
                **{
                    names[kind]: content.replace(">", f" {spaces}>", 1)
                    for kind, content in parts.items()
                },
            }
        )
        layout = read_document(data, "甲.docx").layout
        assert layout is not None
        return layout

    return read


@pytest.fixture
def setting(laid: Any) -> Callable[[str, str], Typesetting]:
    """How one paragraph is set, under the styles and theme above."""

    def read(paragraph: str, section: str = "") -> Typesetting:
        body = f"{paragraph}<w:sectPr>{section}</w:sectPr>"
        styles = f"<w:styles>{STYLES}</w:styles>"
        layout = laid(body, styles=styles, theme=THEME)
        (only,) = layout.paragraphs.values()
        assert isinstance(only, Typesetting)
        return only

    return read


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def test_defaults_and_theme_fonts_hold_without_a_style(setting: Any) -> None:
    found = setting(paragraph(run("甲")))
    assert (found.font, found.size) == ("宋体", Decimal("10.5"))
    # One and a half lines of what 10.5 pt need.
    assert found.pitch == Decimal("20.5")
    assert (found.indent, found.align) == (0, Alignment.LEFT)


@pytest.mark.parametrize(("style", "size"), [("b", 16), ("d", 14)])
def test_styles_inherit(setting: Any, style: str, size: int) -> None:
    found = setting(paragraph(run("甲"), f'<w:pStyle w:val="{style}"/>'))
    assert (found.font, found.size, found.indent) == ("仿宋", size, 2)
    assert (found.pitch, found.align) == (Decimal("29.0"), Alignment.BOTH)


def test_paragraph_and_run_go_before_their_style(setting: Any) -> None:
    found = setting(
        paragraph(
            run("甲", '<w:rFonts w:eastAsia="楷体"/><w:sz w:val="30"/>'),
            '<w:pStyle w:val="b"/><w:spacing w:line="560" w:lineRule="exact"/>'
            '<w:ind w:firstLineChars="0" w:firstLine="640"/><w:jc w:val="center"/>',
        )
    )
    assert found == Typesetting(
        "楷体", Decimal(15), Decimal("28.0"), Decimal("0.0"), Alignment.CENTER
    )


def test_character_style_goes_between(setting: Any) -> None:
    found = setting(paragraph(run("甲", '<w:rStyle w:val="c"/>')))
    assert found.font == "黑体"


def test_the_longest_run_counts(setting: Any) -> None:
    heading = run("甲：", '<w:rFonts w:eastAsia="黑体"/>')
    rest = run("乙丙丁戊", '<w:rFonts w:eastAsia="仿宋"/>')
    assert setting(paragraph(heading + rest)).font == "仿宋"


def test_twips_and_wide_blanks_make_an_indent(setting: Any) -> None:
    twips = '<w:ind w:firstLine="420"/>'
    hanging = '<w:ind w:hanging="420"/>'
    assert setting(paragraph(run("甲"), twips)).indent == 2
    assert setting(paragraph(run("甲"), hanging)).indent == -2
    assert setting(paragraph(run("\u3000\u3000甲"))).indent == 2
    blanks = paragraph('<w:r><w:t xml:space="preserve">    甲</w:t></w:r>')
    assert setting(blanks).indent == 2


def test_a_grid_rounds_the_pitch_up(setting: Any) -> None:
    single = '<w:pStyle w:val="a"/><w:spacing w:line="240" w:lineRule="auto"/>'
    grid = '<w:docGrid w:type="lines" w:linePitch="312"/>'
    large = paragraph(run("甲", '<w:sz w:val="32"/>'), single)
    assert setting(large, grid).pitch == Decimal("31.2")
    assert setting(large, grid.replace("lines", "default")).pitch == Decimal("20.8")


def test_at_least_gives_way_to_the_font(setting: Any) -> None:
    def pitch(line: int) -> Decimal:
        spacing = f'<w:spacing w:line="{line}" w:lineRule="atLeast"/>'
        return Decimal(setting(paragraph(run("甲"), spacing)).pitch)

    assert pitch(400) == 20
    assert pitch(200) == Decimal("13.7")


def test_sections_have_paper_and_margins_in_millimetres(laid: Any) -> None:
    ends = paragraph("", f"<w:sectPr>{PAGE}</w:sectPr>")
    wide = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    layout = laid(
        paragraph(run("甲"))
        + ends
        + paragraph(run("乙"))
        + f"<w:sectPr>{wide}</w:sectPr>"
    )
    first, second = layout.pages
    assert (first.width, first.height, first.room) == (210, 297, 225)
    assert (first.top, first.bottom, first.left, first.right) == (37, 35, 28, 26)
    assert (first.at, second.at) == (Source(paragraph=1), Source(paragraph=3))
    assert (first.is_landscape, second.is_landscape) == (False, True)


def test_properties_before_a_tracked_change_are_no_section(laid: Any) -> None:
    former = f"<w:sectPrChange><w:sectPr>{PAGE}</w:sectPr></w:sectPrChange>"
    layout = laid(f"{paragraph(run('甲'))}<w:sectPr>{PAGE}{former}</w:sectPr>")
    assert len(layout.pages) == 1
    assert [trace.kind for trace in layout.traces] == [TraceKind.CHANGE]


def footer(align: str, text: str = "— ") -> str:
    fields = "".join(
        f'<w:r><w:rPr><w:rFonts w:ascii="宋体"/><w:sz w:val="28"/></w:rPr>{part}</w:r>'
        for part in (
            f"<w:t>{text}</w:t>",
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText> PAGE </w:instrText>",
            '<w:fldChar w:fldCharType="end"/>',
            f"<w:t>{text}</w:t>",
        )
    )
    return "<w:ftr>" + paragraph(fields, f'<w:jc w:val="{align}"/>') + "</w:ftr>"


REFERENCES = (
    '<w:footerReference w:type="default" r:id="footer1"/>'
    '<w:footerReference w:type="even" r:id="footer2"/>'
    '<w:footerReference w:type="first" r:id="footer3"/>'
)


def test_page_numbers_are_those_of_odd_and_even_pages(laid: Any) -> None:
    layout = laid(
        f"{paragraph(run('甲'))}<w:sectPr>{REFERENCES}</w:sectPr>",
        footer1=footer("right"),
        footer2=footer("left"),
        footer3=footer("center"),
        settings="<w:settings><w:evenAndOddHeaders/></w:settings>",
    )
    odd, even = layout.pages[0].page_numbers
    assert (odd.font, odd.size, odd.is_dashed) == ("宋体", 14, True)
    assert (odd.align, odd.is_even) == (Alignment.RIGHT, False)
    assert (even.align, even.is_even) == (Alignment.LEFT, True)


def test_even_footer_counts_only_where_it_is_switched_on(laid: Any) -> None:
    layout = laid(
        f"{paragraph(run('甲'))}<w:sectPr>{REFERENCES}</w:sectPr>",
        footer1=footer("center", ""),
        footer2=footer("left"),
    )
    (only,) = layout.pages[0].page_numbers
    assert (only.align, only.is_dashed) == (Alignment.CENTER, False)


def test_a_section_takes_over_the_footers_before_it(laid: Any) -> None:
    ends = paragraph("", f"<w:sectPr>{REFERENCES}</w:sectPr>")
    layout = laid(f"{ends}{paragraph(run('甲'))}<w:sectPr/>", footer1=footer("right"))
    assert [len(page.page_numbers) for page in layout.pages] == [1, 1]


def test_frame_and_number_format_count(laid: Any) -> None:
    framed = footer("left", "").replace(
        "<w:pPr>", '<w:pPr><w:framePr w:xAlign="outside"/>'
    )
    section = f'{REFERENCES}<w:pgNumType w:fmt="numberInDash"/>'
    layout = laid(
        f"{paragraph(run('甲'))}<w:sectPr>{section}</w:sectPr>", footer1=framed
    )
    (only,) = layout.pages[0].page_numbers
    assert (only.align, only.is_dashed) == (Alignment.OUTSIDE, True)


def row(*texts: str, properties: str = "") -> str:
    cells = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in texts)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def table(*rows: str, width: int = 2000) -> str:
    grid = (
        f'<w:tblGrid><w:gridCol w:w="{width}"/><w:gridCol w:w="{width}"/></w:tblGrid>'
    )
    return f"<w:tbl>{grid}{''.join(rows)}</w:tbl><w:sectPr>{PAGE}</w:sectPr>"


def test_height_of_a_table_is_estimated_from_its_lines(laid: Any) -> None:
    lines = [row("甲", "乙") for _ in range(19)]
    # 20 characters of 10 pt fill two lines of a column of 100 pt.
    (found,) = laid(table(*lines, row("甲", "乙" * 20))).tables
    assert (found.rows, found.repeats_head) == (20, False)
    assert found.height == round(21 * 10 * Decimal("1.3") * Decimal("25.4") / 72)
    assert found.room == 225


def test_repeated_head_is_seen(laid: Any) -> None:
    head = row("名称", "数量", properties="<w:tblHeader/>")
    (found,) = laid(table(head, *[row("甲", "乙")] * 30)).tables
    assert (found.repeats_head, found.height) == (True, 0)


def test_rows_that_end_early_are_ragged_unless_they_say_so(laid: Any) -> None:
    short = "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"
    told = short.replace("<w:tr>", '<w:tr><w:trPr><w:gridAfter w:val="1"/></w:trPr>')
    note = "<w:tr><w:tc><w:p/></w:tc></w:tr>"
    (found,) = laid(table(row("甲", "乙", "丙"), short, told, note)).tables
    assert found.ragged == (2,)


def test_traces_have_kind_author_and_place(laid: Any) -> None:
    inserted = '<w:ins w:author="张三"><w:r><w:t>甲</w:t></w:r></w:ins>'
    hidden = f"{run('乙', '<w:vanish/>')}{run('丙')}"
    deleted = row("丁", properties='<w:del w:author="李四"/>')
    remark = '<w:r><w:commentReference w:id="7"/></w:r>'
    remarked = f"<w:tr><w:tc><w:p>{remark}</w:p></w:tc></w:tr>"
    layout = laid(
        paragraph(inserted) + paragraph(hidden) + table(row("甲"), deleted, remarked),
        comments='<w:comments><w:comment w:id="7" w:author="王五"/></w:comments>',
    )
    assert [(t.kind, t.author, t.at) for t in layout.traces] == [
        (TraceKind.CHANGE, "张三", Source(paragraph=1)),
        (TraceKind.HIDDEN, "", Source(paragraph=2)),
        (TraceKind.CHANGE, "李四", Source(table=1)),
        (TraceKind.COMMENT, "王五", Source(table=1, row=2, column=1)),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>甲</w:t></w:r>',
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> </w:t></w:r>",
        "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r>",
    ],
)
def test_what_hides_no_text_is_no_trace(laid: Any, hidden: str) -> None:
    assert laid(f"<w:p>{hidden}</w:p>").traces == ()


def test_properties_name_who_made_it(package: Any) -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dublin = "http://purl.org/dc/elements/1.1/"
    relations = "".join(
        f'<Relationship Id="{kind}" Type="x/{kind}" Target="{kind}.xml"/>'
        for kind in ("core-properties", "extended-properties")
    )
    data = package(
        {
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body/></w:document>',
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{relations}'
            "</Relationships>",
            "core-properties.xml": f'<c:p xmlns:c="{core}" xmlns:d="{dublin}">'
            "<d:creator>张三</d:creator><c:lastModifiedBy>李四</c:lastModifiedBy></c:p>",
            "extended-properties.xml": f'<p xmlns="{office}/extended-properties">'
            "<Company>某局</Company></p>",
        }
    )
    layout = read_document(data, "甲.docx").layout
    assert layout is not None
    people = layout.properties
    assert (people.creator, people.editor, people.company) == ("张三", "李四", "某局")


def test_formats_that_do_not_say_have_no_layout() -> None:
    assert read_document("一、基本情况".encode(), "甲.txt").layout is None


@pytest.mark.parametrize("part", ["styles", "theme", "footer1", "comments", "settings"])
def test_damaged_side_parts_leave_the_text_readable(laid: Any, part: str) -> None:
    remark = '<w:r><w:commentReference w:id="7"/></w:r>'
    body = f"{paragraph(run('甲') + remark)}<w:sectPr>{REFERENCES}</w:sectPr>"
    layout = laid(body, **{"footer2": footer("left"), part: "<w:broken>"})
    assert list(layout.paragraphs) == [Source(paragraph=1)]


def test_long_hostile_themes_take_no_time(laid: Any) -> None:
    fonts = '<a:font script="Hans" x=""' * 20_000
    theme = f'<a:t xmlns:a="{DRAWING}"><a:minorFont>' + "<a:minorFont>" * 20_000 + fonts
    styles = f"<w:styles>{STYLES}</w:styles>"
    (found,) = laid(
        paragraph(run("甲")), styles=styles, theme=theme
    ).paragraphs.values()
    assert found.font == ""
