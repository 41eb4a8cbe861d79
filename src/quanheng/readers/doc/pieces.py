"""The text of old Word files, assembled from its pieces (文本片段)."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.refusals import damaged, too_large

LARGEST_TEXT: Final = 20 * 1024 * 1024
"""Most characters per file; the longest report has 1 million."""

_FORMATS: Final = 1
_PIECES: Final = 2
_U16: Final = struct.Struct("<H")
_U32: Final = struct.Struct("<I")
_PIECE: Final = struct.Struct("<2xIH")
_ONE_BYTE: Final = 0x4000_0000
_COMPLEX: Final = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A contiguous run of characters in the main stream.

    Attributes:
        start: Position of its first character in the text.
        end: End position (exclusive).
        at: Offset in the main stream.
        width: Bytes of a character, 1 or 2.
        formats: Modifiers applied to its paragraphs since the last full save.
    """

    start: int
    end: int
    at: int
    width: int
    formats: bytes

    def byte(self, position: int) -> int:
        """The offset of a character in the main stream."""
        return self.at + (position - self.start) * self.width


class Text:
    """All text of a file: main text, notes, page headers and text boxes, in order.

    Attributes:
        pieces: Its pieces in order.
        characters: Its UTF-16 code units, so that positions match the file's.
    """

    def __init__(self, word: bytes, piece_table: bytes) -> None:
        self.pieces = tuple(_pieces(piece_table))
        self._starts = [piece.start for piece in self.pieces]
        if self.pieces and self.pieces[-1].end > LARGEST_TEXT:
            limit = LARGEST_TEXT >> 20
            raise too_large(
                Words(f"文字超过 {limit} M", f"more than {limit} M characters")
            )
        self.characters = "".join(_characters(word, piece) for piece in self.pieces)

    def piece(self, position: int) -> Piece:
        """The piece that holds a position."""
        return self.pieces[bisect_right(self._starts, position) - 1]


def whole(text: str) -> str:
    """Join the surrogate pairs of a text."""
    if text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _characters(word: bytes, piece: Piece) -> str:
    raw = word[piece.at : piece.byte(piece.end)]
    count = piece.end - piece.start
    if len(raw) != count * piece.width:
        raise damaged(Words("正文不完整", "its text is incomplete"))
    if piece.width == 1:
        return raw.decode("cp1252", "replace")
    text = raw.decode("utf-16-le", "surrogatepass")
    if len(text) == count:
        return text
    return "".join(map(chr, struct.unpack(f"<{count}H", raw)))


def _pieces(table: bytes) -> Iterator[Piece]:
    formats: list[bytes] = []
    at = 0
    while at < len(table) and table[at] == _FORMATS:
        size = _U16.unpack_from(table, at + 1)[0]
        formats.append(table[at + 3 : at + 3 + size])
        at += 3 + size
    if at >= len(table) or table[at] != _PIECES:
        raise damaged(Words("缺少文本片段表", "its table of pieces is missing"))
    size = _U32.unpack_from(table, at + 1)[0]
    listing = table[at + 5 : at + 5 + size]
    count = max(0, (len(listing) - 4) // 12)
    starts = struct.unpack_from(f"<{count + 1}I", listing)
    if any(end <= start for start, end in pairwise((-1, *starts))) or starts[0]:
        raise damaged(Words("文本片段表次序有误", "its pieces are out of order"))
    for number in range(count):
        place, applied = _PIECE.unpack_from(listing, 4 * (count + 1) + 8 * number)
        index = applied >> 1
        laid = formats[index] if applied & _COMPLEX and index < len(formats) else b""
        width = 1 if place & _ONE_BYTE else 2
        begin = place & (_ONE_BYTE - 1)
        at = begin // 2 if width == 1 else begin
        yield Piece(starts[number], starts[number + 1], at, width, laid)
