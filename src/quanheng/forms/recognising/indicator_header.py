"""The header of an indicator table: which column means what (指标表表头)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from quanheng.document.table import Cell
from quanheng.forms.labels import is_label, meaning
from quanheng.forms.lexemes import likeness
from quanheng.forms.recognising.alignment import shape
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
        notes: Head cells of columns that have no place in the report (备注).
        period: Whether it heads the indicators of the whole period (实施期指标).
        beside: Columns of indicators of the whole period, left of those of the year.
        is_double: Whether target and actual stand in one cell, a line each.
    """

    columns: Mapping[str, tuple[int, ...]]
    labels: Mapping[str, Cell] = field(default_factory=dict)
    height: int = 1
    notes: Sequence[Cell] = ()
    period: bool = False
    beside: tuple[int, ...] = ()
    is_double: bool = False

    @property
    def kinds(self) -> dict[int, str]:
        """Grid column → meaning."""
        return {columns[0]: name for name, columns in self.columns.items()}


def header_at(rows: Sequence[Row], number: int) -> Header | None:
    """The header that begins in a row, None where none does.

    A header names its rows by a level column, or by 绩效指标 alone, and has at least
    two more known columns; group heads above it (年度指标值 over 性质 值 单位) or
    below it belong to it, and so do levels that stand a line above the others.
    """
    row = rows[number]
    below = rows[number + 1] if number + 1 < len(rows) else None
    if below is not None and _parts_levels(row, below):
        return _header([row, below])
    if _has_levels(row):
        if below is not None and _is_sub_header(below):
            return _header([row, below])
        return _header([row])
    if below is not None and _is_group_header(row) and _has_levels(below, row):
        return _header([row, below])
    if len(_meanings(row)) >= 2 and _name_cell([row], -1) is not None:
        return _header([row])
    return None


def _meanings(row: Row) -> set[str]:
    found = {column_meaning(cell.text, row) for cell in row.own}
    return {name for name in found if name and name != "note"}


def column_meaning(text: str, row: Row) -> str | None:
    """What a head of a column means: as the catalogue lists it, or by its words.

    The words count only in a row that holds no figures: below the head the same
    words are part of names.
    """
    if name := meaning("indicator", text):
        return name
    return likely(text) if _holds_labels(row) else None


@lru_cache(maxsize=4096)
def likely(text: str) -> str | None:
    """The meaning that explains a head wholly, None where two do as well."""
    if is_label(text):
        return None
    ranked = sorted(likeness("indicator", text).items(), key=lambda found: -found[1])
    if not ranked or ranked[0][1] < _EXPLAINED:
        return None
    if len(ranked) > 1 and ranked[1][1] == ranked[0][1]:
        return None
    return ranked[0][0]


_EXPLAINED: Final = 0.95


def _holds_labels(row: Row) -> bool:
    """Whether a row holds several cells and none of them is a figure."""
    filled = row.filled
    return len(filled) > 2 and not any(shape(cell.text) in _FIGURES for cell in filled)


_FIGURES: Final = ("number", "percent", "amount")


def _has_levels(row: Row, above: Row | None = None) -> bool:
    found = _meanings(row)
    if not found & LEVELS:
        return False
    return len(found | _meanings(above) if above else found) >= 3


def _is_group_header(row: Row) -> bool:
    found = _meanings(row)
    return len(found) >= 2 and not found & LEVELS


def _is_sub_header(row: Row) -> bool:
    found = [column_meaning(cell.text, row) for cell in row.filled]
    return len(found) >= 2 and all(found) and not set(found) & LEVELS


def _parts_levels(row: Row, below: Row) -> bool:
    """Whether two rows are one header whose levels stand on both lines."""
    upper, lower = _meanings(row), _meanings(below)
    return (
        bool(upper & LEVELS and lower & LEVELS)
        and not upper & lower & LEVELS
        and len(upper | lower) >= 3
        and all(column_meaning(cell.text, below) for cell in below.filled)
    )


@dataclass(slots=True)
class _Head:
    name: str
    cell: Cell
    columns: list[int]


def _header(rows: Sequence[Row]) -> Header:
    heads = _heads(rows)
    names = [head.name for head in heads]
    if "level3" not in names:
        levels = (head.columns[0] for head in heads if head.name in LEVELS)
        if cell := _name_cell(rows, max(levels, default=-1)):
            heads.append(_Head("level3", cell, [cell.column]))
    if "score" not in names:
        heads += _points_heads(rows[-1])
    # Two sets side by side are the whole period and the year: the year comes last.
    is_double = names.count("level3") > 1
    chosen = {head.name: head for head in (heads if is_double else heads[::-1])}
    beside = (head for head in heads if is_double and chosen[head.name] is not head)
    return Header(
        columns={name: tuple(head.columns) for name, head in chosen.items()},
        labels={name: head.cell for name, head in chosen.items()},
        height=len(rows),
        notes=[head.cell for head in heads if head.name == "note"],
        period=_is_period(rows[0]) and not is_double,
        beside=tuple(column for head in beside for column in head.columns),
    )


def _heads(rows: Sequence[Row]) -> list[_Head]:
    """The known heads from left to right."""
    heads: list[_Head] = []
    for column in range(len(rows[0].slots)):
        stack = [
            (cell, row) for row in rows if (cell := row.cell(column)) and cell.text
        ]
        if (named := _column_meaning(stack)) is None:
            continue
        name, cell = named
        if heads and heads[-1].cell is cell:
            heads[-1].columns.append(column)
        else:
            heads.append(_Head(name, cell, [column]))
    _name_level_weights(heads)
    return heads


def _column_meaning(stack: Sequence[tuple[Cell, Row]]) -> tuple[str, Cell] | None:
    named = [
        (name, cell) for cell, row in stack if (name := column_meaning(cell.text, row))
    ]
    if not named:
        return None
    name, cell = named[-1]
    if name in PARTS and named[0][0] == "actual":
        return named[0]
    return name, cell


def _name_level_weights(heads: Sequence[_Head]) -> None:
    """Of several weight columns those right of a level hold that level's weight."""
    weights = [n for n, head in enumerate(heads) if head.name == "weight"]
    for n in weights[:-1]:
        before = heads[n - 1].name if n else ""
        if before in ("level1", "level2"):
            heads[n].name = f"{before}_weight"


def _name_cell(rows: Sequence[Row], after: int) -> Cell | None:
    """The head 绩效指标 where it stands for the level-three column."""
    cells = [
        cell
        for row in rows
        for cell in row.own
        if cell.column > after
        and cell.column_span == 1
        and meaning("indicator_block", cell.text)
    ]
    return cells[-1] if cells else None


def _points_heads(row: Row) -> list[_Head]:
    """A head that is a bare number says how many points the column can reach."""
    return [
        _Head("score", cell, [cell.column])
        for cell in row.own
        if _POINTS.fullmatch(cell.text.strip())
    ]


def _is_period(row: Row) -> bool:
    return any(
        meaning("indicator_block", cell.text) == "period"
        for cell in (*row.own, *row.carried)
    )
