"""Storable characters and their widths (字符)."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_NOT_IN_XML: Final = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)

_ENDED: Final = re.compile(r"\r\n?")

_SEAM: Final = re.compile(
    "[\u4e00-\u9fff](?=[0-9A-Za-z])|[0-9A-Za-z%](?=[\u4e00-\u9fff])"
)
_GAP: Final = 0.5


def storable(text: str) -> str:
    """The text with unified line ends, without characters that XML can't hold."""
    return _NOT_IN_XML.sub("", _ENDED.sub("\n", text))


@lru_cache(maxsize=16384)
def display_width(text: str) -> int:
    """Width of a line in half-width columns: a Chinese character takes two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


@lru_cache(maxsize=16384)
def set_width(text: str) -> float:
    """Width of a line in office programs, in half-width columns.

    They add a quarter of a character between Chinese and Latin letters or digits.
    """
    return display_width(text) + _GAP * len(_SEAM.findall(text))
