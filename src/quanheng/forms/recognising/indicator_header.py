"""The header of an indicator table: which column means what (指标表表头)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from quanheng.document.table import Cell
from quanheng.forms.labels import meaning
from quanheng.forms.recognising.rows import Row

LEVELS: Final = frozenset({"level1", "level2", "level3"})
PARTS: Final = frozenset({"sign", "target", "unit"})
_POINTS: Final = re.compile(r"\d{1,3}(?:\.\d+)?分?")


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of an indicator table (表头).

    Attributes:
        columns: Meaning → grid columns below its head cell.
        labels: Meaning → head cell.
        height: Rows that the header takes.
        period: Whether it heads the indicators of the whole period (实施期指标).
    """

    columns: Mapping[str, tuple[int, ...]]
    labels: Mapping[str, Cell] = field(default_factory=dict)
    height: int = 1
    period: bool = False

    @property
    def kinds(self) -> dict[int, str]:
        """Grid column → meaning."""
        return {columns[0]: name for name, columns in self.columns.items()}


def header_at(rows: Sequence[Row], number: int) -> Header | None:
    """The header that begins in a row, None where none does.

    A header has a level column and at least two more known columns; group heads
    above it (年度指标值 over 性质 值 单位) or below it belong to it.
    """
    row = rows[number]
    below = rows[number + 1] if number + 1 < len(rows) else None
    if _is_main(row):
        if below is not None and _is_sub_header(below):
            return _header([row, below])
        return _header([row])
    if below is not None and _is_group_header(row) and _is_main(below, row):
        return _header([row, below])
    return None


def _meanings(row: Row) -> list[str]:
    found = (meaning("indicator", cell.text) for cell in row.own)
    return [name for name in found if name]


def _is_main(row: Row, above: Row | None = None) -> bool:
    found = set(_meanings(row))
    if not found & LEVELS:
        return False
    known = found | set(_meanings(above)) if above else found
    return len(known - {"note"}) >= 3


def _is_group_header(row: Row) -> bool:
    found = set(_meanings(row))
    return len(found) >= 2 and not found & LEVELS


def _is_sub_header(row: Row) -> bool:
    found = _meanings(row)
    return len(found) >= 2 and len(found) == len(row.filled) and not set(found) & LEVELS


def _header(rows: Sequence[Row]) -> Header:
    heads: dict[str, list[tuple[Cell, list[int]]]] = {}
    for column in range(len(rows[0].slots)):
        stack = [cell for row in rows if (cell := row.cell(column)) and cell.text]
        if (named := _column_meaning(stack)) is None:
            continue
        name, cell = named
        groups = heads.setdefault(name, [])
        if groups and groups[-1][0] is cell:
            groups[-1][1].append(column)
        else:
            groups.append((cell, [column]))
    if "score" not in heads:
        _add_points_column(heads, rows[-1])
    # Two sets side by side are the whole period and the year: the year comes last.
    which = -1 if len(heads.get("level3", ())) > 1 else 0
    chosen = {name: groups[which] for name, groups in heads.items()}
    return Header(
        columns={name: tuple(columns) for name, (_, columns) in chosen.items()},
        labels={name: cell for name, (cell, _) in chosen.items()},
        height=len(rows),
        period=_is_period(rows[0]),
    )


def _column_meaning(stack: Sequence[Cell]) -> tuple[str, Cell] | None:
    named = [
        (name, cell) for cell in stack if (name := meaning("indicator", cell.text))
    ]
    if not named:
        return None
    name, cell = named[-1]
    if name in PARTS and named[0][0] == "actual":
        return named[0]
    return name, cell


def _add_points_column(
    heads: dict[str, list[tuple[Cell, list[int]]]], row: Row
) -> None:
    """A head that is a bare number says how many points the column can reach."""
    for cell in row.own:
        if _POINTS.fullmatch(cell.text.strip()):
            heads["score"] = [(cell, [cell.column])]


def _is_period(row: Row) -> bool:
    return any(
        meaning("indicator_block", cell.text) == "period"
        for cell in (*row.own, *row.carried)
    )
