"""The heads of a table of money, by column (资金表头)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quanheng.document.table import Cell
from quanheng.forms.recognising.money.labels import money_label
from quanheng.forms.recognising.money.pieces import is_figure
from quanheng.forms.recognising.rows import Row


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above one column (列头).

    Attributes:
        place: The grid column.
        labels: Its cells, from the lowest.
    """

    place: int
    labels: tuple[Cell, ...]

    def meaning(self, group: str) -> tuple[str, float]:
        """The best meaning of its labels within a group, with how sure it is."""
        for depth, cell in enumerate(self.labels):
            name, sure = money_label(cell.text).sure(group)
            if name:
                return name, sure - depth / 10
        return "", 0.0

    @property
    def time(self) -> str:
        """What time its labels say where they name all the money."""
        told = map(money_label, (cell.text for cell in self.labels))
        return next((one.time for one in told if one.is_whole and one.time), "")

    def reaches(self, rows: Sequence[Row]) -> bool:
        """Whether it goes on in rows below, as the name of the whole block does."""
        return any(cell in self.labels for row in rows for cell in row.carried)

    def both(self) -> tuple[str, str]:
        """The row of money and the source that its labels name one above the other."""
        row = source = ""
        for cell in self.labels:
            label = money_label(cell.text)
            if label.names_row and not row:
                row = label.row
            elif label.source and not source:
                source = label.source
        return row, source

    @property
    def extra(self) -> str:
        """What the column holds that is no money: ``weight``, ``score``, ``line``."""
        extras = (money_label(cell.text).extra for cell in self.labels)
        return next(filter(None, extras), "")


def no_heads(rows: Sequence[Row]) -> list[Head]:
    """Columns of a table without a head: those that hold a figure in some row."""
    cells = (cell for row in rows for cell in row.own if is_figure(cell.text))
    return [Head(place, ()) for place in sorted({cell.column for cell in cells})]


def heads_of(rows: Sequence[Row]) -> Iterator[Head]:
    """The heads of the columns; a head over several columns counts at its first."""
    width = max((len(row.slots) for row in rows), default=0)
    last: Cell | None = None
    for place in range(width):
        stack = [
            cell for row in reversed(rows) if (cell := row.cell(place)) and cell.text
        ]
        labels = tuple(dict.fromkeys(stack))
        if labels and labels[0] is not last:
            yield Head(place, labels)
            last = labels[0]
