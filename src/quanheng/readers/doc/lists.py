"""List definitions of old Word files (编号定义)."""

import struct
from dataclasses import dataclass
from typing import Final

from quanheng.readers.word.numbering import Level, NumberedList

_LIST: Final = struct.Struct("<I4x9HBx")
_SIMPLE: Final = 1
_LEVELS: Final = 9
_NO_STYLE: Final = 0x0FFF
_LEVEL: Final = struct.Struct("<iBB9xB8xBBBx")
_COUNT: Final = struct.Struct("<I")
_LENGTH: Final = struct.Struct("<H")
_ARABIC_ONLY: Final = 0x04
_OWN_RESTART: Final = 0x08
_SUFFIXES: Final = ("tab", "space", "nothing")
_REFERENCE: Final = struct.Struct("<I8xB3x")
_OVERRIDE: Final = struct.Struct("<iI")
_STARTS: Final = 0x10
_REFORMATS: Final = 0x20
_FORMATS: Final = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal",
    "cardinalText", "ordinalText", "hex", "chicago", "ideographDigital",
    "japaneseCounting", "aiueo", "iroha", "decimalFullWidth", "decimalHalfWidth",
    "japaneseLegal", "japaneseDigitalTenThousand", "decimalEnclosedCircle",
    "decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet",
    "ganada", "chosung", "decimalEnclosedFullstop", "decimalEnclosedParen",
    "decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional",
    "ideographZodiac", "ideographZodiacTraditional", "taiwaneseCounting",
    "ideographLegalTraditional", "taiwaneseCountingThousand", "taiwaneseDigital",
    "chineseCounting", "chineseLegalSimplified", "chineseCountingThousand",
)  # fmt: skip
"""Number format names, indexed by code."""
_NO_NUMBER: Final = 255
_LARGEST_START: Final = 32_767


@dataclass(slots=True)
class _Cursor:
    data: bytes
    at: int

    def take(self, shape: struct.Struct) -> tuple[int, ...]:
        taken = shape.unpack_from(self.data, self.at)
        self.at += shape.size
        return taken


def read_lists(lists: bytes, references: bytes) -> dict[str, NumberedList]:
    """The lists by the number that paragraphs refer to.

    The levels are stored behind the part with the ``lists``.
    """
    if not lists or not references:
        return {}
    levels_by_list = _read_levels(lists)
    cursor = _Cursor(references, 0)
    (count,) = cursor.take(_COUNT)
    heads = [
        cursor.take(_REFERENCE)
        for _ in range(min(count, len(references) // _REFERENCE.size))
    ]
    found: dict[str, NumberedList] = {}
    for number, (key, overrides) in enumerate(heads, start=1):
        levels = dict(levels_by_list.get(key, {}))
        starts: dict[int, int] = {}
        cursor.at += 4
        for _ in range(overrides):
            _read_override(cursor, levels, starts)
        found[str(number)] = NumberedList(str(key), levels, starts)
    return found


def _read_levels(lists: bytes) -> dict[int, dict[int, Level]]:
    cursor = _Cursor(lists, 0)
    (count,) = cursor.take(_LENGTH)
    heads = [cursor.take(_LIST) for _ in range(count)]
    found: dict[int, dict[int, Level]] = {}
    for key, *styles, flags in heads:
        levels = 1 if flags & _SIMPLE else _LEVELS
        found[key] = {
            place: _read_level(cursor, place, styles[place]) for place in range(levels)
        }
    return found


def _read_level(cursor: _Cursor, place: int, style: int = _NO_STYLE) -> Level:
    start, kind, bits, follow, characters, paragraph, limit = cursor.take(_LEVEL)
    cursor.at += characters + paragraph
    (length,) = cursor.take(_LENGTH)
    raw = cursor.data[cursor.at : cursor.at + 2 * length]
    cursor.at += 2 * length
    text = raw.decode("utf-16-le", "replace")
    return Level(
        start=start if 0 <= start <= _LARGEST_START else 0,
        format=_format(kind),
        text="".join(f"%{ord(c) + 1}" if c < "\t" else c for c in text),
        suffix=_SUFFIXES[min(follow, 2)],
        restart=min(limit, place) if bits & _OWN_RESTART else None,
        arabic_only=bool(bits & _ARABIC_ONLY),
        style="" if style == _NO_STYLE else str(style),
    )


def _format(code: int) -> str:
    if code == _NO_NUMBER:
        return "none"
    return _FORMATS[code] if code < len(_FORMATS) else "decimal"


def _read_override(
    cursor: _Cursor, levels: dict[int, Level], starts: dict[int, int]
) -> None:
    start, bits = cursor.take(_OVERRIDE)
    place = bits & 15
    if bits & _STARTS:
        starts[place] = start
    if bits & _REFORMATS:
        levels[place] = _read_level(cursor, place)
