"""A small substitute for fonts that a PDF file does not embed (替代字体).

A Chinese PDF file often only names its fonts (STSong-Light, SimSun). PDFium then uses
a system font; without one the character boxes collapse and the text can't be read.
Reading needs only widths, so a glyph is a blank, half an em or a whole em.
"""

import struct
from typing import Final

_EM: Final = 1000
_ASCENT: Final = 880
_DESCENT: Final = -120
_MARGIN: Final = 50
_ADVANCES: Final = ((_EM, 0), (_EM // 2, 0), (_EM // 2, _MARGIN), (_EM, _MARGIN))
"""Advance and left edge of four glyphs: missing, blank, half an em, whole em."""
_BLANK, _HALF, _WHOLE = 1, 2, 3

_SIGNS: Final = (
    (0x20, 0x20, _BLANK),
    (0x21, 0x7E, _HALF),
    (0xA0, 0xA0, _BLANK),
    (0xA1, 0xFF, _HALF),
    (0x100, 0x1FFF, _WHOLE),
    (0x2000, 0x200F, _BLANK),
    (0x2010, 0x2FFF, _WHOLE),
    (0x3000, 0x3000, _BLANK),
    (0x3001, 0xFF60, _WHOLE),
    (0xFF61, 0xFFDC, _HALF),
    (0xFFE0, 0x10FFFF, _WHOLE),
)
"""First code, last code and their glyph."""


def substitute_font() -> bytes:
    """The font as a TrueType file of less than a kilobyte."""
    outlines, places = _outlines()
    return _packed(
        {
            b"cmap": _cmap(),
            b"glyf": outlines,
            b"head": _head(),
            b"hhea": _hhea(),
            b"hmtx": b"".join(struct.pack(">Hh", *advance) for advance in _ADVANCES),
            b"loca": struct.pack(f">{len(places)}H", *(at // 2 for at in places)),
            b"maxp": struct.pack(">I14H", 0x10000, len(_ADVANCES), 4, 1, *([0] * 11)),
        }
    )


def _packed(tables: dict[bytes, bytes]) -> bytes:
    """The tables behind their directory, aligned to four bytes."""
    count = len(tables)
    top = 1 << (count.bit_length() - 1)
    head = struct.pack(
        ">I4H", 0x10000, count, top * 16, top.bit_length() - 1, (count - top) * 16
    )
    directory, body, at = b"", b"", len(head) + 16 * count
    for name, table in sorted(tables.items()):
        directory += struct.pack(">4s3I", name, 0, at + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    return head + directory + body


def _cmap() -> bytes:
    """The character map, many codes to one glyph (format 13)."""
    groups = b"".join(struct.pack(">3I", *sign) for sign in _SIGNS)
    table = struct.pack(">2H3I", 13, 0, 16 + len(groups), 0, len(_SIGNS)) + groups
    return struct.pack(">4HI", 0, 1, 3, 10, 12) + table


def _outlines() -> tuple[bytes, list[int]]:
    """The outlines of the half and whole glyph, and the offset of each glyph."""
    half, whole = _box(_EM // 2), _box(_EM)
    return half + whole, [0, 0, 0, len(half), len(half) + len(whole)]


def _box(width: int) -> bytes:
    """A rectangle as a glyph outline."""
    left, right = _MARGIN, width - _MARGIN
    bottom, top = _DESCENT + _MARGIN, _ASCENT - _MARGIN
    head = struct.pack(">5h2H", 1, left, bottom, right, top, 3, 0)
    across = struct.pack(">4h", left, 0, right - left, 0)
    down = struct.pack(">4h", bottom, top - bottom, 0, bottom - top)
    data = head + b"\x01" * 4 + across + down
    return data + b"\0" * (-len(data) % 4)


def _head() -> bytes:
    box = (0, _DESCENT, _EM, _ASCENT)
    return struct.pack(
        ">4I2H2Q4h2H3h",
        *(0x10000, 0, 0, 0x5F0F3CF5, 0, _EM, 0, 0),
        *(*box, 0, 8, 2, 0, 0),
    )


def _hhea() -> bytes:
    return struct.pack(
        ">I3hH11hH",
        *(0x10000, _ASCENT, _DESCENT, 0, _EM),
        *([0] * 11),
        len(_ADVANCES),
    )
