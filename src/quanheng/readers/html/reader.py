"""Reader of web pages (html, mht) (读取网页)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from lxml import etree

from quanheng.core.source import Source
from quanheng.document.blocks import Block, Document, Heading
from quanheng.document.headings import printed_level, text_blocks, with_title
from quanheng.document.table import Table
from quanheng.readers.detect import Format, detect
from quanheng.readers.html.archive import page_of_archive
from quanheng.readers.html.page import decode_page, parse_page
from quanheng.readers.html.pieces import Pieces, Text
from quanheng.readers.html.table import lay_out, rows_in_groups
from quanheng.readers.limits import PlaceBudget, check_depth
from quanheng.readers.word.fields import is_damaged_entry

_FEWEST_ENTRIES: Final = 3
"""Fewest consecutive links of a table of contents."""
_CONTENTS_TITLE: Final = re.compile(r"目\s*录")


class HtmlReader:
    """Reads web pages as browsers show them, without opening any other file.

    Hidden elements, scripts, navigation and tables of contents are skipped. List
    numbers are part of the text.

    Places: blocks of text outside tables count from 1; tables count from 1 in
    reading order, nested ones after the table that contains them; rows and columns
    are those of the grid.
    """

    def read(self, data: bytes, name: str) -> Document:
        """The headings, paragraphs and tables of a page.

        Raises:
            UnreadableFileError: The page holds no text, is damaged or too large.
        """
        is_archive = detect(data) is Format.MHTML
        page, charset = page_of_archive(data) if is_archive else (data, "")
        root = parse_page(decode_page(page, charset))
        budget = PlaceBudget()
        pieces = [] if root is None else _pieces(root, budget)
        return Document(name, with_title(_blocks(pieces, budget)))


def _pieces(root: etree._Element, budget: PlaceBudget) -> list[Text | etree._Element]:
    """The pieces without a table of contents (目录) and its title."""
    kept: list[Text | etree._Element] = []
    for is_link, run in groupby(_counted(root, budget), key=_is_link):
        group = list(run)
        if is_link and len(group) >= _FEWEST_ENTRIES:
            if kept and isinstance(kept[-1], Text):
                title = _CONTENTS_TITLE.fullmatch(kept[-1].text)
                kept = kept[:-1] if title else kept
            group = [entry for entry in group if is_damaged_entry(_text([entry]))]
        kept += group
    return kept


def _counted(
    root: etree._Element, budget: PlaceBudget
) -> Iterator[Text | etree._Element]:
    for piece in Pieces().of(root):
        budget.spend(1)
        yield piece


def _is_link(piece: Text | etree._Element) -> bool:
    return isinstance(piece, Text) and piece.is_link


def _blocks(
    pieces: Sequence[Text | etree._Element], budget: PlaceBudget
) -> Iterator[Block]:
    tables = _Tables(budget)
    shift = _shift([piece for piece in pieces if isinstance(piece, Text)])
    count, above = 0, ""
    for piece in pieces:
        if isinstance(piece, Text):
            count += 1
            level = None if piece.level is None else max(0, piece.level - shift)
            for block in text_blocks(piece.text, Source(paragraph=count), level):
                yield block
                above = block.text if isinstance(block, Heading) else above
            continue
        caption = _caption(piece)
        if caption and caption != above:
            count += 1
            yield from text_blocks(caption, Source(paragraph=count))
        yield from tables.read(piece)


def _shift(texts: Sequence[Text]) -> int:
    """The difference between element levels and heading levels.

    A usual page has one ``h1``, its title, above the chapters.
    """
    levels = [text.level for text in texts if text.level is not None]
    if not levels or 0 in levels:
        return 0
    first = next(text for text in texts if text.level is not None)
    if levels.count(1) == 1 and first.level == 1 and not printed_level(first.text):
        return 1
    return min(levels) - 1


def _caption(table: etree._Element) -> str:
    caption = next(table.iterchildren("caption"), None)
    return "" if caption is None else _text(Pieces().of(caption))


def _text(pieces: Iterable[Text | etree._Element]) -> str:
    return "\n".join(piece.text for piece in pieces if isinstance(piece, Text))


class _Tables:
    def __init__(self, budget: PlaceBudget) -> None:
        self._budget = budget
        self._count = 0

    def read(self, table: etree._Element) -> Iterator[Table]:
        """A table, then those nested in its cells."""
        waiting = [(table, 1)]
        while waiting:
            element, depth = waiting.pop()
            check_depth(depth)
            nested: list[etree._Element] = []
            groups = rows_in_groups(element)
            cells = (cell for rows in groups for row in rows for cell in row)
            texts = (_cell_text(cell, nested) for cell in cells)
            grid = lay_out(groups, texts, self._budget)
            waiting += ((inner, depth + 1) for inner in reversed(nested))
            if grid.areas:
                self._count += 1
                yield grid.table(self._count)


def _cell_text(cell: etree._Element, nested: list[etree._Element]) -> str:
    pieces = list(Pieces().of(cell))
    nested += (piece for piece in pieces if not isinstance(piece, Text))
    return _text(pieces)
