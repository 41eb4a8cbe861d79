"""The body of a Word file: headings, paragraphs, tables, annexes (正文)."""

from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from quanheng.document.blocks import (
    AnnexStart,
    Block,
    Contents,
    Document,
    Heading,
    Paragraph,
)
from quanheng.document.table import Align, Table
from quanheng.writers.docx.contents import Entry, contents
from quanheng.writers.docx.markup import Element, runs, w
from quanheng.writers.docx.page import section_properties
from quanheng.writers.docx.table import table

_DEEPEST_IN_CONTENTS: Final = 2
_DEEPEST_HEADING: Final = 4
_COVER_TOP: Final = 3000
"""Twips above the title of a cover page."""


def body(document: Document) -> Element:
    """The element ``w:document``.

    What stands before the contents is a cover; what follows them begins a page.
    """
    blocks = document.blocks
    start = next((i for i, b in enumerate(blocks) if isinstance(b, Contents)), -1)
    entries = _entries(blocks)
    elements = list(_cover(blocks[: max(start, 0)]))
    if entries and start >= 0:
        elements.append(contents(list(entries.values())))
    for number, block in enumerate(blocks[start + 1 :], start + 1):
        new_page = start >= 0 and number == start + 1
        elements += _written(block, entries.get(number), new_page=new_page)
    return w("document", w("body", *elements, section_properties()))


def _entries(blocks: Sequence[Block]) -> dict[int, Entry]:
    """The headings that the contents name, by their number among the blocks."""
    return {
        number: Entry(block.text, block.level, f"_Toc{number:08d}")
        for number, block in enumerate(blocks)
        if isinstance(block, Heading) and 1 <= block.level <= _DEEPEST_IN_CONTENTS
    }


def _cover(blocks: Sequence[Block]) -> Iterator[Element]:
    for block in blocks:
        if isinstance(block, Heading):
            title = _paragraph(block.text, "Title", before=_COVER_TOP, after=1200)
            yield title
        elif isinstance(block, Paragraph):
            yield _paragraph(block.text, "Cover", align=block.align)
        else:
            yield from _written(block, None, new_page=False)


def _written(block: Block, entry: Entry | None, *, new_page: bool) -> Iterator[Element]:
    match block:
        case Heading():
            yield _heading(block, entry, new_page=new_page)
        case Paragraph():
            style = "BodyText"
            yield _paragraph(block.text, style, align=block.align, new_page=new_page)
        case Table():
            yield table(block)
            # Two tables without a paragraph between them would join into one.
            yield w("p", w("pPr", w("pStyle", val="AfterTable")))
        case AnnexStart():
            yield _paragraph(block.label, "AnnexLabel")
        case Contents():
            return
        case _:
            assert_never(block)


def _heading(block: Heading, entry: Entry | None, *, new_page: bool) -> Element:
    if block.level == 0:
        return _paragraph(block.text, "Title", new_page=new_page, after=579)
    style = f"Heading{min(block.level, _DEEPEST_HEADING)}"
    element = _paragraph(block.text, style, new_page=new_page)
    if entry:
        number = int(entry.bookmark.removeprefix("_Toc"))
        element.insert(1, w("bookmarkStart", id=number, name=entry.bookmark))
        element.append(w("bookmarkEnd", id=number))
    return element


def _paragraph(
    content: str,
    style: str,
    *,
    align: Align = Align.LEFT,
    new_page: bool = False,
    before: int | None = None,
    after: int | None = None,
) -> Element:
    spaced = before is not None or after is not None
    properties = w(
        "pPr",
        w("pStyle", val=style),
        w("pageBreakBefore") if new_page else None,
        w("spacing", before=before, after=after) if spaced else None,
        # A centred or right-hand line has no first-line indent.
        w("ind", firstLineChars=0, firstLine=0) if align is not Align.LEFT else None,
        w("jc", val=align.value) if align is not Align.LEFT else None,
    )
    return w("p", properties, *runs(content))
