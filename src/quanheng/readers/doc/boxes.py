"""Text boxes of old Word files and their anchors (文本框)."""

import struct
from collections.abc import Iterator
from typing import Final

_SHAPE: Final = 26
_BOX: Final = 22
_SHAPE_OF_BOX: Final = 14

TextRange = tuple[int, int]
"""Start (inclusive) and end (exclusive) of a range of text."""


def read_boxes(
    shapes: bytes, boxes: bytes, main_length: int, begin: int, length: int
) -> tuple[dict[int, list[TextRange]], list[TextRange]]:
    """The text boxes by the position of their anchor, and those without an anchor.

    ``begin`` and ``length`` give the range of the file's text that holds the text of
    text boxes; ``main_length`` is the number of characters of the main text.
    """
    anchored: dict[int, list[TextRange]] = {}
    unanchored: list[TextRange] = []
    anchors = {
        struct.unpack_from("<I", shape)[0]: at
        for at, _, shape in _listed(shapes, _SHAPE)
        if at < main_length
    }
    reached = 0
    for start, end, box in _listed(boxes, _BOX):
        if not reached <= start < end <= length:
            continue
        reached = end
        (shape,) = struct.unpack_from("<I", box, _SHAPE_OF_BOX)
        text_range = begin + start, begin + end
        if shape in anchors:
            anchored.setdefault(anchors[shape], []).append(text_range)
        else:
            unanchored.append(text_range)
    return anchored, unanchored


def _listed(part: bytes, size: int) -> Iterator[tuple[int, int, bytes]]:
    """Start, next start and raw entry of each entry of a position table (PLC)."""
    count = max(0, (len(part) - 4) // (4 + size))
    places = struct.unpack_from(f"<{count + 1}I", part.ljust(4, b"\0"))
    for number in range(count):
        at = 4 * (count + 1) + size * number
        yield places[number], places[number + 1], part[at : at + size]
