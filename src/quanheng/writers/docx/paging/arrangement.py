"""Page breaks, orientation and grouping of blocks (编排)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TypeAlias

from quanheng.document.blocks import (
    AnnexStart,
    Block,
    Contents,
    Heading,
    Paragraph,
)
from quanheng.document.table import Align, Table
from quanheng.writers.docx.page import Page
from quanheng.writers.docx.styles import size_of

Numbered: TypeAlias = tuple[int, Block]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks on pages of the same orientation and margins (同向页面).

    Attributes:
        across: Whether the pages are landscape.
        is_close: Whether they have the narrow margins of a form.
        blocks: The blocks with their numbers in the document.
    """

    across: bool
    is_close: bool
    blocks: tuple[Numbered, ...]

    def is_like(self, other: "Stretch") -> bool:
        """Whether both fit in one section."""
        mine, theirs = (self.across, self.is_close), (other.across, other.is_close)
        return mine == theirs

    def page(self, upright: Page) -> Page:
        """Its page, given the portrait page with the margins of a text."""
        page = upright.across() if self.across else upright
        return page.closed() if self.is_close else page


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The arrangement of a document's blocks on pages (编排).

    Attributes:
        cover: The blocks before the contents.
        has_contents: Whether there is a table of contents.
        stretches: The blocks after the contents.
        new_pages: Numbers of the blocks that begin a page.
        kept: Numbers of the paragraphs kept with the next block.
        joined: Numbers of the titles without an empty line below, before the year or
            a form.
    """

    cover: Sequence[Block]
    has_contents: bool
    stretches: tuple[Stretch, ...]
    new_pages: frozenset[int]
    kept: frozenset[int]
    joined: frozenset[int]

    def ends_page(self, number: int) -> bool:
        """Whether a block is the last on its page."""
        last = self.stretches[-1].blocks[-1][0] if self.stretches else number
        return number == last or number + 1 in self.new_pages


def arranged(blocks: Sequence[Block]) -> Arrangement:
    """The arrangement of a document's blocks."""
    start = next((i for i, b in enumerate(blocks) if isinstance(b, Contents)), -1)
    new_pages = {number for number, _ in _beginnings(blocks)}
    new_pages.update(
        n for n, b in enumerate(blocks) if isinstance(b, Table) and b.continues
    )
    if start >= 0:
        new_pages.add(start + 1)
    return Arrangement(
        blocks[: max(start, 0)],
        start >= 0,
        tuple(_stretches(blocks, start + 1)),
        frozenset(new_pages),
        frozenset((*_kept(blocks), *_below_titles(blocks))),
        frozenset(_joined(blocks)),
    )


def _beginnings(blocks: Sequence[Block]) -> Iterator[Numbered]:
    """Annexes and further titles, which begin a page."""
    before: Block | None = None
    for number, block in enumerate(blocks):
        title = isinstance(block, Heading) and block.level == 0
        if isinstance(block, AnnexStart) or (
            title and number and not isinstance(before, AnnexStart)
        ):
            yield number, block
        before = block


def _stretches(blocks: Sequence[Block], start: int) -> Iterator[Stretch]:
    lying: list[tuple[tuple[bool, bool], Numbered]] = []
    starts = sorted({0, start, *(number for number, _ in _beginnings(blocks))})
    for first, end in pairwise([*starts, len(blocks)]):
        if first < start or first == end:
            continue
        lead, paper = blocks[first], blocks[first:end]
        across = isinstance(lead, AnnexStart) and lead.across
        is_close = any(isinstance(b, Table) and size_of(b).is_close for b in paper)
        lying += [
            ((across, is_close), numbered) for numbered in enumerate(paper, first)
        ]
    for way, group in groupby(lying, key=lambda item: item[0]):
        across, is_close = way
        yield Stretch(across, is_close, tuple(numbered for _, numbered in group))


def _kept(blocks: Sequence[Block]) -> Iterator[int]:
    """The paragraphs before an annex, whose note is never alone on a page."""
    for before, (annex, _) in pairwise([(0, None), *_beginnings(blocks)]):
        for number in range(annex - 2, before[0], -1):
            block, following = blocks[number], blocks[number + 1]
            if not (isinstance(block, Paragraph) and isinstance(following, Paragraph)):
                break
            yield number
            if block.text:
                break


def _below_titles(blocks: Sequence[Block]) -> Iterator[int]:
    """Lines between a title and its table: （2022年度）."""
    for number, (block, following) in enumerate(pairwise(blocks)):
        is_line = isinstance(block, Paragraph) and block.align is Align.CENTER
        if is_line and isinstance(following, Table):
            yield number


def _joined(blocks: Sequence[Block]) -> Iterator[int]:
    below = frozenset(_below_titles(blocks))
    for number, (block, following) in enumerate(pairwise(blocks)):
        if isinstance(block, Heading) and block.level == 0:
            is_form = isinstance(following, Table) and following.one_page
            if is_form or number + 1 in below:
                yield number
