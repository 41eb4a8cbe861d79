"""A document as data for the typesetter (版面数据)."""

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
from quanheng.writers.docx.cover.plan import parted, planned
from quanheng.writers.docx.page import LINE_PITCH, UPRIGHT, Page
from quanheng.writers.docx.paging.arrangement import Arrangement, Stretch, arranged
from quanheng.writers.docx.paging.estimate import (
    TITLE_HALF_WIDTH,
    Measures,
    heights_above_tables,
    title_room,
)
from quanheng.writers.docx.paging.fitting import fitted
from quanheng.writers.docx.styles import (
    AFTER_TABLE_PITCH,
    COVER_PITCH,
    TABLE_PITCH,
    TITLE_PITCH,
)
from quanheng.writers.pdf.table import TWIPS, table_data
from quanheng.writers.pdf.texts import printed
from quanheng.writers.titles import title_width

Data: TypeAlias = dict[str, Any]

_MEASURES: Final = {
    "line": LINE_PITCH / TWIPS,
    "title": TITLE_PITCH / TWIPS,
    "cover": COVER_PITCH / TWIPS,
    "table": TABLE_PITCH / TWIPS,
    "after_table": AFTER_TABLE_PITCH / TWIPS,
}


def content(document: Document) -> Data:
    """The data to typeset: cover, contents and stretches of pages."""
    blocks = fitted(document.blocks, Measures())
    arrangement = arranged(blocks)
    return {
        "keyword": OWN,
        "title": " ".join(storable(document.title).split()),
        "marks": PATTERN,
        "measures": _MEASURES,
        "page": _page(UPRIGHT),
        "page_across": _page(UPRIGHT.across()),
        "page_close": _page(UPRIGHT.closed()),
        "page_across_close": _page(UPRIGHT.across().closed()),
        "cover": list(_cover(arrangement.cover)),
        "cover_top": planned(arrangement.cover, Measures()).top / TWIPS,
        "contents": arrangement.has_contents
        and any(isinstance(block, Heading) and block.level for block in blocks),
        "stretches": [_stretch(s, arrangement) for s in arrangement.stretches],
    }


def _page(page: Page) -> Data:
    sizes = ("width", "height", "top", "right", "bottom", "left")
    return {name: getattr(page, name) / TWIPS for name in sizes}


def _cover(blocks: Sequence[Block]) -> Iterator[Data]:
    """The blocks of the cover, with labels separate from values."""
    for block in blocks:
        data = _block(block, UPRIGHT)
        if isinstance(block, Paragraph):
            label, value = parted(block.text)
            data |= {"label": label, "text": printed(value)}
        if data:
            yield data


def _stretch(stretch: Stretch, arrangement: Arrangement) -> Data:
    page = stretch.page(UPRIGHT)
    above = heights_above_tables(stretch, arrangement, Measures())
    blocks = [
        {
            **data,
            # Stretches of other orientation or margins begin a page by themselves.
            "new_page": number in arrangement.new_pages
            and not ((stretch.across or stretch.is_close) and place == 0),
            "keep": number in arrangement.kept,
            "joined": number in arrangement.joined,
        }
        for place, (number, block) in enumerate(stretch.blocks)
        if (data := _block(block, page, above.get(number, 0)))
    ]
    return {"across": stretch.across, "close": stretch.is_close, "blocks": blocks}


def _block(block: Block, page: Page, above: int = 0) -> Data:
    """A block, empty if it is not printed."""
    room = page.type_width / TWIPS
    match block:
        case Heading():
            text = printed(block.text, room)
            if block.level:
                return {"kind": "heading", "level": block.level, "text": text}
            width = title_width(block.text, title_room(page)) * TITLE_HALF_WIDTH
            return {"kind": "title", "text": text, "width": width / TWIPS}
        case Paragraph():
            text = printed(block.text, room)
            kind = "note" if block.is_small else "paragraph"
            return {"kind": kind, "text": text, "align": block.align}
        case AnnexStart():
            return {"kind": "annex", "text": printed(block.label, room)}
        case Table():
            return {"kind": "table", **table_data(block, page, above)}
        case _:
            return {}
