"""The styles of official documents, GB/T 9704-2012 5.2 and 7.3 (样式)."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from quanheng.document.table import Table
from quanheng.writers.docx.fonts import (
    FANG_SONG,
    HEI,
    KAI,
    LATIN,
    SONG,
    XIAO_BIAO_SONG,
)
from quanheng.writers.docx.markup import Element, serialised, w
from quanheng.writers.docx.page import LINE_PITCH

SIZE_2: Final = 44
"""2号, in half points."""
SIZE_3: Final = 32
SIZE_4: Final = 28
SIZE_5: Final = 21
SIZE_SMALL_5: Final = 18
SIZE_6: Final = 15
TITLE_PITCH: Final = 700
COVER_PITCH: Final = 760
TABLE_PITCH: Final = 320
"""16 pt between the lines of a table cell."""
CELL_MARGIN: Final = 28
"""Space above and below the text of a cell."""
CELL_SIDE: Final = 52
"""Space to its left and right, together half a 五号 character."""
AFTER_TABLE_PITCH: Final = 240


@dataclass(frozen=True, slots=True)
class TableSize:
    """The font size and spacing of a table (表格字号).

    Attributes:
        key: Suffix of its style IDs.
        size: Font size in half points.
        pitch: Line pitch in twips.
        margin: Space above and below the text of a cell in twips.
        is_close: Whether its page has the narrow margins of a form.
    """

    key: str
    size: int
    pitch: int
    margin: int
    is_close: bool = False

    @property
    def half_width(self) -> int:
        """Width of half a Chinese character in twips."""
        return self.size * 5


TABLE_SIZES: Final = (
    TableSize("", SIZE_5, TABLE_PITCH, CELL_MARGIN),
    TableSize("Close", SIZE_5, 260, 14),
    TableSize("Small", SIZE_SMALL_5, 220, 12),
    TableSize("Small", SIZE_SMALL_5, 220, 12, is_close=True),
    TableSize("Least", SIZE_6, 180, 10, is_close=True),
)
"""五号, tighter, 小五, narrower margins, 六号: the steps to fit a form on one page."""


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style.

    Attributes:
        id: ID in the file.
        name: Its name in Word.
        font: Chinese font, empty = as the base style.
        size: Font size in half points, 0 = as the base style.
        align: ``w:jc`` value.
        indent: First line indent in hundredths of a character.
        pitch: Exact line pitch in twips, 0 = single.
        after: Space after in twips.
        outline: Outline level from 0, None for body text.
        keep_next: Whether it is kept with the next paragraph.
        latin: Latin font, empty = as the base style.
        tracking: Added space between characters in twips; a quarter of a point less
            fits 28 characters in the line of 156 mm.
        custom: Whether it is not a built-in style of Word.
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
    latin: str = ""
    tracking: int = 0
    custom: bool = False


def size_of(block: Table) -> TableSize:
    """The size of a table."""
    return TABLE_SIZES[block.step]


def _heading(level: int, font: str) -> Style:
    return Style(
        f"Heading{level}",
        f"heading {level}",
        font,
        indent=200,
        outline=level - 1,
        keep_next=True,
    )


STYLES: Final = (
    Style(
        "Title",
        "Title",
        XIAO_BIAO_SONG,
        SIZE_2,
        "center",
        pitch=TITLE_PITCH,
        after=LINE_PITCH,
        keep_next=True,
    ),
    _heading(1, HEI),
    _heading(2, KAI),
    _heading(3, FANG_SONG),
    _heading(4, FANG_SONG),
    Style("BodyText", "Body Text", align="both", indent=200, tracking=-5),
    Style("Cover", "Cover", pitch=COVER_PITCH, custom=True),
    Style(
        "AnnexLabel",
        "Annex Label",
        HEI,
        after=LINE_PITCH,
        keep_next=True,
        custom=True,
    ),
    Style("TableText", "Table Text", size=SIZE_5, pitch=TABLE_PITCH, custom=True),
    Style(
        "TableHead", "Table Head", HEI, SIZE_5, "center", pitch=TABLE_PITCH, custom=True
    ),
    *(
        Style(
            f"{name}{size.key}",
            f"{words} {size.key}",
            font,
            size.size,
            align,
            pitch=size.pitch,
            custom=True,
        )
        for size in {size.key: size for size in TABLE_SIZES[1:]}.values()
        for name, words, font, align in (
            ("TableText", "Table Text", "", ""),
            ("TableHead", "Table Head", HEI, "center"),
        )
    ),
    Style(
        "AfterTable", "After Table", size=SIZE_5, pitch=AFTER_TABLE_PITCH, custom=True
    ),
    Style("TOCHeading", "TOC Heading", HEI, align="center"),
    Style("TOC1", "toc 1"),
    Style("TOC2", "toc 2"),
    Style("Footer", "footer", SONG, SIZE_4, pitch=0, latin=SONG),
)
_CONTENTS_INDENT: Final = {"TOC2": 200}


@cache
def styles_part() -> bytes:
    """The part ``word/styles.xml``."""
    return serialised(
        w(
            "styles",
            _defaults(),
            _normal(),
            *map(_style_element, STYLES),
            table_style(),
        )
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
        type="paragraph",
        default=1,
        styleId="Normal",
    )


def _style_element(style: Style) -> Element:
    """A paragraph style based on the norm's ``Normal``."""
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val="Normal"),
        w("next", val="BodyText") if style.outline is not None else None,
        w("qFormat"),
        _paragraph_properties(style, _spacing(style), _indent(style), style.align),
        _run_properties(style, style.size),
        type="paragraph",
        styleId=style.id,
        customStyle=1 if style.custom else None,
    )


