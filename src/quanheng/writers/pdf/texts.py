"""Texts for PDF files, so that they print in full and read back (文字)."""

import re
from typing import Final

from quanheng.document.draft_marks import pieces
from quanheng.document.pdf_marks import BREAKABLE, FIRM_BLANK
from quanheng.writers.characters import storable

_ENDED: Final = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_LOOSE: Final = re.compile(r"[ \t]{2,}|^[ \t]+|[ \t]+$|\t", re.MULTILINE)
"""Repeated blanks, blanks at the ends of lines, and tabs."""
_EDGES: Final = re.compile(r"^ | $")
"""Blanks next to a highlighted mark of a draft."""
_WORD: Final = re.compile(r"[!-~]+")
_BROAD: Final = re.compile(r"[%&@mwMWA-Z]")
_BROAD_SIGN: Final = 0.8
_SIGN: Final = 0.52
"""Widths of letters and digits, relative to the font size."""


def printed(
    text: str, room: float | None = None, size: float = 16.0
) -> str | list[str]:
    """The text, or its lines if it has several, with fixed blanks.

    Words wider than ``room`` points at a font size become breakable.
    """
    text = _LOOSE.sub(_firm, _ENDED.sub("\n", storable(text)))
    text = "".join(
        piece.text if piece.is_mark else _EDGES.sub(_firm, piece.text)
        for piece in pieces(text)
    )
    if room is not None and len(text) * size > room:
        text = _WORD.sub(lambda word: _breakable(word[0], room, size), text)
    return text.split("\n") if "\n" in text else text


def _firm(blanks: re.Match[str]) -> str:
    return FIRM_BLANK * len(blanks[0])


def _breakable(word: str, room: float, size: float) -> str:
    """A word with break opportunities if it may be wider than the line."""
    broad = len(_BROAD.findall(word))
    width = (broad * _BROAD_SIGN + (len(word) - broad) * _SIGN) * size
    return BREAKABLE.join(word) if width > room else word
