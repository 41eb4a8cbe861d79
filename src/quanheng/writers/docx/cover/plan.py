"""The layout of the cover (封面布局)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from quanheng.document.blocks import Block, Heading, Paragraph
from quanheng.writers.characters import display_width
from quanheng.writers.docx.lines import line_count
from quanheng.writers.docx.page import LINE_PITCH
from quanheng.writers.docx.paging.estimate import Measures, title_room
from quanheng.writers.docx.styles import COVER_PITCH, TITLE_PITCH
from quanheng.writers.titles import title_lines

COLON: Final = "："
_TOP: Final = 5 * LINE_PITCH
"""Space above the title, if the page has room."""
_LEAST_AFTER: Final = 2 * LINE_PITCH
_BOTTOM: Final = 2 * LINE_PITCH
_LONGEST_LABEL: Final = 8
_NARROWEST_SIDE: Final = 2
"""Least characters left free on either side of the lines."""


@dataclass(frozen=True, slots=True)
class CoverPlan:
    """Measures of a cover (封面尺寸).

    Attributes:
        label: Characters of the longest label.
        side: Indent of the lines in characters.
        top: Twips above the title.
        after: Twips between title and lines.
        pages: Number of pages, 0 without a cover.
    """

    label: int
    side: int
    top: int
    after: int
    pages: int


def planned(blocks: Sequence[Block], measures: Measures) -> CoverPlan:
    """Dimensions that put a cover on one page if its lines fit."""
    lines = [parted(block.text) for block in blocks if isinstance(block, Paragraph)]
    titles = [block.text for block in blocks if isinstance(block, Heading)]
    label = max((len(label) for label, _ in lines), default=0)
    side = _side([value for _, value in lines], label, measures)
    room = measures.page.type_width / measures.half_width - 2 * (side + label + 1)
    taken = COVER_PITCH * sum(line_count(value, room) for _, value in lines)
    wide = title_room(measures.page)
    taken += TITLE_PITCH * sum(title_lines(title, wide) for title in titles)
    height = measures.page.type_height
    free = height - taken - _BOTTOM
    top = min(_TOP, max(0, free - _LEAST_AFTER))
    after = max(_LEAST_AFTER, free - top)
    pages = ceil((top + taken + _LEAST_AFTER) / height) if blocks else 0
    return CoverPlan(label, side, top, after, pages)


def parted(line: str) -> tuple[str, str]:
    """Label and value of a line; the label is empty if it has none."""
    label, colon, value = line.partition(COLON)
    if not colon or not 0 < len(label) <= _LONGEST_LABEL:
        return "", line
    return label, value


def _side(values: Sequence[str], label: int, measures: Measures) -> int:
    room = int(measures.page.type_width / measures.half_width) // 2
    widest = label + len(COLON) + max((display_width(v) / 2 for v in values), default=0)
    return max(_NARROWEST_SIDE, int(room - widest) // 2)
