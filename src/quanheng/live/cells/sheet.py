"""The live cells of one table while they are being gathered (活动单元格)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quanheng.document.live import Alarm, Live, Tone
from quanheng.document.table import Align, Cell, Table
from quanheng.live.formulas.expressions import Place, cell
from quanheng.live.formulas.hidden_cells import Aid

_OPEN: Final = Live(is_open=True)
_LIFELESS: Final = Live()


class Sheet:
    """A table whose cells come alive, and the cells beside it (表格).

    Attributes:
        formulas: Formulas that hold in more than one row.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._lives: dict[Place, Live] = {}
        self._alarms: dict[Place, list[Alarm]] = {}
        self._aside: list[Cell] = []
        self._columns: dict[str, int] = {}
        self._header: int | None = None
        self.formulas: dict[tuple[Aid, str, str], str] = {}

    def open(self, place: Place, live: Live | None = None) -> None:
        """Let a person fill in a cell."""
        self.put(place, replace(live, is_open=True) if live else _OPEN)

    def open_fields(self, live: Live | None = None) -> None:
        """Let a person fill in every cell that holds a field of the report."""
        for each in self._table.cells:
            if each.field:
                self.open((each.row, each.column), live)

    @property
    def project(self) -> int:
        """Number of the project whose fields it holds."""
        return self._table.project

    def put(self, place: Place, live: Live) -> None:
        """Give a cell a life; the alarms of before stay."""
        self._lives[place] = live
        if live.alarms:
            self.warn(place, *live.alarms)

    def text(self, place: Place | None) -> str:
        """What a cell of the table holds; nothing where there is no such cell."""
        found = self._table.grid[place[0]][place[1]] if place else None
        return found.text if found else ""

    def warn(self, place: Place | None, *alarms: Alarm) -> None:
        """Let a cell tell of faults by its colour; nothing without the cell."""
        if place is not None:
            self._alarms.setdefault(place, []).extend(alarms)

    def column(self, heading: str) -> int:
        """The column beside the table of a heading; the first call makes it."""
        first = self._table.column_count + 1
        return self._columns.setdefault(heading, first + len(self._columns))

    def beside(
        self,
        row: int,
        heading: str,
        live: Live,
        text: str = "",
        align: Align = Align.CENTER,
    ) -> Place:
        """Put a cell beside a row, below a heading."""
        place = row, self.column(heading)
        self._aside.append(Cell(text, *place, align=align, live=live))
        return place

    def head(self, row: int, headings: Sequence[str], *, hidden: bool) -> None:
        """Put headings beside a row."""
        live = Live(is_hidden=hidden)
        for heading in headings:
            place = row, self.column(heading)
            self._aside.append(Cell(heading, *place, align=Align.CENTER, live=live))

    def repeat(self, row: int) -> None:
        """Print a row again on top of each page, unless the table has such rows."""
        self._header = None if self._table.header_rows else row

    def mark_empty(self) -> None:
        """Colour what waits to be filled in; any other fault comes first."""
        for place, live in self._lives.items():
            if live.is_open:
                self.warn(place, Alarm(f'{cell(place)}=""', Tone.EMPTY))

    @property
    def computes(self) -> bool:
        """Whether anything beside it computes."""
        return bool(self._aside)

    def table(self) -> Table:
        """The table with its lives."""
        cells = tuple(self._alive(each) for each in self._table.cells)
        return replace(
            self._table,
            cells=cells,
            aside=tuple(self._aside),
            inner_header=self._header,
        )

    def _alive(self, cell: Cell) -> Cell:
        place = cell.row, cell.column
        live = self._life(place)
        if live is None:
            return cell
        return replace(cell, live=live)

    def _life(self, place: Place) -> Live | None:
        live, alarms = self._lives.get(place), self._alarms.get(place)
        if not alarms:
            return live
        return replace(live or _LIFELESS, alarms=tuple(alarms))
