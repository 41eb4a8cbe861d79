"""Fit forms on one page, in smaller sizes or else split (一页一表)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from quanheng.document.blocks import Block, Paragraph
from quanheng.document.table import Cell, Table
from quanheng.writers.docx.page import Page
from quanheng.writers.docx.paging.arrangement import arranged
from quanheng.writers.docx.paging.estimate import Measures, height, heights_above_tables
from quanheng.writers.docx.styles import AFTER_TABLE_PITCH, TABLE_SIZES
from quanheng.writers.docx.table import LAST_ROWS, column_widths, row_heights
from quanheng.writers.widths import is_crowded

_SAFE: Final = 0.985
"""Share of a page that may be filled, because heights are estimates."""
_LINES_BELOW: Final = 3
"""Most lines below a form, such as signatures, that stay on its page."""


def fitted(blocks: Sequence[Block], measures: Measures) -> Sequence[Block]:
    """The blocks, with forms on as few pages as possible.

    A form is reduced to the first size that fits its page. If none does, it takes the
    largest size with the fewest pages; each further page repeats its head row and
    group labels.
    """
    if not any(isinstance(block, Table) and block.one_page for block in blocks):
        return blocks
    made: dict[int, Sequence[Block]] = {}
    arrangement = arranged(blocks)
    for stretch in arrangement.stretches:
        page = stretch.page(measures.page)
        above = heights_above_tables(stretch, arrangement, measures)
        for number, block in stretch.blocks:
            if isinstance(block, Table) and block.one_page:
                below = _closing(blocks[number + 1 :])
                rest = sum(height(line, page.closed(), measures) for line in below)
                beside = above[number] + rest + (AFTER_TABLE_PITCH if below else 0)
                made[number] = _set(block, page, beside)
    return [new for n, block in enumerate(blocks) for new in made.get(n, (block,))]


def _closing(blocks: Sequence[Block]) -> Sequence[Block]:
    """The lines that belong to a form; longer text does not."""
    small = takewhile(lambda b: isinstance(b, Paragraph) and b.is_small, blocks)
    lines = list(small) or blocks[:_LINES_BELOW]
    return lines if all(isinstance(line, Paragraph) for line in lines) else ()


def _set(block: Table, page: Page, beside: int) -> Sequence[Table]:
    """The table in the first size that fits with other lines of a height in twips."""
    options = []
    for step, size in enumerate(TABLE_SIZES):
        sized = replace(block, step=step)
        paper = page.closed() if size.is_close else page
        room = _SAFE * paper.type_height - beside
        crowded = is_crowded(block, paper.type_width // size.half_width)
        if sum(row_heights(sized, paper)) <= room and not crowded:
            return (sized,)
        options.append((crowded, list(_parts(sized, paper, room))))
    return min(options, key=lambda option: (option[0], len(option[1])))[1]


def _parts(block: Table, page: Page, room: float) -> Iterator[Table]:
    """The table split over pages."""
    heights = row_heights(block, page)
    head = block.inner_header
    widths = tuple(map(float, column_widths(block, page)))
    whole = replace(block, widths=widths, one_page=False, inner_header=None)
    first = 0
    while first < block.row_count:
        repeats = head is not None and first > head
        again = [head] if head is not None and repeats else []
        free = room if first == 0 else _SAFE * page.type_height
        end = _end(heights, first, free - sum(heights[row] for row in again), head)
        yield _part(whole, [*again, *range(first, end)], continues=first > 0)
        first = end


def _end(heights: Sequence[int], first: int, room: float, head: int | None) -> int:
    """The first row of the next page."""
    end, used = first + 1, heights[first]
    while end < len(heights) and used + heights[end] <= room:
        used += heights[end]
        end += 1
    if head is not None and end == head + 1 > first + 1:
        end = head
    rest = len(heights) - end
    if 0 < rest < LAST_ROWS:
        end = max(first + 1, len(heights) - LAST_ROWS)
    return end


def _part(block: Table, rows: Sequence[int], *, continues: bool) -> Table:
    """Some rows of a table; a cell that spans them is repeated."""
    cells = []
    for cell in block.cells:
        covered = range(cell.row, cell.row + cell.row_span)
        places = [place for place, row in enumerate(rows) if row in covered]
        if places:
            span = places[-1] - places[0] + 1
            cells.append(replace(cell, row=places[0], row_span=span))
    ordered = sorted(cells, key=lambda cell: (cell.row, cell.column))
    return replace(
        block, cells=tuple[Cell, ...](ordered), row_count=len(rows), continues=continues
    )
