"""Cells of a row that lost its empty cells → columns, by what the cells look like."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from quanheng.document.table import Cell
from quanheng.forms.labels import meaning
from quanheng.forms.recognising.rows import Row, compact

_SHAPES: Final = (
    ("blank", re.compile(r"\s*")),
    ("dash", re.compile(r"[-—–/－―─\s]+|无")),
    ("item", re.compile(r"指标\s*\d+.*")),
    ("sign", re.compile(r"[≥≤＞＜><=＝≧≦═]=?|定[性量]")),
    ("number", re.compile(r"-?[\d,，]+(?:\.\d+)?\s*分?")),
    ("percent", re.compile(r"[≥≤＞＜><=＝≧≦═达]*\s*[\d.]+\s*[%％]")),
    ("amount", re.compile(r"[≥≤＞＜><=＝≧≦═约达]*\s*[\d.,，]+\s*[^\d\s，。；]{0,6}")),
)
_SHORT: Final = 4

_POINTS: Final = {"number": 2.0, "dash": 0.5}
_VALUE: Final = {
    "number": 0.5,
    "percent": 1.0,
    "amount": 1.0,
    "sign": -1.0,
    "dash": 0.0,
    "short": 0.4,
    "text": 0.3,
    "level1": -1.0,
    "level2": -1.0,
    "cost": -1.0,
    "satisfaction": -1.0,
}
_REMARK: Final = {
    "text": 0.4,
    "short": 0.4,
    "dash": 0.3,
    "number": -1.0,
    "amount": -2.0,
}
FIT: Final = {
    "level1": {
        "level1": 3.0,
        "satisfaction": 3.0,
        "cost": 2.5,
        "level2": -1.0,
        "text": -3.0,
        "short": -3.0,
    },
    "level2": {
        "level2": 3.0,
        "cost": 3.0,
        "satisfaction": 2.5,
        "level1": -1.0,
        "text": -2.0,
        "short": -2.0,
    },
    "level3": {
        "item": 2.0,
        "text": 1.0,
        "short": 1.0,
        "number": -3.0,
        "amount": -2.0,
        "percent": -3.0,
        "level1": -2.0,
        "level2": -2.0,
        "cost": -2.0,
        "satisfaction": -2.0,
    },
    "level1_weight": {"number": 1.0},
    "level2_weight": {"number": 1.0},
    "weight": _POINTS,
    "score": _POINTS,
    "target": _VALUE,
    "actual": _VALUE,
    "completion": {"percent": 1.0, "number": -1.0, "dash": 0.0},
    "sign": {"sign": 3.0, "dash": 0.0},
    "unit": {"short": 0.5, "dash": 0.0, "text": -3.0},
    "reason": _REMARK,
    "note": _REMARK,
    "money": {"number": 1.0, "amount": 1.0, "dash": 0.0},
    "rate": {"percent": 2.0, "number": 0.3, "dash": 0.0},
    "points": {"number": 0.5, "dash": 0.5},
}
"""How well a shape fits a kind of column; what is not named does not fit."""

MISFIT: Final = -4.0
SKIP: Final = {
    "level3": -3.0,
    "weight": -1.0,
    "score": -1.0,
    "target": -1.0,
    "actual": -1.0,
    "completion": -0.5,
    "sign": -0.5,
    "unit": -0.3,
    "money": -0.2,
    "rate": -0.2,
}
"""What it costs to leave a column empty; level cells and remarks often are."""


@lru_cache(maxsize=65536)
def shape(text: str) -> str:
    """What a cell looks like: number, percentage, level name, text and so on."""
    text = compact(text)
    for name, pattern in _SHAPES:
        if pattern.fullmatch(text):
            return name
    if category := meaning("category", text):
        return category
    return "short" if len(text) <= _SHORT else "text"


def fit(kind: str, text: str) -> float:
    """How well a text fits a kind of column."""
    return FIT[kind].get(shape(text), MISFIT)


def align(texts: Sequence[str], kinds: Sequence[str]) -> tuple[float, list[int]]:
    """The best order-preserving places of texts in columns.

    Args:
        texts: The cells, at most as many as columns.
        kinds: The kind of each column, keys of :data:`FIT`.

    Returns:
        The score and, for each text, its column.
    """
    rows, columns = len(texts), len(kinds)
    best = [[float("-inf")] * (columns + 1) for _ in range(rows + 1)]
    best[rows][columns] = 0.0
    for i in range(rows, -1, -1):
        for j in range(columns - 1, -1, -1):
            skipped = best[i][j + 1] + SKIP.get(kinds[j], 0.0)
            placed = float("-inf")
            if i < rows:
                placed = best[i + 1][j + 1] + fit(kinds[j], texts[i])
            best[i][j] = max(skipped, placed)
    return best[0][0], _trace(best, texts, kinds)


def _trace(
    best: Sequence[Sequence[float]], texts: Sequence[str], kinds: Sequence[str]
) -> list[int]:
    places: list[int] = []
    for column, kind in enumerate(kinds):
        i = len(places)
        if i == len(texts):
            break
        if best[i][column] == best[i + 1][column + 1] + fit(kind, texts[i]):
            places.append(column)
    return places


def realigned(row: Row, kinds: Mapping[int, str], first: int = 0) -> Row:
    """A ragged row with its filled cells below the heads that they fit best.

    A row whose cells fit as well where they stand is left as it is.

    Args:
        row: The row.
        kinds: Grid column → kind of column, a key of :data:`FIT`.
        first: Filled cells at the row's start that stay where they are.
    """
    cells = row.filled[first:]
    columns = sorted(kinds)
    if len(cells) > len(columns):
        return row
    names = [kinds[column] for column in columns]
    score, places = align([cell.text for cell in cells], names)
    if score <= _score_as_is(cells, kinds):
        return row
    slots: list[Cell | None] = [None] * (columns[-1] + 1)
    for cell in row.filled[:first]:
        slots[cell.column] = cell
    for cell, place in zip(cells, places, strict=True):
        slots[columns[place]] = cell
    return replace(row, slots=tuple(slots))


def fits(row: Row, kinds: Mapping[int, str]) -> bool:
    """Whether a row's cells belong below these heads as they stand."""
    return _score_as_is(row.filled, kinds) > 0


def _score_as_is(cells: Sequence[Cell], kinds: Mapping[int, str]) -> float:
    taken = {cell.column for cell in cells}
    skipped = sum(SKIP.get(kind, 0.0) for c, kind in kinds.items() if c not in taken)
    fitting = (
        fit(kind, cell.text) if (kind := kinds.get(cell.column)) else MISFIT
        for cell in cells
    )
    return skipped + sum(fitting)
