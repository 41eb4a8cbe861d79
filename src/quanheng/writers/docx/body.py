"""The body of Word files: headings, paragraphs, tables, annexes (正文)."""

from collections.abc import Iterator, Mapping, Sequence
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
from quanheng.document.table import Table
from quanheng.writers.docx.contents import Entry, contents
from quanheng.writers.docx.cover.cover import cover
from quanheng.writers.docx.cover.plan import planned
from quanheng.writers.docx.markup import Element, name_of, w
from quanheng.writers.docx.page import Page
from quanheng.writers.docx.paging.arrangement import Arrangement, Stretch, arranged
from quanheng.writers.docx.paging.estimate import (
    Measures,
    heights_above_tables,
    page_numbers,
)
from quanheng.writers.docx.paging.fitting import fitted
from quanheng.writers.docx.paragraph import paragraph, titled
from quanheng.writers.docx.stationery import Stationery
from quanheng.writers.docx.table import table

_DEEPEST_IN_CONTENTS: Final = 2
_DEEPEST_HEADING: Final = 4
_PARAGRAPH: Final = name_of("p")
_TABLE: Final = name_of("tbl")
_UPRIGHT: Final = Stretch(across=False, is_close=False, blocks=())
_LOWEST_LINE: Final = 14
"""Twips: 0.7 pt, Word's lowest line pitch."""


def body(document: Document, stationery: Stationery) -> Element:
    """The element ``w:document``.

    Blocks before the contents form a cover without a page number. The block after
    them, every annex and every further title begin a page.
    """
    measures = stationery.measures
    blocks = fitted(document.blocks, measures)
    arrangement = arranged(blocks)
    entries = _entries(blocks, arrangement, measures)
    elements = list(cover(arrangement.cover, measures))
    if entries:
        elements.append(contents(list(entries.values()), measures.page.type_width))
    lies, is_first, has_cover = _UPRIGHT, True, bool(arrangement.cover)
    for stretch in arrangement.stretches:
        turned = not lies.is_like(stretch) and bool(elements)
        if turned:
            section = stationery.section(lies, is_first=is_first, has_cover=has_cover)
            if elements[-1].tag != _PARAGRAPH:
                elements.append(_hairline())
            elements[-1][0].append(section)
            is_first = False
        lies = stretch
        elements += _stretch(stretch, arrangement, measures, entries, turned=turned)
    if elements and elements[-1].tag == _TABLE:
        elements.append(_hairline())
    last = stationery.section(lies, is_first=is_first, has_cover=has_cover)
    return w("document", w("body", *elements, last))


def _stretch(
    stretch: Stretch,
    arrangement: Arrangement,
    measures: Measures,
    entries: Mapping[int, Entry],
    *,
    turned: bool,
) -> Iterator[Element]:
    """The blocks of a stretch; if ``turned``, its section begins a page by itself."""
    page = stretch.page(measures.page)
    above = heights_above_tables(stretch, arrangement, measures)
    for place, (number, block) in enumerate(stretch.blocks):
        begins = number in arrangement.new_pages and not (turned and place == 0)
        if isinstance(block, Table):
            if begins:
                yield _hairline(new_page=True)
            yield table(block, page, above[number])
            # Adjacent tables would merge without a paragraph in between. After a full
            # page the paragraph would leave an empty one.
            if not arrangement.ends_page(number):
                yield w("p", w("pPr", w("pStyle", val="AfterTable")))
        else:
            joins = number in arrangement.kept or number in arrangement.joined
            entry = entries.get(number)
            yield from _written(block, page, entry, new_page=begins, joins=joins)


def _hairline(*, new_page: bool = False) -> Element:
    """A required paragraph, so low that it fits on a full page."""
    low = w("spacing", line=_LOWEST_LINE, lineRule="exact")
    breaks = w("pageBreakBefore") if new_page else None
    return w("p", w("pPr", w("pStyle", val="AfterTable"), breaks, low))


def _entries(
    blocks: Sequence[Block], arrangement: Arrangement, measures: Measures
) -> dict[int, Entry]:
    """The entries of the contents, by the block numbers of the headings."""
    headings = {
        number: block
        for number, block in enumerate(blocks)
        if isinstance(block, Heading) and 1 <= block.level <= _DEEPEST_IN_CONTENTS
    }
    if not arrangement.has_contents or not headings:
        return {}
    lines = 1 + sum(
        measures.lines(heading.text, measures.page) for heading in headings.values()
    )
    own_pages = ceil(lines / measures.entries_on_page)
    first_page = planned(arrangement.cover, measures).pages + own_pages + 1
    pages = page_numbers(arrangement, first_page, measures)
    return {
        number: Entry(number, heading.text, heading.level, pages.get(number, 1))
        for number, heading in headings.items()
    }


def _written(
    block: Heading | Paragraph | AnnexStart | Contents | Chart | Folded,
    page: Page,
    entry: Entry | None,
    *,
    new_page: bool,
    joins: bool,
) -> Iterator[Element]:
    match block:
        case Heading():
            yield _heading(block, page, entry, new_page=new_page, joins=joins)
        case Paragraph():
            style = "TableText" if block.is_small else "BodyText"
            yield paragraph(
                block.text, style, align=block.align, new_page=new_page, keep=joins
            )
        case AnnexStart():
            yield paragraph(block.label, "AnnexLabel", new_page=new_page)
        case Contents() | Chart() | Folded():
            return
        case _:
            assert_never(block)


def _heading(
    block: Heading, page: Page, entry: Entry | None, *, new_page: bool, joins: bool
) -> Element:
    if block.level == 0:
        after = 0 if joins else None
        return titled(block.text, page, new_page=new_page, after=after)
    style = f"Heading{min(block.level, _DEEPEST_HEADING)}"
    element = paragraph(block.text, style, new_page=new_page)
    if entry:
        bookmark = w("bookmarkStart", id=entry.number, name=entry.bookmark)
        element.insert(1, bookmark)
        element.append(w("bookmarkEnd", id=entry.number))
    return element
