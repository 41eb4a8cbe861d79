"""The style sheet of old Word files (样式表)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from quanheng.readers.word.style_names import is_of_contents, level_of_name

_SHEET: Final = struct.Struct("<HHH")
_U16: Final = struct.Struct("<H")
_STYLE: Final = struct.Struct("<HHH")
_PARAGRAPH_STYLE: Final = 1
_TITLE: Final = 62
_LAST_HEADING: Final = 9
_CONTENTS: Final = range(19, 28)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style as stored.

    Attributes:
        kind: Number of a built-in style.
        base: Number of the style it is based on.
        name: Its name.
        formats: Its modifiers.
    """

    kind: int
    base: int
    name: str
    formats: bytes

    @property
    def level(self) -> int | None:
        """The heading level, 0 for a title, None for body text."""
        if 1 <= self.kind <= _LAST_HEADING:
            return self.kind
        return 0 if self.kind == _TITLE else level_of_name(self.name)

    @property
    def is_of_contents(self) -> bool:
        """Whether it belongs to the table of contents."""
        return self.kind in _CONTENTS or is_of_contents(self.name)


def read_styles(sheet: bytes) -> dict[int, Style]:
    """The paragraph styles by their number."""
    return dict(_styles(sheet)) if sheet else {}


def _styles(sheet: bytes) -> Iterator[tuple[int, Style]]:
    head, count, base_size = _SHEET.unpack_from(sheet)
    at = 2 + head
    for number in range(count):
        if at + 2 > len(sheet):
            return
        size = _U16.unpack_from(sheet, at)[0]
        style = _style(sheet[at + 2 : at + 2 + size], base_size)
        if style is not None:
            yield number, style
        at += 2 + size + size % 2


def _style(data: bytes, base_size: int) -> Style | None:
    if len(data) < max(base_size, _STYLE.size) + 2:
        return None
    kind, base, _ = _STYLE.unpack_from(data)
    if base & 15 != _PARAGRAPH_STYLE:
        return None
    length = _U16.unpack_from(data, base_size)[0]
    name_end = base_size + 2 + 2 * length
    name = data[base_size + 2 : name_end].decode("utf-16-le", "replace")
    # Formats are aligned to two bytes and begin with the style's own number.
    at = name_end + 2 + name_end % 2
    size = _U16.unpack_from(data, at)[0] if at + 2 <= len(data) else 0
    formats = data[at + 4 : at + 2 + size]
    return Style(kind & 0x0FFF, base >> 4, name, formats)
