"""Tables that lie on their side: heads down the left, an indicator a column (转置)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quanheng.document.table import Cell, Table
from quanheng.forms.recognising.evidence import evidence
from quanheng.forms.recognising.rows import Row, rows_of

_LEAST: Final = 3
"""So many heads below one another make a table that lies on its side."""
_LIKELY: Final = 0.95


def upright(rows: Sequence[Row]) -> list[Row]:
    """The rows of a table, those that lie on their side turned upright."""
    found: list[Row] = []
    number = 0
    while number < len(rows):
        end = _run_end(rows, number)
        if end - number >= _LEAST:
            found += _turned(rows[number:end])
            number = end
        else:
            found.append(rows[number])
            number += 1
    return found


def _run_end(rows: Sequence[Row], number: int) -> int:
    """Where the run of rows ends that begin with heads of their own."""
    seen: set[str] = set()
    end = number
    while end < len(rows):
        heads = [name for cell in _left(rows[end]) if (name := head(cell))]
        further = sum(1 for cell in rows[end].own[2:] if head(cell))
        if not heads or further > 1 or set(heads) & seen or len(rows[end].own) < _LEAST:
            break
        seen |= set(heads)
        end += 1
    return end if "level3" in seen else number


def _left(row: Row) -> Sequence[Cell]:
    """The first cells of a row: a head may stand right of one for the whole block."""
    return row.own[:2]


def head(cell: Cell) -> str | None:
    """What a cell means as the head of a column of indicators."""
    told = evidence(cell.text)
    if name := told.exact.get("indicator"):
        return None if name == "note" else name
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
