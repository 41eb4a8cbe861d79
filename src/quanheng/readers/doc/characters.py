"""The visible characters of old Word files (字符)."""

import re
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from quanheng.readers.doc.modifiers import Modifier, modifiers
from quanheng.readers.doc.pages import Run
from quanheng.readers.doc.pieces import Piece, Text
from quanheng.readers.word.symbols import CHECKED, UNCHECKED, symbol

NOTHING: Final = "\0"
"""Replaces a hidden character, so that positions do not shift."""

_RELEVANT: Final = frozenset(
    {Modifier.DELETED, Modifier.HIDDEN, Modifier.SYMBOL, Modifier.PICTURE_AT}
)
_HIDDEN: Final = re.compile(r"[^\r\a\f\x13-\x15]")
"""Leaves paragraph, cell and field marks: a field may end in another run."""
_DELETED: Final = re.compile(r"[^\a\f\x13-\x15]")
_FONT_SIGN: Final = re.compile("[\uf020-\uf0ff]")
"""Symbol font characters stored directly in the text."""
_SYMBOL_PLACE: Final = "("
_SYMBOL: Final = struct.Struct("<HH")
_U16: Final = struct.Struct("<H")
_U32: Final = struct.Struct("<I")
_FORM_DATA: Final = struct.Struct("<IHHH")
_FORM_DATA_AT: Final = 0x44
_FORM_MARK: Final = 0xFFFF_FFFF
_BOX: Final = 1
_BOX_BY_DEFAULT: Final = 25


class Characters:
    """The text of a file with hidden, deleted and special characters resolved.

    Attributes:
        shown: The characters, at the same positions as in the file.
        deleted: Positions of deleted cell and row marks.
    """

    def __init__(
        self, text: Text, runs: list[Run], fonts: list[str], data: bytes
    ) -> None:
        self._fonts = fonts
        self._data = data
        self.deleted: set[int] = set()
        relevant_codes = _RELEVANT
        if _FONT_SIGN.search(text.characters):
            relevant_codes = relevant_codes | {Modifier.FONT}
        kept = {
            formats
            for formats in {run[2] for run in runs}
            if any(code in relevant_codes for code, _ in modifiers(formats))
        }
        relevant = [run for run in runs if run[2] in kept]
        parts: list[str] = []
        reached = 0
        for piece in text.pieces:
            for start, end, formats in _in_piece(relevant, piece):
                if start >= reached:
                    parts.append(text.characters[reached:start])
                    raw = text.characters[start:end]
                    parts.append(self._resolve(raw, start, formats))
                    reached = end
        parts.append(text.characters[reached:])
        self.shown = "".join(parts)

    def _resolve(self, raw: str, start: int, formats: bytes) -> str:
        found = dict(modifiers(formats))
        if found.get(Modifier.DELETED) == b"\1":
            self.deleted.update(
                start + place for place, mark in enumerate(raw) if mark == "\a"
            )
            return _DELETED.sub(NOTHING, raw)
        if found.get(Modifier.HIDDEN) in {b"\1", b"\x81"}:
            return _HIDDEN.sub(NOTHING, raw)
        if Modifier.SYMBOL in found:
            sign = self._sign(*_SYMBOL.unpack(found[Modifier.SYMBOL]))
            return raw.replace(_SYMBOL_PLACE, sign)
        if raw == "\1" and found.get(Modifier.IS_DATA) == b"\1":
            return _check_box(self._data, found.get(Modifier.PICTURE_AT, b""))
        if Modifier.FONT not in found:
            return raw
        font = int.from_bytes(found[Modifier.FONT], "little")
        return _FONT_SIGN.sub(lambda sign: self._sign(font, ord(sign[0])), raw)

    def _sign(self, font: int, code: int) -> str:
        name = self._fonts[font] if font < len(self._fonts) else ""
        return symbol(name, code) or NOTHING


def _in_piece(runs: list[Run], piece: Piece) -> Iterator[tuple[int, int, bytes]]:
    """Start, end and formats of the parts of runs that lie in a piece."""
    last = piece.byte(piece.end)
    first = bisect_right(runs, piece.at, key=lambda run: run[1])
    for start, end, formats in runs[first : bisect_left(runs, (last, 0, b""))]:
        skipped = max(0, start - piece.at) // piece.width
        covered = -(-(min(end, last) - piece.at) // piece.width)
        yield piece.start + skipped, piece.start + covered, formats


def _check_box(data: bytes, operand: bytes) -> str:
    """The state of a form's check box, from the data stored with its field."""
    at = _U32.unpack(operand)[0] + _FORM_DATA_AT if operand else len(data)
    if at + _FORM_DATA.size + 2 > len(data):
        return NOTHING
    mark, bits, _, _ = _FORM_DATA.unpack_from(data, at)
    if mark != _FORM_MARK or bits & 3 != _BOX:
        return NOTHING
    state = bits >> 2 & 31
    if state == _BOX_BY_DEFAULT:
        name = at + _FORM_DATA.size
        default = name + 2 * _U16.unpack_from(data, name)[0] + 4
        state = data[default] if default < len(data) else 0
    return CHECKED if state else UNCHECKED


def read_fonts(listing: bytes) -> list[str]:
    """The font names, indexed as symbols refer to them."""
    names: list[str] = []
    at = 4
    while at + 40 < len(listing) and (size := listing[at]):
        name = listing[at + 40 : at + 1 + size].decode("utf-16-le", "replace")
        names.append(name.partition("\0")[0])
        at += 1 + size
    return names
