"""A document as the data that the page layout is given (版面数据)."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeAlias

from quanheng.document.blocks import (
    AnnexStart,
    Block,
    Document,
    Heading,
    Paragraph,
)
from quanheng.document.draft_marks import PATTERN
from quanheng.document.pdf_marks import OWN
from quanheng.document.table import Table
from quanheng.writers.characters import storable
from quanheng.writers.docx.arrangement import Arrangement, Stretch, arranged
from quanheng.writers.docx.page import LINE_PITCH, UPRIGHT, Page
from quanheng.writers.docx.paging import Measures, heights_above_tables
from quanheng.writers.docx.styles import (
    AFTER_TABLE_PITCH,
    CELL_MARGIN,
    COVER_PITCH,
    TABLE_PITCH,
    TITLE_PITCH,
)
from quanheng.writers.pdf.table import table_data
from quanheng.writers.pdf.texts import printed

Data: TypeAlias = dict[str, Any]

_TWIPS: Final = 20
"""In a point."""
_MEASURES: Final = {
    "line": LINE_PITCH / _TWIPS,
    "title": TITLE_PITCH / _TWIPS,
    "cover": COVER_PITCH / _TWIPS,
    "table": TABLE_PITCH / _TWIPS,
    "after_table": AFTER_TABLE_PITCH / _TWIPS,
    "cell_margin": CELL_MARGIN / _TWIPS,
}
_COLON: Final = "："
_LONGEST_LABEL: Final = 8


def content(document: Document) -> Data:
    """What the layout sets: cover, contents and stretches of pages."""
    arrangement = arranged(document.blocks)
    return {
        "keyword": OWN,
        "title": " ".join(storable(document.title).split()),
        "marks": PATTERN,
        "measures": _MEASURES,
        "page": _page(UPRIGHT),
        "page_across": _page(UPRIGHT.across()),
        "cover": list(_cover(arrangement.cover)),
        "contents": arrangement.has_contents,
        "stretches": [_stretch(s, arrangement) for s in arrangement.stretches],
    }


def _page(page: Page) -> Data:
    sizes = ("width", "height", "top", "right", "bottom", "left")
    return {name: getattr(page, name) / _TWIPS for name in sizes}


def _cover(blocks: Sequence[Block]) -> Iterator[Data]:
    """The blocks of the cover, the label of a head line apart from its value."""
    for block in blocks:
        data = _block(block, UPRIGHT)
        if isinstance(block, Paragraph):
            label, colon, value = block.text.partition(_COLON)
            named = colon and 0 < len(label) <= _LONGEST_LABEL
            data |= {"label": label, "text": printed(value)} if named else {"label": ""}
        if data:
            yield data


def _stretch(stretch: Stretch, arrangement: Arrangement) -> Data:
    page = UPRIGHT.across() if stretch.across else UPRIGHT
    above = heights_above_tables(stretch, arrangement, Measures())
    blocks = [
        {
            **data,
            # Pages that lie across begin by themselves.
            "new_page": number in arrangement.new_pages
            and not (stretch.across and place == 0),
            "keep": number in arrangement.kept,
        }
        for place, (number, block) in enumerate(stretch.blocks)
        if (data := _block(block, page, above.get(number, 0)))
    ]
    return {"across": stretch.across, "blocks": blocks}


def _block(block: Block, page: Page, above: int = 0) -> Data:
    """A block; empty where it is not printed."""
    room = page.type_width / _TWIPS
    match block:
        case Heading():
            kind = "heading" if block.level else "title"
            return {
                "kind": kind,
                "level": block.level,
                "text": printed(block.text, room),
            }
        case Paragraph():
            text = printed(block.text, room)
            return {"kind": "paragraph", "text": text, "align": block.align}
        case AnnexStart():
            return {"kind": "annex", "text": printed(block.label, room)}
        case Table():
            return {"kind": "table", **table_data(block, page, above)}
        case _:
            return {}
