"""Columns of amounts → rows of money: heads, order, arithmetic (各列归属)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from quanheng.core.budget import BudgetRow
from quanheng.core.field import Field

_BEAM: Final = 48
_MOST_COLUMNS: Final = 24
"""No form has more amounts side by side; the rest of a longer row is left out."""
_ORDER: Final = (
    *(BudgetRow.INITIAL, BudgetRow.ANNUAL, BudgetRow.RECEIVED, BudgetRow.SPENT),
    *(BudgetRow.BALANCE, BudgetRow.ARRIVAL_RATE, BudgetRow.EXECUTION_RATE),
)
_USUAL: Final = ("initial", "annual", "spent")
"""The amounts that nearly every form has."""
_FREE: Final = {"initial": 0.2, "annual": 0.3, "received": 0.1, "spent": 0.3}
_HUNDRED: Final = Decimal(100)
_NEAR: Final = Decimal("0.6")
"""Rates are rounded, to whole per cents at the coarsest."""

Values = Mapping[int, Decimal]
"""Column → amount, for one row of the table."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of amounts, before it is known what they are (金额列).

    Attributes:
        place: The grid column.
        name: The row of money that its head names; empty where the head is unknown.
        sure: How sure that is, 0 to 1.
        is_rate: Whether it holds per cents.
        is_before_adjusted: Whether it is a budget beside one that was adjusted, and so
            the initial one.
    """

    place: int
    name: str
    sure: float
    is_rate: bool
    is_before_adjusted: bool = False

    def options(self) -> list[tuple[str, float]]:
        """What it may hold, with how much speaks for that."""
        if self.is_before_adjusted:
            return [(self.name, self.sure), ("initial", self.sure - 0.6), ("", 0.0)]
        if self.name:
            return [(self.name, self.sure), ("", 0.0)]
        if self.is_rate:
            return [(BudgetRow.EXECUTION_RATE.value, 0.3), ("", 0.0)]
        return [*_FREE.items(), ("weight", 0.0), ("score", 0.0), ("", 0.1)]


@dataclass(frozen=True, slots=True)
class _Way:
    names: tuple[str, ...]
    score: float


def assigned(columns: Sequence[Column], rows: Sequence[Values]) -> dict[int, str]:
    """What each column holds; columns that nothing decides are left out.

    Args:
        columns: The columns from the left.
        rows: The amounts of some rows.
    """
    columns = columns[:_MOST_COLUMNS]
    ways = [_Way((), 0.0)]
    for column in columns:
        longer = [
            _Way((*way.names, name), way.score + worth)
            for way in ways
            for name, worth in column.options()
            if not name or name not in way.names
        ]
        longer.sort(key=lambda way: -way.score)
        ways = longer[:_BEAM]
    best = max(ways, key=lambda way: way.score + _fit(columns, way.names, rows))
    found = {c.place: name for c, name in zip(columns, best.names, strict=True) if name}
    return {
        column.place: found[column.place]
        for column in columns
        if column.place in found and _is_decided(column, columns, found, rows)
    }


def _fit(
    columns: Sequence[Column], names: Sequence[str], rows: Sequence[Values]
) -> float:
    """How well order and arithmetic speak for an assignment."""
    places = [name for name in names if name in set(_ORDER)]
    order = [_ORDER.index(BudgetRow(name)) for name in places]
    worth = sum(0.1 if a < b else -0.2 for a, b in pairwise(order))
    at = {name: c.place for c, name in zip(columns, names, strict=True) if name}
    for row in rows:
        worth += sum(held for _, held in _relations(at, row)) / len(rows)
    return worth


def _relations(
    at: Mapping[str, int], row: Values
) -> list[tuple[tuple[str, ...], float]]:
    """Which sums and shares hold in a row, and which do not."""
    amounts = {name: row[place] for name, place in at.items() if place in row}
    found: list[tuple[tuple[str, ...], float]] = []
    for rate, part in (("execution_rate", "spent"), ("arrival_rate", "received")):
        names = (rate, part, "annual")
        if amounts.keys() >= set(names) and amounts["annual"]:
            share = amounts[part] / amounts["annual"] * _HUNDRED
            stated = amounts[rate]
            holds = any(abs(share - s) <= _NEAR for s in (stated, stated * _HUNDRED))
            found.append((names, 1.0 if holds else -0.5))
    if amounts.keys() >= {"balance", "spent"} and amounts["balance"]:
        wholes = [w for w in ("received", "annual") if w in amounts]
        whole = next(
            (w for w in wholes if amounts[w] - amounts["spent"] == amounts["balance"]),
            "",
        )
        names = ("balance", "spent", whole)
        found.append((names, 0.8 if whole else -0.2))
    if amounts.keys() >= {"score", "weight"}:
        fits = 0 <= amounts["score"] <= amounts["weight"] <= _HUNDRED
        found.append((("score", "weight"), 0.3 if fits else -1.0))
    return found


def _is_decided(
    column: Column,
    columns: Sequence[Column],
    found: Mapping[int, str],
    rows: Sequence[Values],
) -> bool:
    """Whether a column's head, the arithmetic or its place alone says what it holds."""
    name = found[column.place]
    if name == column.name or column.is_rate or column.is_before_adjusted:
        return True
    at = {one: place for place, one in found.items()}
    if any(
        name in names and held > 0.5 for r in rows for names, held in _relations(at, r)
    ):
        return True
    told = {c.name for c in columns}
    missing = [row for row in _USUAL if row not in told]
    unknown = [c for c in columns if not c.name and not c.is_rate]
    return any(told) and name in missing and len(unknown) == len(missing)


def amount(text: str) -> Decimal | None:
    """The amount in a cell, None where it holds none."""
    return Field(text).number
