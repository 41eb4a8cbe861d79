"""The visible text of fields (域)."""

import re
from dataclasses import dataclass
from typing import Final

_DAMAGED_CONTENTS: Final = re.compile("未定义书签|未找到目录项")
_INSTRUCTION_HEAD: Final = 20
"""Characters of a field's instruction that identify its type."""


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shows: bool = False
    is_contents: bool = False


class Fields:
    """The open fields at the current position; a field may span paragraphs.

    A field shows its result, not its instruction; a table of contents shows only
    entries that report a missing bookmark.
    """

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._instructions = 0
        """Open fields whose instruction is still being read."""
        self._contents = 0
        """Open tables of contents."""

    @property
    def hides(self) -> bool:
        """Whether text at this position may be hidden."""
        return bool(self._instructions or self._contents)

    @property
    def instructs(self) -> bool:
        """Whether this position is in an instruction."""
        return bool(self._instructions)

    def begin(self) -> None:
        """Begin a field, and its instruction."""
        self._open.append(_Field())
        self._instructions += 1

    def instruct(self, text: str) -> None:
        """Add text to an instruction."""
        if self._open and len(self._open[-1].instruction) < _INSTRUCTION_HEAD:
            self._open[-1].instruction += text

    def show(self) -> None:
        """End the instruction of the innermost field; its result follows."""
        if self._open and not self._open[-1].shows:
            field = self._open[-1]
            field.shows = True
            field.is_contents = field.instruction.split()[:1] == ["TOC"]
            self._instructions -= 1
            self._contents += field.is_contents

    def end(self) -> None:
        """End the innermost field."""
        if self._open:
            field = self._open.pop()
            self._instructions -= not field.shows
            self._contents -= field.is_contents

    def shown(self, text: str) -> str:
        """The visible part of a text at this position."""
        if self._instructions or (self._contents and not is_damaged_entry(text)):
            return ""
        return text


def is_damaged_entry(text: str) -> bool:
    """Whether an entry of a table of contents reports a missing bookmark."""
    return bool(_DAMAGED_CONTENTS.search(text))
