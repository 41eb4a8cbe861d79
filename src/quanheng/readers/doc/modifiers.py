"""Property modifiers (格式修饰), the formatting codes of old Word files."""

import struct
from collections.abc import Iterator
from enum import IntEnum
from typing import Final

_U16: Final = struct.Struct("<H")
_SIZES: Final = (1, 1, 2, 4, 2, 2, 0, 3)
"""Operand size by the top three bits of the code; 0 if the operand states it."""
_LONG_TABS: Final = 255


class Modifier(IntEnum):
    """The codes of modifiers that affect text and structure."""

    DELETED = 0x0800
    IS_DATA = 0x0806
    HIDDEN = 0x083C
    PICTURE_AT = 0x6A03
    SYMBOL = 0x6A09
    FONT = 0x4A4F

    IN_TABLE = 0x2416
    ROW_END = 0x2417
    INNER_CELL_END = 0x244B
    INNER_ROW_END = 0x244C
    LIST_LEVEL = 0x260A
    OUTLINE_LEVEL = 0x2640
    LIST = 0x460B
    MORE_OLD = 0x6645
    MORE = 0x6646
    MORE_OF_ROW = 0x646B
    TABLE_DEPTH = 0x6649
    TABLE_DEPTH_CHANGE = 0x664A
    TABS = 0xC615

    TABLE_DELETE = 0x5622
    TABLE_MERGE = 0x5624
    TABLE_SPLIT = 0x5625
    TABLE_INSERT = 0x7621
    TABLE_WIDTH = 0x7623
    TABLE_ROW_OLD = 0xD606
    TABLE_ROW = 0xD608
    TABLE_VERTICAL_MERGE = 0xD62B


def modifiers(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Code and operand of each modifier; a truncated last one is dropped."""
    at, end = 0, len(data)
    while at + 2 < end:
        code = data[at] | data[at + 1] << 8
        at += 2
        size = _SIZES[code >> 13]
        if not size:
            prefix, size = _variable_size(code, data, at)
            at += prefix
        if at + size > end:
            return
        yield code, data[at : at + size]
        at += size


def _variable_size(code: int, data: bytes, at: int) -> tuple[int, int]:
    """Size of the length field, and of the operand behind it."""
    if code in {Modifier.TABLE_ROW, Modifier.TABLE_ROW_OLD}:
        stated = _U16.unpack(data[at : at + 2].ljust(2, b"\0"))[0]
        return 2, max(0, stated - 1)
    size = data[at]
    if code == Modifier.TABS and size == _LONG_TABS:
        removed = at + 1
        added = removed + 1 + 4 * data[removed] if removed < len(data) else len(data)
        kept = data[added] if added < len(data) else 0
        return 1, added + 1 + 3 * kept - removed
    return 1, size
