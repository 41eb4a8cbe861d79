"""Places of the cells of a composed form (栏位位置)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Any, Final

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import Goals, IndicatorTable, Project
from quanheng.core.source import Source
from quanheng.document.blocks import Document
from quanheng.document.table import Cell, Table
from quanheng.live.formulas.expressions import Place, cell, in_row, place_of, text

_ROW: Final = "indicators."
_NAME: Final = f"{_ROW}name"
_FIELDS: Final = (
    *("name", "level1", "level2", "target", "actual"),
    *("weight", "completion", "score", "reason"),
)


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """The places of one indicator row (指标行位置).

    Attributes:
        cells: Column → place of its cell, for the columns that the form has: ``name``,
            ``level1``, ``target`` …; ``sign`` and ``unit`` where they stand apart.
        is_execution: Whether the row states the execution rate.
    """

    cells: Mapping[str, Place]
    is_execution: bool = False

    @property
    def row(self) -> int:
        """The grid row."""
        return self.cells["name"][0]

    def get(self, column: str) -> Place | None:
        """The place of a cell, None where the form has no such column."""
        return self.cells.get(column)

    def references(self) -> Mapping[str, str]:
        """Column → reference to its cell; an empty text for a missing cell."""
        return {
            column: self._reference(column) for column in (*_FIELDS, "sign", "unit")
        }

    def _reference(self, column: str) -> str:
        place = self.get(column)
        if place is None:
            return text("")
        return in_row(place[1]) if place[0] == self.row else cell(place)


def as_composed(document: Document, project: Project, number: int) -> Project:
    """A project with the values of its composed tables, each with its cell's place.

    Args:
        document: The composed document.
        project: The project; what no table holds is unchanged.
        number: Its number in the report, from 0.
    """
    rows: list[Indicator] = []
    cells: dict[str, Field] = {}
    budget: Budget | None = None
    for place, block in enumerate(document.blocks, start=1):
        if isinstance(block, Table) and block.project == number:
            lines = [_held(line, place) for line in block.grid]
            rows += [_indicator(line) for line in lines if _NAME in line]
            held = dict(item for line in lines for item in line.items())
            budget = budget or _budget(held)
            cells = held | cells
    table = project.table
    if rows:
        weight, score = cells.get("total_weight"), cells.get("total_score")
        table = IndicatorTable(
            tuple(rows), total_weight=weight, total_score=score, at=rows[0].at
        )
    return replace(
        project,
        budget=budget or project.budget,
        goals=Goals(annual=cells.get("goals.annual"), actual=cells.get("goals.actual")),
        table=table,
        grade=cells.get("grade"),
    )


def _held(line: Iterable[Cell | None], place: int) -> dict[str, Field]:
    """The texts of a grid row with their places, by field name."""
    return {
        cell.field: Field(
            cell.text, Source(table=place, row=cell.row + 1, column=cell.column + 1)
        )
        for cell in line
        if cell and cell.field
    }


def _indicator(held: Mapping[str, Field]) -> Indicator:
    fields: dict[str, Any] = {
        name.removeprefix(_ROW): field
        for name, field in held.items()
        if name.startswith(_ROW)
    }
    return Indicator(**fields, at=held[_NAME].at)


def _budget(cells: Mapping[str, Field]) -> Budget | None:
    amounts = {
        (row, column): cell
        for row, column in product(BudgetRow, BudgetColumn)
        if (cell := cells.get(f"budget.{row}.{column}"))
    }
    if not amounts:
        return None
    return Budget(
        amounts,
        unit=cells.get("budget.unit"),
        weight=cells.get("budget.weight"),
        score=cells.get("budget.score"),
        at=next(iter(amounts.values())).at,
    )


def row_places(row: Indicator) -> RowPlaces:
    """The places of a row of a composed form."""
    fields: dict[str, Field | None] = {name: getattr(row, name) for name in _FIELDS}
    cells = {
        name: place_of(field.at)
        for name, field in fields.items()
        if field is not None and field.at.row
    }
    return RowPlaces(cells, row.is_execution)
