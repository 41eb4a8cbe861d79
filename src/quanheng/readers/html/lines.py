"""The text of blocks (文字): white space as browsers show it, line breaks kept."""

import re
from typing import Final

LINE_BREAK: Final = "\v"
"""Stands for ``<br>`` until white space is settled."""

_WIDE: Final = "[\u2018-\u201f\u2026\u3000-\u303f\u3400-\u9fff\uff01-\uff60]"
_WRAPPED: Final = re.compile(rf"(?<={_WIDE})[ \t\f]*[\r\n]\s*?(?={_WIDE})", re.ASCII)
"""A line of markup that ends between two wide characters: no blank is meant."""
_BLANKS: Final = re.compile(r"[ \t\f\r\n]+")
_AROUND_BREAK: Final = re.compile(rf" ?{LINE_BREAK} ?")


class Line:
    """The pieces of one line of text, gathered until its block ends."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def add(self, text: str, *, preformatted: bool = False) -> None:
        """Add a piece of text; a preformatted one keeps its line breaks."""
        if preformatted:
            text = text.replace("\r\n", "\n").replace("\n", LINE_BREAK)
        self._pieces.append(text)

    def take(self) -> str:
        """The text so far, as it shows; the next line begins."""
        text = "".join(self._pieces)
        self._pieces.clear()
        if "\n" in text:
            text = _WRAPPED.sub("", text)
        text = _BLANKS.sub(" ", text)
        text = _AROUND_BREAK.sub("\n", text).replace("\xa0", " ")
        return text.strip()
