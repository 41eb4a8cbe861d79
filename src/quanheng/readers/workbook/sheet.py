"""A worksheet as stored, for all workbook formats (工作表)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.refusals import too_large
from quanheng.core.source import Source
from quanheng.core.unread import Unread
from quanheng.readers.limits import PlaceBudget

MOST_COLUMNS: Final = 16_384
"""Most columns of a sheet that programs can open."""

MOST_CHARACTERS: Final = 20_000_000
"""Most characters in the cells of one file, where each use of a shared text counts: the
longest report has 1 MB, but a short file can repeat one long text a million times."""

_NUMBER: Final = re.compile(r"[-+]?[0-9][0-9,.]*[%％]?$")
_HIDDEN: Final = Words(
    "为隐藏行且填有数字，未读入", "is a hidden row with numbers, not read"
)

Place = tuple[int, int]
"""Row and column, from 0."""

Area = tuple[int, int, int, int]
"""First row and column, last row and column, from 0."""


class CellBudget:
    """Counts the cells and characters of one file and stops at the limits."""

    def __init__(self) -> None:
        self._cells = PlaceBudget()
        self._left = MOST_CHARACTERS

    def spend(self, text: str) -> None:
        """Take a cell with its text from the budget.

        Raises:
            UnreadableFileError: The file has too many cells or characters.
        """
        self._cells.spend(1)
        self._left -= len(text)
        if self._left < 0:
            raise too_large(
                Words(
                    f"单元格文字超过{MOST_CHARACTERS // 10_000}万字",
                    f"its cells hold more than {MOST_CHARACTERS:,} characters",
                )
            )


@dataclass(slots=True)
class Sheet:
    """The cells with text, merged areas and hidden lines of a sheet (工作表).

    Attributes:
        name: The sheet's name.
        budget: Shared by all sheets of a file.
        texts: Displayed texts by place, including hidden rows and columns.
        merges: Merged areas; the first place of each holds the text.
        hidden_rows: Numbers of hidden rows.
        hidden_columns: Hidden columns as bits, because a file may hide the same
            thousand columns a thousand times.
    """

    name: str
    budget: CellBudget
    texts: dict[Place, str] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: int = 0

    def put(self, row: int, column: int, text: str) -> None:
        """Store the text of a cell unless it is blank, with unified line ends."""
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        if text := text.strip():
            self.budget.spend(text)
            self.texts[row, column] = text

    def hide_columns(self, first: int, last: int) -> None:
        """Mark a range of columns as hidden."""
        count = min(last, MOST_COLUMNS - 1) - first + 1
        if count > 0:
            self.hidden_columns |= ((1 << count) - 1) << first

    def unread(self) -> Iterator[Unread]:
        """Hidden rows with numbers; other hidden rows don't matter."""
        filled = {row for (row, _), text in self.texts.items() if _NUMBER.match(text)}
        for row in sorted(filled & self.hidden_rows):
            yield Unread(Source(sheet=self.name, row=row + 1), _HIDDEN)

    def shows(self, place: Place) -> bool:
        """Whether the row and the column of a place are visible."""
        row, column = place
        return row not in self.hidden_rows and not self.hidden_columns >> column & 1
