"""The body of a Word file: headings, paragraphs, tables, annexes (正文)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import Final, assert_never

from quanheng.document.blocks import (
    AnnexStart,
    Block,
    Contents,
    Document,
    Folded,
    Heading,
    Paragraph,
)
from quanheng.document.chart import Chart
from quanheng.document.table import Align, Table
from quanheng.writers.docx.contents import Entry, contents
from quanheng.writers.docx.markup import Element, runs, w
from quanheng.writers.docx.page import LINE_PITCH, section_properties
from quanheng.writers.docx.paging import LINES_ON_PAGE, page_numbers
from quanheng.writers.docx.table import table

_DEEPEST_IN_CONTENTS: Final = 2
_DEEPEST_HEADING: Final = 4
_COVER_TOP: Final = 3000
"""Twips above the title of a cover page."""


def body(document: Document) -> Element:
    """The element ``w:document``.

    What stands before the contents is a cover. What follows them begins a page, and
    so does every further title.
    """
    blocks = document.blocks
    start = next((i for i, b in enumerate(blocks) if isinstance(b, Contents)), -1)
    new_pages = _new_pages(blocks, start)
    entries = _entries(blocks, start, new_pages)
    elements = list(_cover(blocks[: max(start, 0)]))
    if entries:
        elements.append(contents(list(entries.values())))
    for number, block in enumerate(blocks[start + 1 :], start + 1):
        new_page = number in new_pages
        elements += _written(block, entries.get(number), new_page=new_page)
    return w("document", w("body", *elements, section_properties()))


def _new_pages(blocks: Sequence[Block], start: int) -> frozenset[int]:
    """Numbers of the blocks that begin a page."""
    titles = (
        number
        for number, (before, block) in enumerate(pairwise(blocks), 1)
        if isinstance(block, Heading) and block.level == 0
        if not isinstance(before, AnnexStart)
    )
    annexes = (n for n, block in enumerate(blocks) if isinstance(block, AnnexStart))
    first = {start + 1} if start >= 0 else set()
    return frozenset({*titles, *annexes, *first})


def _entries(
    blocks: Sequence[Block], start: int, new_pages: frozenset[int]
) -> dict[int, Entry]:
    """What the contents name: headings by their number among the blocks."""
    headings = {
        number: block
        for number, block in enumerate(blocks)
        if isinstance(block, Heading) and 1 <= block.level <= _DEEPEST_IN_CONTENTS
    }
    if start < 0 or not headings:
        return {}
    own_pages = ceil((len(headings) + 1) / LINES_ON_PAGE)
    first_page = min(start, 1) + own_pages + 1
    pages = page_numbers(list(enumerate(blocks))[start + 1 :], first_page, new_pages)
    return {
        number: Entry(number, heading.text, heading.level, pages.get(number, 1))
        for number, heading in headings.items()
    }


def _cover(blocks: Sequence[Block]) -> Iterator[Element]:
    for block in blocks:
        if isinstance(block, Heading):
            yield _paragraph(
                block.text, "Title", before=_COVER_TOP, after=2 * LINE_PITCH
            )
        elif isinstance(block, Paragraph):
            yield _paragraph(block.text, "Cover", align=block.align)
        else:
            yield from _written(block, None, new_page=False)


def _written(block: Block, entry: Entry | None, *, new_page: bool) -> Iterator[Element]:
    match block:
        case Heading():
            yield _heading(block, entry, new_page=new_page)
        case Paragraph():
            yield _paragraph(
                block.text, "BodyText", align=block.align, new_page=new_page
            )
        case Table():
            yield table(block)
            # Two tables without a paragraph between them would join into one.
            yield w("p", w("pPr", w("pStyle", val="AfterTable")))
        case AnnexStart():
            yield _paragraph(block.label, "AnnexLabel")
        case Contents() | Chart() | Folded():
            return
        case _:
            assert_never(block)


def _heading(block: Heading, entry: Entry | None, *, new_page: bool) -> Element:
    if block.level == 0:
        return _paragraph(block.text, "Title", new_page=new_page)
    style = f"Heading{min(block.level, _DEEPEST_HEADING)}"
    element = _paragraph(block.text, style, new_page=new_page)
    if entry:
        bookmark = w("bookmarkStart", id=entry.number, name=entry.bookmark)
        element.insert(1, bookmark)
        element.append(w("bookmarkEnd", id=entry.number))
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
