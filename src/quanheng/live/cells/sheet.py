"""Collects the live cells of one table (活动单元格)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quanheng.document.live import Alarm, Live, Tone
from quanheng.document.table import Align, Cell, Table
from quanheng.live.formulas.expressions import Place, cell
from quanheng.live.formulas.helper_columns import Helper

_NO_LIFE: Final = Live()


class Sheet:
    """A table with its live cells and the cells added beside it (表格).

    Attributes:
        formulas: Formulas shared by rows, by helper column and category.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._lives: dict[Place, Live] = {}
        self._alarms: dict[Place, list[Alarm]] = {}
        self._aside: list[Cell] = []
        self._columns: dict[str, int] = {}
        self._header: int | None = None
        self.formulas: dict[tuple[Helper, str, str], str] = {}

    def open(self, place: Place, live: Live | None = None) -> None:
        """Let a person fill in a cell."""
        self.put(place, replace(live or _NO_LIFE, is_open=True))

    def open_fields(self, live: Live | None = None) -> None:
        """Let a person fill in every field of the report."""
        for each in self._table.cells:
            if each.field:
                self.open((each.row, each.column), live)

    @property
    def project(self) -> int:
        """Number of the project that the table belongs to."""
        return self._table.project

    def put(self, place: Place, live: Live) -> None:
        """Make a cell live; alarms set before stay."""
        self._lives[place] = live
        if live.alarms:
            self.warn(place, *live.alarms)

    def text(self, place: Place | None) -> str:
        """The text of a cell, empty for a missing cell."""
        found = self._table.grid[place[0]][place[1]] if place else None
        return found.text if found else ""

    def warn(self, place: Place | None, *alarms: Alarm) -> None:
        """Colour a cell when a fault occurs; ignore a missing cell."""
        if place is not None:
            self._alarms.setdefault(place, []).extend(alarms)

    def column(self, heading: str) -> int:
        """The column under a heading beside the table, added on first use."""
        first = self._table.column_count + 1
        return self._columns.setdefault(heading, first + len(self._columns))

    def put_beside(
        self,
        row: int,
        heading: str,
        live: Live,
        text: str = "",
        align: Align = Align.CENTER,
    ) -> Place:
        """Add a cell beside a row, under a heading."""
        place = row, self.column(heading)
        self._aside.append(Cell(text, *place, align=align, live=live))
        return place

    def put_headings(self, row: int, headings: Sequence[str], *, hidden: bool) -> None:
        """Add headings beside a row."""
        live = Live(is_hidden=hidden)
        for heading in headings:
            place = row, self.column(heading)
            self._aside.append(Cell(heading, *place, align=Align.CENTER, live=live))

    def repeat_header(self, row: int) -> None:
        """Repeat a row on each printed page, unless the table has header rows."""
        self._header = None if self._table.header_rows else row

    def mark_empty(self) -> None:
        """Colour the cells to be filled in; other alarms take precedence."""
        for place, live in self._lives.items():
            if live.is_open:
                self.warn(place, Alarm(f'{cell(place)}=""', Tone.EMPTY))

    @property
    def computes(self) -> bool:
        """Whether a cell beside the table computes."""
        return bool(self._aside)

    def table(self) -> Table:
        """The table with its live cells."""
        cells = tuple(self._alive(each) for each in self._table.cells)
        return replace(
            self._table,
            cells=cells,
            aside=tuple(self._aside),
            inner_header=self._header,
        )

    def _alive(self, cell: Cell) -> Cell:
        place = cell.row, cell.column
        live, alarms = self._lives.get(place), self._alarms.get(place)
        if alarms:
            live = replace(live or _NO_LIFE, alarms=tuple(alarms))
        return replace(cell, live=live) if live else cell
