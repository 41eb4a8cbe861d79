"""Paragraph formats of old Word files (段落格式)."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.refusals import too_large
from quanheng.readers.doc.modifiers import Modifier, modifiers
from quanheng.readers.doc.rows import Row
from quanheng.readers.doc.styles import Style

LARGEST_FORMATS: Final = 16 * 1024 * 1024
"""Most bytes of formats read per file; a report has less than 1 MB."""

_U16: Final = struct.Struct("<H")
_I32: Final = struct.Struct("<i")
_ELSEWHERE: Final = frozenset({Modifier.MORE, Modifier.MORE_OLD, Modifier.MORE_OF_ROW})
_LAST_LIST: Final = 0x7FE
_BODY_LEVEL: Final = 9
_LONGEST_CHAIN: Final = 20
"""Longest chain of base styles; a longer one is circular."""


@dataclass(slots=True)
class ParagraphFormat:
    """The structural formats of a paragraph.

    Attributes:
        style: Style number.
        level: Heading level, 0 for a title, None for body text.
        in_contents: Whether its style belongs to the table of contents.
        number_id: ID of its list, empty without one.
        number_level: Level in that list, None if not given.
        depth: Number of tables around it.
        ends_row: Whether its mark ends a row.
        ends_inner_cell: Whether its mark ends a cell of a nested table.
        row: The row that its mark ends.
    """

    style: int = 0
    level: int | None = None
    in_contents: bool = False
    number_id: str = ""
    number_level: int | None = None
    depth: int = 0
    ends_row: bool = False
    ends_inner_cell: bool = False
    row: Row = field(default_factory=Row)

    def modify(self, code: int, operand: bytes) -> None:
        """Apply one modifier; those of appearance alone change nothing."""
        if code == Modifier.OUTLINE_LEVEL:
            level = operand[0]
            self.level = level + 1 if level < _BODY_LEVEL else None
        elif code == Modifier.LIST:
            number = _U16.unpack(operand)[0]
            self.number_id = str(number) if 0 < number <= _LAST_LIST else ""
        elif code == Modifier.LIST_LEVEL:
            self.number_level = operand[0]
        else:
            self._place(code, operand)

    def _place(self, code: int, operand: bytes) -> None:
        if code == Modifier.IN_TABLE:
            self.depth = max(self.depth, 1) if operand[0] else 0
        elif code == Modifier.TABLE_DEPTH:
            self.depth = max(0, _I32.unpack(operand)[0])
        elif code == Modifier.TABLE_DEPTH_CHANGE:
            self.depth = max(0, self.depth + _I32.unpack(operand)[0])
        elif code in {Modifier.ROW_END, Modifier.INNER_ROW_END}:
            self.ends_row = bool(operand[0])
        elif code == Modifier.INNER_CELL_END:
            self.ends_inner_cell = bool(operand[0])
        else:
            self.row.modify(code, operand)


class Formats:
    """Resolves paragraph formats; equal ones only once."""

    def __init__(self, styles: Mapping[int, Style], data: bytes) -> None:
        self._styles = styles
        self._data = data
        self._resolved: dict[tuple[bytes, bytes], ParagraphFormat] = {}
        self._bases: dict[int, ParagraphFormat] = {}
        self._left = LARGEST_FORMATS

    def resolve(self, formats: bytes, piece_formats: bytes = b"") -> ParagraphFormat:
        """The format of a paragraph.

        Args:
            formats: Style number, then modifiers, as stored in a page.
            piece_formats: Modifiers of the paragraph's piece.

        Raises:
            UnreadableFileError: The file has too many formats.
        """
        key = formats, piece_formats
        if key not in self._resolved:
            style = _U16.unpack_from(formats)[0] if len(formats) > 1 else 0
            base = self._style(style)
            resolved = replace(base, row=base.row.copy())
            self._apply(resolved, formats[2:])
            self._apply(resolved, piece_formats)
            self._resolved[key] = resolved
        return self._resolved[key]

    def _style(self, number: int) -> ParagraphFormat:
        if number not in self._bases:
            chain: list[Style] = []
            step = self._styles.get(number)
            while step is not None and len(chain) < _LONGEST_CHAIN:
                chain.append(step)
                step = self._styles.get(step.base)
            resolved = ParagraphFormat(style=number)
            for style in reversed(chain):
                if style.level is not None:
                    resolved.level = style.level
                resolved.in_contents |= style.is_of_contents
                self._apply(resolved, style.formats)
            self._bases[number] = resolved
        return self._bases[number]

    def _apply(self, resolved: ParagraphFormat, formats: bytes) -> None:
        self._spend(formats)
        for code, operand in modifiers(formats):
            if code in _ELSEWHERE:
                for inner, value in modifiers(self._elsewhere(operand)):
                    resolved.modify(inner, value)
            else:
                resolved.modify(code, operand)

    def _elsewhere(self, operand: bytes) -> bytes:
        """Formats too long for a page, stored in the data stream."""
        at = int.from_bytes(operand, "little")
        size = int.from_bytes(self._data[at : at + 2], "little")
        formats = self._data[at + 2 : at + 2 + size]
        self._spend(formats)
        return formats

    def _spend(self, formats: bytes) -> None:
        self._left -= len(formats)
        if self._left < 0:
            limit = LARGEST_FORMATS >> 20
            raise too_large(
                Words(f"格式超过 {limit} MB", f"more than {limit} MB of formats")
            )
