"""The text boxes of an old Word file and where they hang (文本框)."""

import struct
from collections.abc import Iterator
from typing import Final

_SHAPE: Final = 26
_BOX: Final = 22
_SHAPE_OF_BOX: Final = 14

Stretch = tuple[int, int]
"""First position of a stretch of text and the one behind its last."""


def read_boxes(
    shapes: bytes, boxes: bytes, main_length: int, begin: int, length: int
) -> tuple[dict[int, list[Stretch]], list[Stretch]]:
    """The text boxes by the position where they hang, and those that hang nowhere.

    Args:
        shapes: The part with the shapes of the main text.
        boxes: The part with the text boxes.
        main_length: Characters of the main text.
        begin: Position where the text of text boxes begins.
        length: Its length.
    """
    hanging: dict[int, list[Stretch]] = {}
    loose: list[Stretch] = []
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
        stretch = begin + start, begin + end
        if shape in anchors:
            hanging.setdefault(anchors[shape], []).append(stretch)
        else:
            loose.append(stretch)
    return hanging, loose


def _listed(part: bytes, size: int) -> Iterator[tuple[int, int, bytes]]:
    """Position, next position and entry, one after the other."""
    count = max(0, (len(part) - 4) // (4 + size))
    places = struct.unpack_from(f"<{count + 1}I", part.ljust(4, b"\0"))
    for number in range(count):
        at = 4 * (count + 1) + size * number
        yield places[number], places[number + 1], part[at : at + size]
