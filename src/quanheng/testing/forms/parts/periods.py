"""Indicators of the whole period beside those of the year, or above (实施期)."""

from random import Random
from typing import Final

from quanheng.testing.forms.facts import Facts
from quanheng.testing.forms.grid import Cell, Part, Strip, fitted, strip, width_of
from quanheng.testing.forms.heads import Heads
from quanheng.testing.forms.layout import Layout
from quanheng.testing.forms.parts.indicators import IndicatorTable

TARGETS_ONLY: Final[Layout] = {
    "fields": "targets_only",
    "sum": "none",
    "rows": "plain",
    "extra": "none",
    "around": "form",
    "periods": "one",
}
"""How the part of a form about the whole period is laid out."""


def above_it(
    layout: Layout, heads: Heads, facts: Facts, random: Random, annual: Part
) -> Part:
    """A block of targets for the whole period, then the one of the year."""
    own = IndicatorTable({**layout, **TARGETS_ONLY}, heads, facts, random, False).part()
    width = max(width_of(own), width_of(annual))
    return [
        *_cornered(fitted(own, width), heads("period_indicators")),
        *_cornered(fitted(annual, width), heads("indicators")),
    ]


def _cornered(part: Part, word: str) -> Part:
    first, *rest = part
    corner = Cell(word, down=len(part))
    return [Strip(first.kind, (corner, *first.cells)), *rest]


def side_by_side(heads: Heads, facts: Facts) -> Part:
    """Level, name and value twice in a row: of the whole period, and of the year."""
    inner = [heads(role) for role in ("level2", "level3", "target")]
    upper = [Cell(heads("level1"), down=2)]
    upper += [Cell(heads(r), across=3) for r in ("period_indicators", "indicators")]
    rows: Part = [strip("head", *upper), strip("head", *inner, *inner)]
    for place, row in enumerate(facts.rows):
        cells = []
        begins = not place or facts.rows[place - 1].level1 != row.level1
        if begins:
            count = sum(1 for other in facts.rows if other.level1 == row.level1)
            cells.append(Cell(row.level1, down=count))
        for _ in range(2):
            cells += [Cell(row.level2), Cell(row.name), Cell(row.target.whole)]
        rows.append(strip("indicator", *cells))
    return rows
