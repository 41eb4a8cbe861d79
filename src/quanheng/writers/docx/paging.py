"""On which page a heading comes to stand, before Word has laid it out (分页估算).

Paragraphs have a fixed pitch and tables exact lines, so that the pages can be
counted nearly as Word does; it computes the numbers anew when the file is opened.
"""

from collections.abc import Iterable, Mapping, Set
from math import ceil
from typing import Final

from quanheng.document.blocks import AnnexStart, Block, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.writers.characters import display_width
from quanheng.writers.docx.page import LINE_PITCH, TYPE_AREA_HEIGHT
from quanheng.writers.docx.styles import (
    AFTER_TABLE_PITCH,
    CELL_MARGIN,
    TABLE_PITCH,
    TITLE_PITCH,
)
from quanheng.writers.docx.table import column_widths, is_kept_together
from quanheng.writers.widths import row_lines

LINES_ON_PAGE: Final = TYPE_AREA_HEIGHT // LINE_PITCH
_LINE: Final = 56
"""Half-width columns of a line of body text: 28 characters."""
_TITLE_LINE: Final = 40
_INDENT: Final = 4
_HALF_WIDTH: Final = 105
"""Twips of half a 五号 character."""


def page_numbers(
    blocks: Iterable[tuple[int, Block]], first_page: int, new_pages: Set[int]
) -> Mapping[int, int]:
    """Pages of the headings.

    Args:
        blocks: The blocks of the body with their numbers.
        first_page: Page that the body begins on.
        new_pages: Numbers of the blocks that begin a page.

    Returns:
        Number of a heading → its page.
    """
    pages = _Pages(first_page)
    for number, block in blocks:
        pieces = _pieces(block)
        if number in new_pages:
            pages.settle()
            pages.turn()
        if isinstance(block, Heading | AnnexStart):
            pages.hold(number, pieces)
        elif pieces:
            pages.settle(pieces[0])
            pages.place(pieces)
    pages.settle()
    return pages.found


class _Pages:
    """Fills pages from the top; a heading waits for what follows it."""

    def __init__(self, first: int) -> None:
        self.found: dict[int, int] = {}
        self._page = first
        self._used = 0
        self._waiting: list[tuple[int, list[int]]] = []

    def hold(self, number: int, pieces: list[int]) -> None:
        """Keep a heading until it is known what it must stay with."""
        self._waiting.append((number, pieces))

    def settle(self, following: int = 0) -> None:
        """Place the waiting headings on one page with what follows."""
        waiting, self._waiting = self._waiting, []
        self._make_room(sum(sum(pieces) for _, pieces in waiting) + following)
        for number, pieces in waiting:
            self.place(pieces)
            self.found[number] = self._page

    def place(self, pieces: list[int]) -> None:
        """Place heights that may be parted between each other."""
        for height in pieces:
            self._make_room(height)
            self._used += height

    def turn(self) -> None:
        """Begin a page, unless this one is still empty."""
        if self._used:
            self._page += 1
            self._used = 0

    def _make_room(self, height: int) -> None:
        if self._used + height > TYPE_AREA_HEIGHT:
            self.turn()


def _pieces(block: Block) -> list[int]:
    """Heights in twips that a page break may fall between."""
    match block:
        case Heading(level=0):
            lines = ceil(display_width(block.text) / _TITLE_LINE)
            return [TITLE_PITCH * lines + LINE_PITCH]
        case Heading() | Paragraph():
            parts = block.text.split("\n")
            widths = (display_width(part) + _INDENT for part in parts)
            return [LINE_PITCH] * sum(ceil(width / _LINE) for width in widths)
        case AnnexStart():
            return [2 * LINE_PITCH]
        case Table():
            return [*_rows(block), AFTER_TABLE_PITCH]
        case _:
            return []


def _rows(block: Table) -> list[int]:
    widths = [width / _HALF_WIDTH for width in column_widths(block)]
    heights = [
        lines * TABLE_PITCH + CELL_MARGIN * 2 for lines in row_lines(block, widths)
    ]
    return [sum(heights)] if is_kept_together(block) else heights
