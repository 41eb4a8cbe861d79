"""How many lines a paragraph takes, by the rules of Chinese setting (断行)."""

import re
from typing import Final

from quanheng.writers.characters import display_width

_TOKEN: Final = re.compile(r"[!-~]+| +|.", re.DOTALL)
_HANGING: Final = frozenset("，。、；：！？")
"""Marks that hang over the end of a line rather than begin the next."""
_CLOSING: Final = frozenset("）》”’〕】」』%％…")
"""Marks that take what is before them along to the next line."""
_OPENING: Final = frozenset("（《“‘〔【「『")
"""Marks that end no line."""
_OFF: Final = {**dict.fromkeys("%&@", 0.7), **dict.fromkeys("(),.:;'!|", -0.4)}
"""How far signs of Times New Roman are off half a Chinese character, in half-widths."""
_APART: Final = frozenset(["", " ", "(", "["])
"""What stands at the end of Latin text without a gap behind it."""
_GAP: Final = 0.4
"""Half-width columns that are added between Chinese and Latin text."""


def line_count(text: str, room: float, indent: float = 0) -> int:
    """Lines of a paragraph; its own line breaks count.

    Args:
        text: What it says.
        room: Half-width columns of a line.
        indent: Half-width columns left free at the beginning.
    """
    # A cell narrower than a character still sets one sign a line.
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
            # Goes where the next token goes.
            held = width
            continue
        if token in _HANGING or used + width <= room:
            used += width
        elif width > room:
            # A word longer than a line breaks where it stands.
            broken, used = divmod(used + width, room)
            count += int(broken)
        else:
            used = width + (last if token in _CLOSING else 0)
            count += 1
        held, last = 0.0, width
    return count


def _meet(before: str, token: str) -> bool:
    """Whether a Chinese character and a Latin word stand beside each other."""
    if before.isascii():
        return before[-1:] not in _APART and not token.isascii() and token.isalpha()
    return before.isalpha() and token.isascii() and token[:1].isalnum()
