"""The cover: title, and below it the head lines in two columns (封面)."""

from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.document.blocks import Block, Heading, Paragraph
from quanheng.document.table import Align, Table
from quanheng.writers.characters import display_width
from quanheng.writers.docx.markup import Element, run, runs, text, w
from quanheng.writers.docx.page import LINE_PITCH
from quanheng.writers.docx.paging import Measures, title_lines
from quanheng.writers.docx.paragraph import titled
from quanheng.writers.docx.styles import COVER_PITCH, TITLE_PITCH
from quanheng.writers.docx.table import table

_TOP: Final = 5 * LINE_PITCH
"""Space above the title."""
_COLON: Final = "："
_LONGEST_LABEL: Final = 8
_NARROWEST_SIDE: Final = 2
"""Characters left free at either side of the head lines."""


def cover(blocks: Sequence[Block], measures: Measures) -> Iterator[Element]:
    """Title and head lines, spread over a page.

    The labels of the head lines are as wide as the longest of them, so that their
    colons stand below each other; the lines are centred as a whole.
    """
    lines = [block.text for block in blocks if isinstance(block, Paragraph)]
    labels = [len(label) for label, _ in map(_parted, lines)]
    width = max(labels, default=0)
    side = _side(lines, width, measures)
    room = _room(blocks, measures)
    for block in blocks:
        if isinstance(block, Heading):
            after = max(2 * LINE_PITCH, room)
            yield titled(block.text, measures.page, before=_TOP, after=after)
        elif isinstance(block, Paragraph):
            yield _line(block, width, side, measures)
        elif isinstance(block, Table):
            yield table(block, measures.page)


def _parted(line: str) -> tuple[str, str]:
    """Label and value of a head line; no label where it has none."""
    label, colon, value = line.partition(_COLON)
    if not colon or not 0 < len(label) <= _LONGEST_LABEL:
        return "", line
    return label, value


def _side(lines: Sequence[str], label: int, measures: Measures) -> int:
    """Characters to the left of the labels that centre the lines."""
    room = int(measures.page.type_width / measures.half_width) // 2
    values = (display_width(value) / 2 for _, value in map(_parted, lines))
    widest = label + len(_COLON) + max(values, default=0)
    return max(_NARROWEST_SIDE, int(room - widest) // 2)


def _room(blocks: Sequence[Block], measures: Measures) -> int:
    """What title and head lines leave of the page, two lines at its end free."""
    taken = _TOP + 2 * LINE_PITCH
    for block in blocks:
        if isinstance(block, Heading):
            taken += title_lines(block.text, measures.page) * TITLE_PITCH
        elif isinstance(block, Paragraph):
            taken += COVER_PITCH
    return measures.page.type_height - taken


def _line(block: Paragraph, width: int, side: int, measures: Measures) -> Element:
    label, value = _parted(block.text)
    style = w("pStyle", val="Cover")
    if not label:
        align = (
            w("jc", val=block.align.value) if block.align is not Align.LEFT else None
        )
        return w("p", w("pPr", style, align), *runs(value))
    character = round(2 * measures.half_width)
    hanging = (width + len(_COLON)) * character
    indent = w("ind", left=side * character + hanging, hanging=hanging)
    return w(
        "p", w("pPr", style, indent), *_spread(label, width, character), *runs(value)
    )


def _spread(label: str, width: int, character: int) -> Iterator[Element]:
    """The label as wide as ``width`` characters, then its colon."""
    gaps = len(label) - 1
    if gaps:
        tracking = (width - len(label)) * character // gaps
        yield run(text(label[:-1]), tracking=tracking)
    yield run(text(label[-1] + _COLON))
