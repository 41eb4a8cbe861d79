"""Join wrapped lines to paragraphs (段落)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from quanheng.document.headings import printed_level
from quanheng.readers.pdf.leaf import Leaf
from quanheng.readers.pdf.lines import Line, is_wrapped, joined
from quanheng.readers.pdf.page import Box
from quanheng.readers.pdf.tables.cells import Sheet

_WIDEST_MARGIN: Final = 0.25
"""Widest right margin, relative to the page's width; if no line reaches it, none was
wrapped."""
_OTHER_SIZE: Final = 0.15
_WIDEST_PITCH: Final = 2.6
"""Largest line pitch within a paragraph, in font sizes."""
_MORE_PITCH: Final = 0.3
"""Additional line pitch at the end of a paragraph, in font sizes."""
_INDENT: Final = 1.5
_ENDS: Final = ("。", "；", "：", "！", "？", ".", ";", ":", "!", "?")


class Margins:
    """The left and right edge of the text on the pages of a file (版心)."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._sides: dict[int, tuple[float, float]] = {}
        for leaf in leaves:
            width = round(leaf.box.width)
            left, right = self._sides.get(width, (leaf.box.right, leaf.box.left))
            for line in leaf.lines:
                left, right = min(left, line.box.left), max(right, line.box.right)
            self._sides[width] = left, right

    def of(self, sheet: Box) -> tuple[float, float]:
        """Left and right edge of the text on a sheet of this size."""
        left, right = self._sides[round(sheet.width)]
        if right < sheet.right - _WIDEST_MARGIN * sheet.width:
            right = sheet.right - (left - sheet.left)
        return left, right


def paragraphs_of(leaves: Sequence[Leaf]) -> Iterator[str | Sheet]:
    """The paragraphs and tables of all pages, in order."""
    margins = Margins(leaves)
    lines: list[Line] = []
    for leaf in leaves:
        left, right = margins.of(leaf.box)
        is_first = True
        for item in leaf.items:
            if isinstance(item, Sheet):
                yield from _flushed(lines)
                yield item
            elif lines and _goes_on(lines, item, left, right, is_first):
                lines.append(item)
            else:
                yield from _flushed(lines)
                lines.append(item)
            is_first = False
    yield from _flushed(lines)


def _flushed(lines: list[Line]) -> Iterator[str]:
    if lines:
        parts = [[lines[0]]]
        for line, following in pairwise(lines):
            if line.goes_on_in(following) is False:
                parts.append([])
            parts[-1].append(following)
        yield "\n".join(map(joined, parts))
        lines.clear()


def _goes_on(
    lines: Sequence[Line], line: Line, left: float, right: float, is_new_page: bool
) -> bool:
    last, size = lines[-1], lines[-1].size
    if last.last and line.first:
        return last.last.block == line.first.block
    if abs(line.size - size) > _OTHER_SIZE * size:
        return False
    if not is_wrapped(last, line, right - last.box.right):
        return False
    if last.text.endswith(_ENDS):
        is_indented = line.box.left > left + _INDENT * size
        if is_indented or printed_level(line.text) is not None:
            return False
    return is_new_page or _pitch(last, line) <= _widest_pitch(lines)


def _pitch(first: Line, second: Line) -> float:
    return second.box.bottom - first.box.bottom


def _widest_pitch(lines: Sequence[Line]) -> float:
    size = lines[-1].size
    if len(lines) == 1:
        return _WIDEST_PITCH * size
    return _pitch(lines[-2], lines[-1]) + _MORE_PITCH * size
