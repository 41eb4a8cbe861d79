"""Traces of bookmarks and fields that a conversion left in a text (域代码残留)."""

import re
from typing import Final

_BOOKMARK: Final = re.compile(r"\[bookmark:[^\]\n]{0,200}\]")
_TRACE: Final = re.compile(
    r"\[bookmark:[^\]\n]{0,200}\]"
    r"|\{\s*(?:TOC|PAGEREF|HYPERLINK|REF)\b[^{}\n]{0,200}\}"
    r"|\b(?:TOC|PAGEREF|HYPERLINK)\s+(?:\\[a-z]\s*|\"[^\"\n]*\"\s*|_Toc\d+\s*)+"
    r"|_Toc\d+"
)


def without_bookmarks(text: str) -> str:
    """The text without ``[bookmark: _Toc1]``, as a reader of it understands it."""
    return _BOOKMARK.sub("", text) if "[bookmark:" in text else text


def traces_in(text: str) -> tuple[str, ...]:
    """The traces of bookmarks and fields in a text, in order."""
    if "[" not in text and "_" not in text and "\\" not in text:
        return ()
    return tuple(match.group() for match in _TRACE.finditer(text))
