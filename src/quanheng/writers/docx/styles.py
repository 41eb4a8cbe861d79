"""The styles of an official document, GB/T 9704-2012 5.2 and 7.3 (样式)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from quanheng.writers.docx.markup import Element, serialised, w
from quanheng.writers.docx.page import LINE_PITCH, TYPE_AREA_WIDTH

LATIN: Final = "Times New Roman"
XIAO_BIAO_SONG: Final = "方正小标宋简体"
HEI: Final = "黑体"
KAI: Final = "楷体_GB2312"
FANG_SONG: Final = "仿宋_GB2312"
SONG: Final = "宋体"

SIZE_2: Final = 44
"""2号, in half points."""
SIZE_3: Final = 32
SIZE_4: Final = 28
SIZE_5: Final = 21
TITLE_PITCH: Final = 700
TABLE_PITCH: Final = 320
"""16 pt between the lines of a table cell."""
CELL_MARGIN: Final = 28
"""Space above and below the text of a cell."""
AFTER_TABLE_PITCH: Final = 240


@dataclass(frozen=True, slots=True)
class _Style:
    """One paragraph style.

    Attributes:
        id: Its id in the file.
        name: The name Word knows it by.
        font: Chinese font, empty = as the base style.
        size: In half points, 0 = as the base style.
        align: ``w:jc`` value.
        indent: First line indent in hundredths of a character.
        pitch: Exact line pitch in twips, 0 = single.
        after: Space after in twips.
        outline: Outline level from 0, None for body text.
        keep_next: Whether it stays with the next paragraph.
        new_page: Whether it begins a page.
        latin: Latin font, empty = as the base style.
        tracking: Added space between characters in twips; a quarter of a point less
            lets 28 characters fill the line of 156 mm.
        custom: Whether Word has no style of that name of its own.
    """

    id: str
    name: str
    font: str = ""
    size: int = 0
    align: str = ""
    indent: int = 0
    pitch: int = LINE_PITCH
    after: int = 0
    outline: int | None = None
    keep_next: bool = False
    new_page: bool = False
    latin: str = ""
    tracking: int = 0
    custom: bool = False


def _heading(level: int, font: str) -> _Style:
    return _Style(
        f"Heading{level}",
        f"heading {level}",
        font,
        indent=200,
        outline=level - 1,
        keep_next=True,
    )


_STYLES: Final = (
    _Style(
        "Title",
        "Title",
        XIAO_BIAO_SONG,
        SIZE_2,
        "center",
        pitch=TITLE_PITCH,
        after=LINE_PITCH,
    ),
    _heading(1, HEI),
    _heading(2, KAI),
    _heading(3, FANG_SONG),
    _heading(4, FANG_SONG),
    _Style("BodyText", "Body Text", align="both", indent=200, tracking=-5),
    _Style("Cover", "Cover", indent=400, custom=True),
    _Style(
        "AnnexLabel",
        "Annex Label",
        HEI,
        after=LINE_PITCH,
        keep_next=True,
        new_page=True,
        custom=True,
    ),
    _Style("TableText", "Table Text", size=SIZE_5, pitch=TABLE_PITCH, custom=True),
    _Style(
        "TableHead", "Table Head", HEI, SIZE_5, "center", pitch=TABLE_PITCH, custom=True
    ),
    _Style(
        "AfterTable", "After Table", size=SIZE_5, pitch=AFTER_TABLE_PITCH, custom=True
    ),
    _Style("TOCHeading", "TOC Heading", HEI, align="center", new_page=True),
    _Style("TOC1", "toc 1"),
    _Style("TOC2", "toc 2"),
    _Style("Footer", "footer", SONG, SIZE_4, pitch=0, latin=SONG),
)
_CONTENTS_INDENT: Final = {"TOC1": 0, "TOC2": 200}


@cache
def styles_part() -> bytes:
    """The part ``word/styles.xml``."""
    return serialised(
        w("styles", _defaults(), _normal(), *_paragraph_styles(), _table_style())
    )


def _defaults() -> Element:
    characters = w(
        "rPr",
        _fonts(FANG_SONG, LATIN),
        w("sz", val=SIZE_3),
        w("szCs", val=SIZE_3),
        w("lang", val="en-US", eastAsia="zh-CN"),
    )
    return w("docDefaults", w("rPrDefault", characters), w("pPrDefault", w("pPr")))


def _fonts(chinese: str, latin: str) -> Element:
    return w(
        "rFonts",
        ascii=latin or None,
        hAnsi=latin or None,
        eastAsia=chinese or None,
        cs=latin or None,
    )


def _normal() -> Element:
    return w(
        "style",
        w("name", val="Normal"),
        w("qFormat"),
        w("pPr", w("widowControl", val=0)),
        type="paragraph",
        default=1,
        styleId="Normal",
    )


def _paragraph_styles() -> Iterator[Element]:
    for style in _STYLES:
        yield w(
            "style",
            w("name", val=style.name),
            w("basedOn", val="Normal"),
            w("next", val="BodyText") if style.outline is not None else None,
            w("qFormat"),
            _paragraph_properties(style),
            _run_properties(style),
            type="paragraph",
            styleId=style.id,
            customStyle=1 if style.custom else None,
        )


def _paragraph_properties(style: _Style) -> Element:
    return w(
        "pPr",
        w("keepNext") if style.keep_next else None,
        w("pageBreakBefore") if style.new_page else None,
        _tabs(style),
        w("snapToGrid", val=0) if style.pitch != LINE_PITCH else None,
        _spacing(style),
        _indent(style),
        w("jc", val=style.align) if style.align else None,
        w("outlineLvl", val=style.outline) if style.outline is not None else None,
    )


def _tabs(style: _Style) -> Element | None:
    if style.id not in _CONTENTS_INDENT:
        return None
    leader = w("tab", val="right", leader="dot", pos=TYPE_AREA_WIDTH)
    return w("tabs", leader)


def _spacing(style: _Style) -> Element:
    if not style.pitch:
        return w("spacing", after=style.after)
    return w("spacing", after=style.after, line=style.pitch, lineRule="exact")


def _indent(style: _Style) -> Element | None:
    if style.indent:
        twips = style.indent * SIZE_3 // 10
        return w("ind", firstLineChars=style.indent, firstLine=twips)
    if left := _CONTENTS_INDENT.get(style.id):
        return w("ind", leftChars=left, left=left * SIZE_3 // 10)
    return None


def _run_properties(style: _Style) -> Element:
    return w(
        "rPr",
        _fonts(style.font, style.latin) if style.font else None,
        w("spacing", val=style.tracking) if style.tracking else None,
        w("sz", val=style.size) if style.size else None,
        w("szCs", val=style.size) if style.size else None,
    )


def _table_style() -> Element:
    """Thin lines all round."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return w(
        "style",
        w("name", val="Table Grid"),
        w(
            "tblPr",
            w("tblBorders", *(w(side, val="single", sz=4, space=0) for side in sides)),
            w(
                "tblCellMar",
                w("top", w=CELL_MARGIN, type="dxa"),
                w("left", w=57, type="dxa"),
                w("bottom", w=CELL_MARGIN, type="dxa"),
                w("right", w=57, type="dxa"),
            ),
        ),
        type="table",
        styleId="TableGrid",
    )
