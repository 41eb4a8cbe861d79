"""What was decided on the rows and columns of a document, and how surely (判断)."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from quanheng.core.source import Source
from quanheng.document.table import Cell
from quanheng.forms.labels import is_label
from quanheng.forms.recognising.judging.path import Choice, learned_weights
from quanheng.forms.recognising.rows import Row

NOT_JUDGED: Final = Choice("", 0.0, "")


class Decision(NamedTuple):
    """What was decided on one cell (一格的判断).

    Attributes:
        row: The kind of its row.
        column: The role of its column in an indicator table; empty elsewhere.
        beside: The label left of it, outside indicator tables.
        above: The head of its column in an indicator table.
    """

    row: Choice
    column: Choice = NOT_JUDGED
    beside: Cell | None = None
    above: Cell | None = None

    @property
    def margin(self) -> float:
        """How much better this reading was than the next best one."""
        row, column = self.row, self.column
        if not column.label:
            return row.margin if row.label else 0.0
        return min(row.margin, column.margin) if row.label else column.margin

    @property
    def is_sure(self) -> bool:
        """Whether the margins are such that the reading is to be relied on.

        Outside indicator tables a value is told by its label, whatever its row is.
        """
        if not self.column.label:
            return True
        rows = learned_weights("rows")
        is_row_sure = not self.row.label or self.row.margin >= rows.sure
        return is_row_sure and self.is_column_sure

    @property
    def is_column_sure(self) -> bool:
        """Whether the margin of its column alone is such."""
        return self.column.margin >= learned_weights("columns").sure


class Decisions:
    """The decisions on a document while it is being read."""

    def __init__(self) -> None:
        self._cells: dict[Source, tuple[Row, Cell]] = {}
        self._columns: dict[int, Mapping[int, tuple[Choice, Cell | None]]] = {}

    def note_rows(self, rows: Sequence[Row]) -> None:
        """Keep the rows that were read, each knowing its kind."""
        for row in rows:
            for cell in row.own:
                if cell.at.row:  # a line may hold several cells of a lost table
                    self._cells[cell.at] = row, cell

    def note_columns(
        self,
        rows: Sequence[Row],
        columns: Mapping[int, tuple[Choice, Cell | None]],
    ) -> None:
        """Keep what the columns of some rows hold, by grid column, with their heads."""
        for row in rows:
            if not row.is_ragged:
                known = self._columns.get(id(row), {})
                self._columns[id(row)] = {**known, **columns}

    def add(self, others: "Decisions") -> None:
        """Take in what was decided on another part."""
        self._cells |= others._cells
        self._columns |= others._columns

    def at(self, place: Source) -> Decision | None:
        """What was decided on the cell at a place; None where nothing was."""
        known = self._cells.get(place)
        if known is None:
            return None
        row, cell = known
        kind = Choice(row.kind, row.margin, row.runner_up)
        columns = self._columns.get(id(row), {})
        if cell.column in columns:
            role, above = columns[cell.column]
            return Decision(kind, role, above=above)
        return Decision(kind, beside=_label_of(cell, row))


def _label_of(value: Cell, row: Row) -> Cell | None:
    """The last label left of a cell, else the last text."""
    before = [c for c in (*row.carried, *row.own) if c.text and c.column < value.column]
    return max(before, key=lambda c: (is_label(c.text), c.column), default=None)
