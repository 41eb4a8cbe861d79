"""Symbol font codes to characters (符号字体)."""

from typing import Final

CHECKED: Final = "☑"
UNCHECKED: Final = "☐"

_SYMBOLS: Final = {
    "Wingdings": {
        0x6F: UNCHECKED,
        0x71: UNCHECKED,
        0x72: UNCHECKED,
        0xA8: UNCHECKED,
        0xFB: "✗",
        0xFC: "✓",
        0xFD: "☒",
        0xFE: CHECKED,
    },
    "Wingdings 2": {
        0x2A: UNCHECKED,
        0x30: UNCHECKED,
        0x35: UNCHECKED,
        0xA3: UNCHECKED,
        0x4F: "✗",
        0x50: "✓",
        0x51: "☒",
        0x52: CHECKED,
        0x53: "☒",
        0x54: "☒",
    },
    "Symbol": {
        0xA3: "≤",
        0xB0: "°",
        0xB1: "±",
        0xB3: "≥",
        0xB4: "×",
        0xB8: "÷",
        0xB9: "≠",
        0xBB: "≈",
        0xD7: "·",
    },
}


def symbol(font: str, code: int) -> str:
    """The character for a code of a symbol font, empty if unknown.

    >>> symbol("Wingdings", 0xF0FE)
    '☑'
    """
    # Symbol fonts are mapped to the private use area from F000.
    small = code - 0xF000 if code >= 0xF000 else code
    known = _SYMBOLS.get(font, {})
    if small in known:
        return known[small]
    # No surrogates or private use characters.
    return chr(code) if 0 <= code < 0xD800 or 0xF8FF < code < 0x110000 else ""
