"""Number of lines of a paragraph, by the rules of Chinese typesetting (断行)."""

import re
from typing import Final

from quanheng.writers.characters import display_width

_TOKEN: Final = re.compile(r"[!-~]+| +|.", re.DOTALL)
_HANGING: Final = frozenset("，。、；：！？")
"""Punctuation that hangs over the end of a line."""
_CLOSING: Final = frozenset("）》”’〕】」』%％…")
"""Punctuation that never begins a line."""
_OPENING: Final = frozenset("（《“‘〔【「『")
"""Punctuation that never ends a line."""
_OFF: Final = {**dict.fromkeys("%&@", 0.7), **dict.fromkeys("(),.:;'!|", -0.4)}
"""Width of Times New Roman characters beyond half a Chinese one, in half-widths."""
_APART: Final = frozenset(["", " ", "(", "["])
"""Ends of Latin text without a gap behind it."""
_GAP: Final = 0.4
"""Half-width columns between Chinese and Latin text."""


def line_count(text: str, room: float, indent: float = 0) -> int:
    """Lines of a paragraph with line breaks; widths are half-width columns."""
    # A cell narrower than a character still has one character per line.
    return sum(_lines(part, max(1.0, room), indent) for part in text.split("\n"))


def _lines(text: str, room: float, indent: float) -> int:
    count, used, held, last = 1, indent, 0.0, 0.0
    before = ""
    for token in _TOKEN.findall(text):
        width = held + display_width(token)
        width += sum(_OFF.get(sign, 0) for sign in token)
        width += _GAP if _meet(before, token) else 0
        before = token
        if token in _OPENING:
            # Goes to the line of the next token.
            held = width
            continue
        if token in _HANGING or used + width <= room:
            used += width
        elif width > room:
            # A word longer than a line breaks in place.
            broken, used = divmod(used + width, room)
            count += int(broken)
        else:
            used = width + (last if token in _CLOSING else 0)
            count += 1
        held, last = 0.0, width
    return count


def _meet(before: str, token: str) -> bool:
    """Whether a Chinese character is next to a Latin word."""
    if before.isascii():
        return before[-1:] not in _APART and not token.isascii() and token.isalpha()
    return before.isalpha() and token.isascii() and token[:1].isalnum()
