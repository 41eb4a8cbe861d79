"""Texts as they go into a pdf, so that they are printed whole and read back (文字)."""

import re
from typing import Final

from quanheng.document.draft_marks import pieces
from quanheng.document.pdf_marks import BREAKABLE, FIRM_BLANK
from quanheng.writers.characters import storable

_ENDED: Final = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_LOOSE: Final = re.compile(r"[ \t]{2,}|^[ \t]+|[ \t]+$|\t", re.MULTILINE)
"""Blanks beside others or at either end of a line, and tabs."""
_EDGES: Final = re.compile(r"^ | $")
"""Blanks beside a mark of a draft, whose ground parts the text."""
_WORD: Final = re.compile(r"[!-~]+")
_BROAD: Final = re.compile(r"[%&@mwMWA-Z]")
_BROAD_SIGN: Final = 0.8
_SIGN: Final = 0.52
"""Parts of the font's size that letters and figures take."""


def printed(
    text: str, room: float | None = None, size: float = 16.0
) -> str | list[str]:
    """The text, or its lines where it has several.

    Its blanks are made firm and its longest words breakable.

    Args:
        text: The text.
        room: Width of the line in points; None where no word is too long.
        size: Size of the font in points.
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
    """A word that may be parted anywhere where it could be wider than the line."""
    broad = len(_BROAD.findall(word))
    width = (broad * _BROAD_SIGN + (len(word) - broad) * _SIGN) * size
    return BREAKABLE.join(word) if width > room else word
