"""Tables as rows of cells, ready for reading by labels (表格行)."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from quanheng.core.field import Field
from quanheng.core.source import Source
from quanheng.document.table import Cell, Table

_INNER_BLANK: Final = re.compile(r"(?<![0-9A-Za-z])\s+|\s+(?![0-9A-Za-z])")


@lru_cache(maxsize=65536)
def compact(text: str) -> str:
    """A short cell text without the blanks that stand between Chinese characters."""
    if len(text.split(maxsplit=1)) < 2:
        return text.strip()
    return _INNER_BLANK.sub("", text)


def field(cell: Cell) -> Field:
    """A short cell as a field: line breaks inside words are layout, not content."""
    return Field(compact(cell.text), cell.at)


def prose(cell: Cell) -> Field:
    """A cell of running text as a field, its lines kept."""
    return Field(cell.text.strip(), cell.at)


@dataclass(frozen=True)
class Row:
    """One grid row of a table (行).

    Attributes:
        slots: The cell that covers each grid column; None where a ragged row ends.
        own: The cells that begin in this row, in order.
        carried: The cells that reach into it from above.
        at: Its place.
        kind: What it was judged to be, see ``labelling``.
        margin: How much better that is than the next best kind.
        runner_up: That other kind.
    """

    slots: tuple[Cell | None, ...]
    own: tuple[Cell, ...]
    carried: tuple[Cell, ...]
    at: Source
    kind: str = ""
    margin: float = 0.0
    runner_up: str = ""

    def judged(self, kind: str, margin: float, runner_up: str) -> "Row":
        """The same row, knowing what it was judged to be."""
        return Row(
            *(self.slots, self.own, self.carried, self.at, kind, margin, runner_up)
        )

    def cell(self, column: int) -> Cell | None:
        """The cell that covers a grid column, None where the row has none."""
        return self.slots[column] if column < len(self.slots) else None

    @cached_property
    def is_ragged(self) -> bool:
        """Whether the row ends before the grid does and merges nothing.

        Such rows come from texts that lost their empty cells: the columns of what is
        left are to be found by content.
        """
        return (
            not self.carried
            and (not self.slots or self.slots[-1] is None)
            and all(cell.column_span == 1 == cell.row_span for cell in self.own)
        )

    @cached_property
    def filled(self) -> tuple[Cell, ...]:
        """The cells that begin here and hold text."""
        return tuple([cell for cell in self.own if cell.text])


def rows_of(table: Table) -> list[Row]:
    """The rows of a table, from the top."""
    own: list[list[Cell]] = [[] for _ in range(table.row_count)]
    carried: list[list[Cell]] = [[] for _ in range(table.row_count)]
    for cell in table.cells:
        own[cell.row].append(cell)
        for below in range(cell.row + 1, cell.row + cell.row_span):
            carried[below].append(cell)
    places = [_place(table, number, begun) for number, begun in enumerate(own)]
    return [
        Row(slots, tuple(own[number]), tuple(carried[number]), places[number])
        for number, slots in enumerate(table.grid)
    ]


def _place(table: Table, number: int, own: list[Cell]) -> Source:
    """The place of a row, by its cells: a worksheet may have lines above its table."""
    row = next((cell.at.row for cell in own if cell.at.row), number + 1)
    return Source(table=table.at.table, row=row, sheet=table.at.sheet)
