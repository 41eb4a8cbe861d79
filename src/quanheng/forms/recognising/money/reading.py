"""The budget of one project while it is being read (预算)."""

import re
from collections.abc import Iterable
from typing import Final

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.core.source import WHOLE_FILE, Source
from quanheng.forms.labels import unit_in_label
from quanheng.forms.recognising.first_filled import FirstFilled
from quanheng.language.folding import folded

Key = tuple[BudgetRow, BudgetColumn]

_UNIT_AT_END: Final = re.compile(r"(?:亿元|万元|千元|元)$")


class BudgetReading:
    """The budget of one project while it is being read."""

    def __init__(self) -> None:
        self.cells: FirstFilled[Key] = FirstFilled()
        self.unit: Field | None = None
        self.weight: Field | None = None
        self.score: Field | None = None
        self.at: Source = WHOLE_FILE
        self.taken = 0
        self._further: list[Field] = []
        self._in_report: FirstFilled[Key] | None = None

    def begin_form(self) -> None:
        """The form follows that a report has as its annex: what it says goes first."""
        if self._in_report is None:
            self._in_report, self.cells = self.cells, FirstFilled()

    def put(self, key: Key, value: Field) -> None:
        """Keep a cell; the first one that is filled wins."""
        self.taken += 1
        self.cells.put(key, value)

    def note_further(self, value: Field) -> None:
        """Keep an amount of a source that has no column here (单位资金)."""
        if value.number is not None:
            self._further.append(value)

    def note_points(self, name: str, value: Field) -> None:
        """Keep the ``weight`` or the ``score`` of the rate of execution."""
        if name == "weight":
            self.weight = self.weight or value
        else:
            self.score = self.score or value

    def note_unit(self, labels: Iterable[Field]) -> None:
        """Take the money unit from the first label that names one."""
        for label in labels:
            if self.unit is None and (unit := unit_in_label(label.raw)):
                self.unit = Field(unit, label.at)

    def budget(self) -> Budget | None:
        """What was read, None where no cell was."""
        for key, value in (self._in_report or {}).items():
            self.cells.put(key, value)
        if not self.cells:
            return None
        unit = self.unit or self._unit_in_cells()
        return Budget(
            dict(self.cells),
            unit,
            self.weight,
            self.score,
            self.at,
            tuple(self._further),
        )

    def _unit_in_cells(self) -> Field | None:
        """Where no label names a unit, the cells may: 2.38万元."""
        for cell in self.cells.values():
            if match := _UNIT_AT_END.search(folded(cell.raw)):
                return Field(match[0], cell.at)
        return None
