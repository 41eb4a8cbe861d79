"""Rows below an indicator header → indicators (指标表)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable, TableShape
from quanheng.core.source import Source
from quanheng.document.table import Cell
from quanheng.forms.recognising.head.values import grade_in
from quanheng.forms.recognising.indicators.class_rows import class_levels, names_in
from quanheng.forms.recognising.indicators.header import Header
from quanheng.forms.recognising.indicators.row import COLUMNS, RowReading
from quanheng.forms.recognising.judging.evidence import shape as look_of
from quanheng.forms.recognising.rows import Row, field

_FIGURES: Final = ("number", "points")


class IndicatorBlock:
    """An indicator table while its rows are being read.

    Args:
        header: Its header.
        at: The table.
    """

    def __init__(self, header: Header, at: Source) -> None:
        self.at = at
        self.rows: list[Indicator] = []
        self.total_weight: Field | None = None
        self.total_score: Field | None = None
        self.grade: Field | None = None
        self._row = RowReading(header)

    @property
    def header(self) -> Header:
        """The head that the last rows stood below."""
        return self._row.header

    def continue_with(self, header: Header) -> None:
        """A repeated header: the table goes on, perhaps with other columns."""
        self._row.header = header

    def read(self, body: Sequence[Row]) -> None:
        """Read the rows below a head, each by its kind."""
        body = [self._with_its_kind(row) for row in body]
        levels = class_levels(body)
        for row in body:
            if row.kind == "class":
                self._row.take_class(row, names_in(row), next(levels))
            elif row.filled:
                self._take(row)

    def _with_its_kind(self, row: Row) -> Row:
        """A row; one that names no class but an indicator without values as such."""
        if row.kind == "class" and self._row.names_alone(row):
            return replace(row, kind="indicator")
        return row

    def _take(self, row: Row) -> None:
        if row.kind == "total":
            self._take_total(row)
        elif row.kind == "indicator":
            found = self._row.indicator(row)
            self.rows += [found] if found else []

    def table(self) -> IndicatorTable:
        """What was read."""
        return IndicatorTable(
            rows=tuple(self.rows),
            labels=_labels(self.header.labels),
            total_weight=self.total_weight,
            total_score=self.total_score,
            at=self.at,
            shape=shape_of(self.at, self.rows),
        )

    def _take_total(self, row: Row) -> None:
        """The total row; where its cells stand off the columns, its one figure."""
        label, *others = row.filled
        figures = [cell for cell in others if look_of(cell.text) in _FIGURES]
        weight, score = self._row.cell(row, "weight"), self._row.cell(row, "score")
        if score in others and score not in figures:
            weight, score = None, figures[0] if len(figures) == 1 else None
        if weight is not None and weight is not label:
            self.total_weight = field(weight)
        if score is not None and score is not label:
            self.total_score = field(score)
        for cell in others:
            if grade := grade_in(cell.text):
                self.grade = Field(grade, cell.at)


def shape_of(at: Source, rows: Iterable[Indicator]) -> TableShape:
    """How a table stands in its file, by the places of its rows."""
    if not (at.table or at.sheet):
        return TableShape.LINES
    tables = {(row.at.sheet, row.at.table) for row in rows}
    return TableShape.SEVERAL if len(tables) > 1 else TableShape.ONE


def _labels(cells: Mapping[str, Cell]) -> dict[str, Field]:
    return {
        name: field(cell)
        for name, cell in cells.items()
        if name in ("level1", "level2", "level3", "target", *COLUMNS)
    }