def added_style(style: Style, base: str, body: str) -> Element:
    """A paragraph style added to those of a template, based on its ``Normal``.

    Font size and line pitch are inherited; indents and spacing are reset. ``body`` is
    the ID of the style that follows a heading.
    """
    own_pitch = style.pitch not in (0, LINE_PITCH)
    spacing = w(
        "spacing",
        before=0,
        after=style.after,
        line=style.pitch if own_pitch else None,
        lineRule="exact" if own_pitch else None,
    )
    upright = w("ind", left=0, firstLineChars=0, firstLine=0)
    indent = upright if (own := _indent(style)) is None else own
    running = replace(style, tracking=0)
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=base) if base else None,
        w("next", val=body) if style.outline is not None else None,
        w("qFormat"),
        _paragraph_properties(style, spacing, indent, style.align or "left"),
        _run_properties(running, style.size or (SIZE_3 if style.font else 0)),
        type="paragraph",
        styleId=style.id,
        customStyle=1 if style.custom else None,
    )


def _paragraph_properties(
    style: Style, spacing: Element, indent: Element | None, align: str
) -> Element:
    return w(
        "pPr",
        w("keepNext") if style.keep_next else None,
        w("snapToGrid", val=0) if style.pitch != LINE_PITCH else None,
        spacing,
        indent,
        w("jc", val=align) if align else None,
        w("outlineLvl", val=style.outline) if style.outline is not None else None,
    )


def _spacing(style: Style) -> Element:
    if not style.pitch:
        return w("spacing", after=style.after)
    return w("spacing", after=style.after, line=style.pitch, lineRule="exact")


def _indent(style: Style) -> Element | None:
    if style.indent:
        twips = style.indent * SIZE_3 // 10
        return w("ind", firstLineChars=style.indent, firstLine=twips)
    if left := _CONTENTS_INDENT.get(style.id):
        return w("ind", leftChars=left, left=left * SIZE_3 // 10)
    return None


def _run_properties(style: Style, size: int) -> Element:
    return w(
        "rPr",
        _fonts(style.font, style.latin) if style.font else None,
        w("spacing", val=style.tracking) if style.tracking else None,
        w("sz", val=size) if size else None,
        w("szCs", val=size) if size else None,
    )


def table_style(key: str = "TableGrid", name: str = "Table Grid") -> Element:
    """The style of tables, with thin borders."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return w(
        "style",
        w("name", val=name),
        w(
            "tblPr",
            w("tblBorders", *(w(side, val="single", sz=4, space=0) for side in sides)),
        ),
        type="table",
        styleId=key,
    )
