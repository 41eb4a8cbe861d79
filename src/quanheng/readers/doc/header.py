"""The header (FIB) of old Word files."""

import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.refusals import damaged, password_protected, too_old

_BASE: Final = struct.Struct("<HH6xH")
_MARK: Final = 0xA5EC
_OLDER_MARKS: Final = frozenset({0xA59B, 0xA59C, 0xA5DB, 0xA5DC})
_WORD_97: Final = 0xC0
_ENCRYPTED: Final = 0x0100
_SECOND_TABLE: Final = 0x0200
_LENGTHS: Final = struct.Struct("<8I")
_LENGTHS_AT: Final = 76
_PLACES_AT: Final = 154
_PLACE: Final = struct.Struct("<II")


class Part(IntEnum):
    """Parts of the table stream, by their number in the header."""

    STYLES = 1
    CHARACTER_PAGES = 12
    PARAGRAPH_PAGES = 13
    FONTS = 15
    PIECES = 33
    SHAPES = 40
    TEXT_BOXES = 56
    LISTS = 73
    LIST_REFERENCES = 74


@dataclass(frozen=True, slots=True)
class Header:
    """The location of each part of a file.

    Attributes:
        main_length: Characters of the main text.
        text_boxes_at: Position of the first character of the text boxes.
        text_boxes_length: Characters of the text boxes.
        table: Name of the stream that holds the parts.
        places: Offset and length of each part.
    """

    main_length: int
    text_boxes_at: int
    text_boxes_length: int
    table: str
    places: bytes

    def cut(self, table: bytes, part: Part) -> bytes:
        """A part of the table stream, empty if absent."""
        begin, length = _PLACE.unpack_from(self.places, part * _PLACE.size)
        return table[begin : begin + length]

    def tail(self, table: bytes, part: Part) -> bytes:
        """A part and everything after it, empty if absent."""
        begin, length = _PLACE.unpack_from(self.places, part * _PLACE.size)
        return table[begin:] if length else b""


def read_header(word: bytes) -> Header:
    """The header at the start of the main stream.

    Raises:
        UnreadableFileError: The file is older than Word 97 or needs a password.
    """
    mark, version, flags = _BASE.unpack_from(word)
    if mark in _OLDER_MARKS or (mark == _MARK and version < _WORD_97):
        raise too_old(Words("Word 95 或更早的文件", "a file of Word 95 or older"))
    if mark != _MARK:
        raise damaged(Words("文件头不是 Word 的", "its header is not one of Word"))
    if flags & _ENCRYPTED:
        raise password_protected()
    main, *between, boxes = _LENGTHS.unpack_from(word, _LENGTHS_AT)[:7]
    return Header(
        main_length=main,
        text_boxes_at=main + sum(between),
        text_boxes_length=boxes,
        table="1Table" if flags & _SECOND_TABLE else "0Table",
        places=word[_PLACES_AT : _PLACES_AT + (max(Part) + 1) * _PLACE.size],
    )
