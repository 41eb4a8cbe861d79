"""Goals and what became of them, side by side or as label and text (绩效目标)."""

import itertools
from collections.abc import Mapping, Sequence

from quanheng.core.field import Field
from quanheng.core.report import Goals
from quanheng.document.table import Cell
from quanheng.forms.labels import is_label, meaning
from quanheng.forms.recognising.first_filled import FirstFilled
from quanheng.forms.recognising.rows import Row


class GoalReading:
    """The goals of one project while they are being read."""

    def __init__(self) -> None:
        self._texts: FirstFilled[str] = FirstFilled()

    def put(self, name: str, value: Field) -> None:
        """Keep a text; the first one that is filled wins."""
        self._texts.put(name, value)

    def append(self, name: str, cell: Cell) -> None:
        """Add a line to a text that goes over several rows."""
        known = self._texts.get(name)
        if known is None or not known.raw:
            self._texts[name] = Field(cell.text, cell.at)
        elif cell.text:
            also = (*known.also, cell.at)
            self._texts[name] = Field(f"{known.raw}\n{cell.text}", known.at, also)

    def has(self, name: str) -> bool:
        """Whether a text is known and filled."""
        return bool((known := self._texts.get(name)) and known.raw)

    def goals(self) -> Goals:
        """What was read."""
        return Goals(**self._texts)


def goal_columns(row: Row) -> Mapping[str, Cell]:
    """The heads of texts that stand in the row below, empty where there is none.

    A head over its own text is never the label left of all: that one runs down
    beside the texts.
    """
    named = [
        (name, cell)
        for cell in row.own
        if cell.row_span == 1 and (name := meaning("goal", cell.text))
    ]
    last = dict(named)
    if len(last) < 2 and not _stands_beside_label(row):
        return {}
    return last


def _stands_beside_label(row: Row) -> bool:
    """A single head (预期目标) right of the block's label."""
    labels = [cell for cell in row.filled if meaning("goal", cell.text)]
    return len(labels) == len(row.filled) >= 2


class GoalBlock:
    """The rows below goal heads.

    Args:
        heads: Meaning → head cell.
        reading: Where the texts go.
    """

    def __init__(self, heads: Mapping[str, Cell], reading: GoalReading) -> None:
        self.heads = {n: c for n, c in heads.items() if not reading.has(n)}
        self.reading = reading
        for name, head in self.heads.items():
            reading.put(name, Field("", head.at))  # a workbook has no empty rows

    def take(self, row: Row) -> bool:
        """Read a row; False when it is none of the block's."""
        cells = self._cells(row)
        found = [cell for cell in cells.values() if cell is not None]
        if not found or len({id(cell) for cell in found}) < len(found):
            return False
        if any(is_label(cell.text) for cell in row.filled):
            return False
        for name, cell in cells.items():
            if cell is not None:
                self.reading.append(name, cell)
        return True

    def _cells(self, row: Row) -> dict[str, Cell | None]:
        """The cells below the heads; those of a ragged row in their order."""
        filled = row.filled
        if row.is_ragged and len(filled) == len(self.heads):
            order = sorted(self.heads, key=lambda name: self.heads[name].column)
            return dict(zip(order, filled, strict=True))
        return {name: row.cell(head.column) for name, head in self.heads.items()}


def goal_pairs(cells: Sequence[Cell], reading: GoalReading) -> bool:
    """A goal's label with its text in the next cell; False when there is none."""
    taken = False
    for label, value in itertools.pairwise(cells):
        name = meaning("goal", label.text)
        if name and value.text and not is_label(value.text):
            reading.put(name, Field(value.text, value.at))
            taken = True
    return taken
