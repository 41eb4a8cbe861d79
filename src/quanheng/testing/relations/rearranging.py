"""Tables of indicators rearranged: the same rows in another table (指标表改排)."""

from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import Final

from quanheng.forms.labels import meaning
from quanheng.testing.forms.grid import Sheet, Strip
from quanheng.testing.relations.changes import Changed
from quanheng.testing.relations.grids import (
    Place,
    columns_in,
    cut,
    exchanged,
    on_its_side,
    replaced,
    with_texts,
)
from quanheng.testing.relations.sample import Sample, values

_MOVABLE: Final = ("target", "actual", "weight", "score", "reason", "completion")
"""Columns of indicators that stand in any order."""


@dataclass(frozen=True, slots=True)
class _Indicators:
    """Where the indicators of a project stand, if in one table (指标区).

    Attributes:
        number: Number of the sheet, from 0.
        sheet: The sheet.
        head: The row of its heads.
        rows: Their rows.
        roles: What each grid column holds.
    """

    number: int
    sheet: Sheet
    head: int
    rows: list[int]
    roles: dict[int, str]


def _indicators(sample: Sample) -> _Indicators | None:
    found = [
        v for v in values(sample.reading) if v.place.startswith("indicators.") and v.raw
    ]
    names = [v.at for v in found if v.place == "indicators.level3"]
    tables = {at.table for at in names}
    if len(names) < 2 or len(tables) != 1 or 0 in tables:
        return None
    number = tables.pop() - 1
    sheet = sample.sheets[number]
    rows = [at.row - 1 for at in names]
    head = next((n for n in reversed(range(rows[0])) if _is_head(sheet.rows[n])), None)
    if head is None or rows != sorted(set(rows)):
        return None
    roles: dict[int, set[str]] = {}
    for value in found:
        role = "" if value.is_joined else value.place.split(".")[-1]
        roles.setdefault(value.at.column - 1, set()).add(role)
    sure = {n: of.pop() for n, of in roles.items() if len(of) == 1}
    return _Indicators(number, sheet, head, rows, sure)


def _is_head(row: Strip) -> bool:
    known = [cell for cell in row.cells if meaning("indicator", cell.text)]
    return len(known) > 1


def columns_exchanged(sample: Sample, random: Random) -> Changed | None:
    """Two columns of indicators in the other order."""
    found = _indicators(sample)
    if found is None:
        return None
    columns = list(columns_in(found.sheet, [found.head, *found.rows]))
    movable = [
        (one, other)
        for one, other in pairwise(columns)
        if all(found.roles.get(c.start) in _MOVABLE for c in (one, other))
    ]
    ways = [exchanged(found.sheet, found.head, *pair) for pair in movable]
    sheets = [sheet for sheet in ways if sheet is not None]
    if not sheets:
        return None
    blocks = replaced(sample.blocks, found.number, random.choice(sheets))
    return Changed(blocks, sample.truth)


def transposed(sample: Sample, random: Random) -> Changed | None:
    """The indicators with a column each."""
    found = _indicators(sample)
    if found is None or found.rows != list(range(found.head + 1, found.rows[-1] + 1)):
        return None
    parts = _between(found.sheet, found.head, found.rows[-1] + 1)
    if parts is None:
        return None
    above, indicators, below = parts
    sheets = [above, on_its_side(indicators), below]
    blocks = replaced(
        sample.blocks, found.number, *(sheet for sheet in sheets if sheet.rows)
    )
    return Changed(blocks, sample.truth)


def _between(sheet: Sheet, first: int, end: int) -> tuple[Sheet, Sheet, Sheet] | None:
    lower = cut(sheet, end)
    upper = cut(lower[0], first) if lower else None
    return (*upper, lower[1]) if upper and lower else None


def parts_split(sample: Sample, random: Random) -> Changed | None:
    """The indicators as a table of their own."""
    found = _indicators(sample)
    parts = cut(found.sheet, found.head) if found and found.head else None
    if found is None or parts is None:
        return None
    return Changed(replaced(sample.blocks, found.number, *parts), sample.truth)


def rows_split(sample: Sample, random: Random) -> Changed | None:
    """The indicators on two pages, the head repeated on the second."""
    found = _indicators(sample)
    if found is None:
        return None
    head = _between(found.sheet, found.head, found.head + 1)
    ways = [parts for row in found.rows[1:] if (parts := cut(found.sheet, row))]
    if head is None or not ways:
        return None
    above, below = random.choice(ways)
    below = Sheet([*head[1].rows, *below.rows], below.width)
    return Changed(replaced(sample.blocks, found.number, above, below), sample.truth)


def rows_exchanged(sample: Sample, random: Random) -> Changed | None:
    """Two indicators of one class in the other order."""
    found = _indicators(sample)
    if found is None:
        return None
    rows = sample.truth["projects"][0]["indicators"]
    pairs = [
        n
        for n in range(len(rows) - 1)
        if all(rows[n][key] == rows[n + 1][key] for key in ("level1", "level2"))
        and len(rows) == len(found.rows)
        and _texts(found.sheet, found.rows[n]).keys()
        == _texts(found.sheet, found.rows[n + 1]).keys()
    ]
    if not pairs:
        return None
    n = random.choice(pairs)
    one, other = (_texts(found.sheet, found.rows[m]) for m in (n, n + 1))
    levels = {rows[n][key] for key in ("level1", "level2")} - {None, ""}
    texts: dict[Place, str] = {}
    for column in one:
        if not {one[column], other[column]} & levels:
            texts[found.rows[n], column] = other[column]
            texts[found.rows[n + 1], column] = one[column]
    blocks = replaced(sample.blocks, found.number, with_texts(found.sheet, texts))
    truth = deepcopy(sample.truth)
    told = truth["projects"][0]["indicators"]
    told[n : n + 2] = told[n + 1], told[n]
    return Changed(blocks, truth)


def _texts(sheet: Sheet, row: int) -> dict[int, str]:
    """The texts of the cells of one row alone, by column; merged ones left out."""
    return {c: cell.text for r, c, cell in sheet.placed() if r == row and cell.down < 2}
