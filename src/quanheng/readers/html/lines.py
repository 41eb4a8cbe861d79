"""The text of blocks (文字): white space as browsers show it, line breaks kept."""

import re
from dataclasses import dataclass, field
from typing import Final

LINE_BREAK: Final = "\v"
"""Stands for ``<br>`` until white space is settled."""

_BLANKS: Final = re.compile(r"[ \t\f\r\n]+")
_AROUND_BREAK: Final = re.compile(rf" ?{LINE_BREAK} ?")
_PAGE_NUMBER: Final = re.compile(r"[\s.．·…]*\d{0,3}\s*")


@dataclass(slots=True)
class Line:
    """The pieces of text of one block, gathered until it ends."""

    _pieces: list[str] = field(default_factory=list)
    _has_link: bool = False
    _has_more: bool = False

    def add(self, text: str, *, linked: bool, preformatted: bool = False) -> None:
        """Add a piece of text.

        Args:
            text: The text as it stands in the markup.
            linked: Whether it belongs to a link to a place on the same page.
            preformatted: Whether its line breaks show.
        """
        if preformatted:
            text = text.replace("\r\n", "\n").replace("\n", LINE_BREAK)
        self._pieces.append(text)
        if linked:
            self._has_link = True
        elif not self._has_more:
            self._has_more = _PAGE_NUMBER.fullmatch(text) is None

    @property
    def is_link(self) -> bool:
        """Whether it is a link to a place on the same page, and maybe its number."""
        return self._has_link and not self._has_more

    def text(self) -> str:
        """The text as it shows."""
        text = _BLANKS.sub(" ", "".join(self._pieces))
        return _AROUND_BREAK.sub("\n", text).replace("\xa0", " ").strip()
