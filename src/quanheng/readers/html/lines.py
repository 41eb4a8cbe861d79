"""The text of blocks: white space collapsed, line breaks kept (文字)."""

import re
from dataclasses import dataclass, field
from typing import Final

LINE_BREAK: Final = "\v"
"""Placeholder for ``<br>`` until white space is collapsed."""

_BLANKS: Final = re.compile(r"[ \t\f\r\n]+")
_AROUND_BREAK: Final = re.compile(rf" ?{LINE_BREAK} ?")
_PAGE_NUMBER: Final = re.compile(r"[\s.．·…]*\d{0,3}\s*")


@dataclass(slots=True)
class Line:
    """Collects the text of one block."""

    _pieces: list[str] = field(default_factory=list)
    _has_link: bool = False
    _has_more: bool = False

    def add(self, text: str, *, linked: bool, preformatted: bool = False) -> None:
        """Add text as it is in the markup.

        Args:
            text: The text.
            linked: Whether it belongs to a link within the page.
            preformatted: Whether its line breaks are kept.
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
        """Whether it is only a link within the page, and maybe a page number."""
        return self._has_link and not self._has_more

    def text(self) -> str:
        """The text as displayed."""
        text = _BLANKS.sub(" ", "".join(self._pieces))
        return _AROUND_BREAK.sub("\n", text).replace("\xa0", " ").strip()
