"""Where the cells of a composed form stand (栏位位置)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

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
_CELLS: Final = (
    *("name", "level1", "level2", "sign", "target", "unit"),
    *("actual", "weight", "completion", "score", "reason"),
)


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """The places of one indicator row (指标行位置); None where a form has no such cell.

    Attributes:
        name: Its level-three name.
        level1: Its level-one cell.
        level2: Its level-two cell.
        target: The target.
        actual: The actual.
        weight: The points.
        completion: The completion rate.
        score: The score.
        reason: The reason of a deviation.
        sign: The sign, where it stands apart from the target.
        unit: The unit, where it stands apart from the target.
        is_execution: Whether the row states the execution rate.
    """

    name: Place
    level1: Place | None
    level2: Place | None
    target: Place | None
    actual: Place | None
    weight: Place | None
    completion: Place | None
    score: Place | None
    reason: Place | None
    sign: Place | None = None
    unit: Place | None = None
    is_execution: bool = False

    @property
    def row(self) -> int:
        """The grid row."""
        return self.name[0]

    def cells(self) -> Mapping[str, str]:
        """Each cell as it stands in formulas of the row; missing ones are empty."""
        places = {name: getattr(self, name) for name in _CELLS}
        return {name: self._cell(place) for name, place in places.items()}

    def _cell(self, place: Place | None) -> str:
        if place is None:
            return text("")
        return in_row(place[1]) if place[0] == self.row else cell(place)


def as_composed(document: Document, project: Project, number: int) -> Project:
    """A project with rows, money and totals as the tables of its form hold them.

    Every value has the place of its cell: the number of the block, row and column.

    Args:
        document: What was composed.
        project: The project that was composed; what is in no table stays.
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
    return replace(
        project,
        budget=budget or project.budget,
        goals=Goals(annual=cells.get("goals.annual"), actual=cells.get("goals.actual")),
        table=_table(rows, cells) if rows else project.table,
        grade=cells.get("grade"),
    )


def _held(line: Iterable[Cell | None], place: int) -> dict[str, Field]:
    """What the cells of a grid row hold, by the names of their fields."""
    return {
        cell.field: Field(
            cell.text, Source(table=place, row=cell.row + 1, column=cell.column + 1)
        )
        for cell in line
        if cell and cell.field
    }


def _indicator(held: Mapping[str, Field]) -> Indicator:
    cells = {name.removeprefix(_ROW): field for name, field in held.items()}
    return Indicator(
        name=cells["name"],
        level1=cells.get("level1"),
        level2=cells.get("level2"),
        weight=cells.get("weight"),
        target=cells.get("target"),
        actual=cells.get("actual"),
        completion=cells.get("completion"),
        score=cells.get("score"),
        reason=cells.get("reason"),
        at=cells["name"].at,
    )


def _table(rows: Sequence[Indicator], cells: Mapping[str, Field]) -> IndicatorTable:
    return IndicatorTable(
        tuple(rows),
        total_weight=cells.get("total_weight"),
        total_score=cells.get("total_score"),
        at=rows[0].at,
    )


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
    return RowPlaces(
        name=place_of(row.name.at),
        level1=_place(row.level1),
        level2=_place(row.level2),
        target=_place(row.target),
        actual=_place(row.actual),
        weight=_place(row.weight),
        completion=_place(row.completion),
        score=_place(row.score),
        reason=_place(row.reason),
        is_execution=row.is_execution,
    )


def _place(field: Field | None) -> Place | None:
    return place_of(field.at) if field is not None and field.at.row else None
