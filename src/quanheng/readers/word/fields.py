"""Fields (域): what of them shows."""

import re
from dataclasses import dataclass
from typing import Final

_DAMAGED_CONTENTS: Final = re.compile("未定义书签|未找到目录项")
_INSTRUCTION_HEAD: Final = 20
"""Characters of a field's instruction that tell its kind."""


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shows: bool = False
    is_contents: bool = False


class Fields:
    """The fields that are open while a text is read, for they may run over paragraphs.

    Of a field its result shows, not its instruction; of a table of contents
    nothing, save an entry that reports its own damage.
    """

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._instructions = 0
        """Open fields whose instruction is still being read."""
        self._contents = 0
        """Open tables of contents."""

    @property
    def hides(self) -> bool:
        """Whether some of the text at this point does not show."""
        return bool(self._instructions or self._contents)

    @property
    def instructs(self) -> bool:
        """Whether this point lies in an instruction."""
        return bool(self._instructions)

    def begin(self) -> None:
        """A field begins with its instruction."""
        self._open.append(_Field())
        self._instructions += 1

    def instruct(self, text: str) -> None:
        """A piece of an instruction."""
        if self._open and len(self._open[-1].instruction) < _INSTRUCTION_HEAD:
            self._open[-1].instruction += text

    def show(self) -> None:
        """The instruction of the innermost field ends, its result follows."""
        if self._open and not self._open[-1].shows:
            field = self._open[-1]
            field.shows = True
            field.is_contents = field.instruction.split()[:1] == ["TOC"]
            self._instructions -= 1
            self._contents += field.is_contents

    def end(self) -> None:
        """The innermost field ends."""
        if self._open:
            field = self._open.pop()
            self._instructions -= not field.shows
            self._contents -= field.is_contents

    def shown(self, text: str) -> str:
        """What shows of a text at this point."""
        if self._instructions or (self._contents and not is_damaged_entry(text)):
            return ""
        return text


def is_damaged_entry(text: str) -> bool:
    """Whether an entry of a table of contents reports its own damage."""
    return bool(_DAMAGED_CONTENTS.search(text))
