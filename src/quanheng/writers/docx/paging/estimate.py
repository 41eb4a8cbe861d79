"""Estimate the page numbers of headings (分页估算).

Paragraphs and tables have an exact line pitch, so that pages can be counted as Word
counts them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from quanheng.document.blocks import AnnexStart, Block, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.writers.docx.lines import line_count
from quanheng.writers.docx.page import LINE_PITCH, UPRIGHT, Page
from quanheng.writers.docx.paging.arrangement import Arrangement, Stretch
from quanheng.writers.docx.styles import (
    AFTER_TABLE_PITCH,
    TABLE_PITCH,
    TABLE_SIZES,
    TITLE_PITCH,
)
from quanheng.writers.docx.table import row_heights, rows_kept_with_next
from quanheng.writers.titles import title_lines

_INDENT: Final = 4
"""First-line indent in half-width columns."""
TITLE_HALF_WIDTH: Final = 220
"""Width of half a 2号 character in twips."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Dimensions of text lines in twips (行距字距).

    Attributes:
        page: The portrait page.
        pitch: Line pitch of the text.
        half_width: Width of half a Chinese character.
        headings: Line pitch and surrounding space of each heading level.
        contents: Line pitch of the contents.
    """

    page: Page = UPRIGHT
    pitch: int = LINE_PITCH
    half_width: float = 157.5
    headings: tuple[tuple[int, int], ...] = ((LINE_PITCH, 0),) * 4
    contents: int = LINE_PITCH

    @property
    def entries_on_page(self) -> int:
        """Lines of contents on a page."""
        return max(1, self.page.type_height // self.contents)

    def lines(self, text: str, page: Page) -> int:
        """Lines of a paragraph."""
        return line_count(text, page.type_width / self.half_width, _INDENT)


def page_numbers(
    arrangement: Arrangement, first_page: int, measures: Measures
) -> Mapping[int, int]:
    """The page of each heading, by block number, if the body begins on a page."""
    pages = _Pages(first_page)
    for stretch in arrangement.stretches:
        page = stretch.page(measures.page)
        pages.begin_stretch(page.type_height)
        above = heights_above_tables(stretch, arrangement, measures)
        for number, block in stretch.blocks:
            if number in arrangement.new_pages:
                pages.settle()
                pages.turn()
            pieces = list(_pieces(block, page, measures, above.get(number, 0)))
            if isinstance(block, Heading | AnnexStart):
                pages.hold(number, pieces)
            elif pieces:
                pages.settle(pieces[0])
                ending = pieces[-1:] if number in arrangement.kept else []
                rest = pieces[: len(pieces) - len(ending)]
                pages.place(rest, head=_head(block, page))
                if ending:
                    pages.hold(number, ending)
            if isinstance(block, Table) and not arrangement.ends_page(number):
                pages.place([AFTER_TABLE_PITCH])
    pages.settle()
    return pages.found


def heights_above_tables(
    stretch: Stretch, arrangement: Arrangement, measures: Measures
) -> Mapping[int, int]:
    """Height in twips of the headings kept with each table, by block number."""
    page = stretch.page(measures.page)
    found, above = {}, 0
    for number, block in stretch.blocks:
        if isinstance(block, Table):
            found[number] = above
        stays = isinstance(block, Heading | AnnexStart) or number in arrangement.kept
        above = above + sum(_pieces(block, page, measures)) if stays else 0
        above -= LINE_PITCH if number in arrangement.joined else 0
    return found


def height(block: Block, page: Page, measures: Measures) -> int:
    """The height of a block in twips."""
    return sum(_pieces(block, page, measures))


class _Pages:
    """Fills pages from the top; headings wait for the block that follows them."""

    def __init__(self, first: int) -> None:
        self.found: dict[int, int] = {}
        self._page = first
        self._used = 0
        self._height = 0
        self._waiting: list[tuple[int, list[int]]] = []

    def begin_stretch(self, height: int) -> None:
        """Begin a page of another height."""
        self.settle()
        self.turn()
        self._height = height

    def hold(self, number: int, pieces: list[int]) -> None:
        """Keep a heading until the height of the next block is known."""
        self._waiting.append((number, pieces))

    def settle(self, following: int = 0) -> None:
        """Place the waiting headings on one page with the next block."""
        waiting, self._waiting = self._waiting, []
        self._make_room(sum(sum(pieces) for _, pieces in waiting) + following)
        for number, pieces in waiting:
            self.place(pieces)
            self.found[number] = self._page

    def place(self, pieces: Iterable[int], head: int = 0) -> None:
        """Place pieces, with the height of the head repeated on every further page."""
        for number, height in enumerate(pieces):
            if self._make_room(height) and number:
                self._used += head
            self._used += height

    def turn(self) -> None:
        """Begin a page unless this one is empty."""
        if self._used:
            self._page += 1
            self._used = 0

    def _make_room(self, height: int) -> bool:
        """Begin a page if the height does not fit; return whether it did not."""
        is_full = self._used + height > self._height
        if is_full:
            self.turn()
        return is_full


def _pieces(
    block: Block, page: Page, measures: Measures, above: int = 0
) -> Iterator[int]:
    """Heights in twips between which a page may break."""
    match block:
        case Heading(level=0):
            lines = title_lines(block.text, title_room(page))
            yield TITLE_PITCH * lines + LINE_PITCH
        case Heading():
            deepest = len(measures.headings)
            pitch, around = measures.headings[min(block.level, deepest) - 1]
            yield pitch * measures.lines(block.text, page) + around
        case Paragraph(is_small=True):
            width = page.type_width / TABLE_SIZES[0].half_width
            yield TABLE_PITCH * line_count(block.text, width)
        case Paragraph():
            for lines in _parted(measures.lines(block.text, page)):
                yield measures.pitch * lines
        case AnnexStart():
            yield 2 * measures.pitch
        case Table():
            yield from _rows(block, page, above)


def title_room(page: Page) -> float:
    """Half-width columns of a title line."""
    return page.type_width / TITLE_HALF_WIDTH


def _parted(lines: int) -> list[int]:
    """Lines kept together: neither the first nor the last is alone."""
    if lines <= 3:
        return [lines]
    return [2, *[1] * (lines - 4), 2]


def _rows(block: Table, page: Page, above: int) -> Iterator[int]:
    kept, height = rows_kept_with_next(block, page, above), 0
    for row, row_height in enumerate(row_heights(block, page)):
        height += row_height
        if row not in kept:
            yield height
            height = 0


def _head(block: Block, page: Page) -> int:
    """The height of a table's repeated rows."""
    if not isinstance(block, Table):
        return 0
    return sum(row_heights(block, page)[: block.header_rows])
