"""Tables that lie on their side: heads down the left, an indicator a column (转置)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from quanheng.document.table import Cell, Table
from quanheng.forms.recognising.judging.evidence import evidence
from quanheng.forms.recognising.rows import Row, rows_of

_LEAST: Final = 3.0
"""So many different heads below one another make a table that lies on its side."""
_LIKELY: Final = 0.95
_UNKNOWN: Final = -0.4
_FURTHER: Final = -1.0
_FOREIGN: Final = -2.0
_OTHERS: Final = frozenset(("head", "budget_row", "budget_column", "goal"))
_LEVELS: Final = frozenset(("level1", "level2", "level3"))


def upright(rows: Sequence[Row]) -> list[Row]:
    """The rows of a table, those that lie on their side turned upright."""
    found: list[Row] = []
    number = 0
    for start, end in _runs(rows):
        found += rows[number:start]
        found += _turned(rows[start:end])
        number = end
    return [*found, *rows[number:]]


def _runs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Where runs of rows begin and end that have their heads at the left."""
    run = _Run(0)
    for number, row in enumerate(rows):
        name, points = _spoken_for(row)
        if run.points <= 0 or run.begins_again(name):
            yield from run.found(rows)
            run = _Run(number)
        run.take(number, name, points)
    yield from run.found(rows)


class _Run:
    """Rows that may be a table on its side, with what speaks for that."""

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.points = self.best = 0.0
        self.names: set[str] = set()
        self._held: set[str] = set()

    def begins_again(self, name: str | None) -> bool:
        """Whether a row is the first one of a further table: a level behind values."""
        return name in _LEVELS and name in self.names and not self.names <= _LEVELS

    def take(self, number: int, name: str | None, points: float) -> None:
        """Go on with a row; a head that is there already says nothing more."""
        self.points += 0.0 if name in self.names else points
        self.names |= {name} if name else set()
        if name and self.points >= self.best:
            self.best, self.end, self._held = self.points, number + 1, {*self.names}

    def found(self, rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
        """Where the table begins and ends, nothing where it is none."""
        if self.best < _LEAST or not self._held & _LEVELS:
            return
        edges = {_edges(row) for row in rows[self.start : self.end]}
        end = self.end
        while end < len(rows) and _is_alike(rows[end], edges):
            end += 1
        yield self.start, end


def _edges(row: Row) -> tuple[int, ...]:
    """Where the cells of a row begin."""
    return tuple(cell.column for cell in row.own)


def _is_alike(row: Row, edges: set[tuple[int, ...]]) -> bool:
    """Whether a row of unknown head has the cells of the rows above it."""
    name, points = _spoken_for(row)
    return name is None and points >= _UNKNOWN and _edges(row) in edges


def _spoken_for(row: Row) -> tuple[str | None, float]:
    """The meaning of the head at the left of a row, and how much speaks for one."""
    heads = [head(cell) for cell in row.own]
    place = next((n for n, name in enumerate(heads[:2]) if name), None)
    further = sum(
        _FURTHER for name in heads[2 if place is None else place + 1 :] if name
    )
    if place is not None and _is_foreign(row.own[place]):
        return None, further
    if place is not None:
        return heads[place], (0.5 if heads[place] == "note" else 1.0) + further
    if len(row.filled) < 2 or any(map(_is_foreign, row.own[:2])):
        return None, _FOREIGN
    return None, _UNKNOWN + further


def _is_foreign(cell: Cell) -> bool:
    return not _OTHERS.isdisjoint(evidence(cell.text).exact)


def head(cell: Cell) -> str | None:
    """What a cell means as the head of a column of indicators."""
    return _head(cell.text)


@lru_cache(maxsize=8192)
def _head(text: str) -> str | None:
    told = evidence(text)
    if name := told.exact.get("indicator"):
        return name
    likely = told.likely.get("indicator", {})
    best = max(likely, key=lambda name: likely[name], default=None)
    return best if best and likely[best] >= _LIKELY and not told.exact else None


def _turned(rows: Sequence[Row]) -> list[Row]:
    cells: dict[int, tuple[Cell, int, int]] = {}
    for number, row in enumerate(rows):
        for place, cell in enumerate(row.slots):
            if cell is not None and id(cell) not in cells:
                cells[id(cell)] = cell, number, place
    width = max(place + cell.column_span for cell, _, place in cells.values())
    turned = tuple(
        replace(
            cell,
            row=place,
            column=number,
            row_span=cell.column_span,
            column_span=min(cell.row_span, len(rows) - number),
        )
        for cell, number, place in sorted(cells.values(), key=lambda found: found[1:])
    )
    table = Table(turned, width, len(rows), at=rows[0].at)
    return [
        replace(row, at=row.own[0].at if row.own else row.at) for row in rows_of(table)
    ]
