"""Values that may have been entered in another unit, by formula (单位误填公式).

Core names the other unit; the form asks a person wherever there might be one.
"""

from typing import Final

from quanheng.core.grammar.unit_table import INDIVIDUAL, MEASURES
from quanheng.core.grammar.units import unit_named
from quanheng.live.formulas.expressions import both, either, holds_any, number, text
from quanheng.live.formulas.hidden_cells import Aid, Kind, has_kind, is_lower_or_equal
from quanheng.live.formulas.row_references import RowReferences
from quanheng.scoring.unit_slip import BAND, LEAST, NOT_SCALED
from quanheng.scoring.units import RATE_NAMES

_NOT_SCALED: Final = tuple(
    word
    for word in (*MEASURES, *(f"个{word}" for word in sorted(INDIVIDUAL)))
    if (unit := unit_named(word)) and unit.dimension in NOT_SCALED
)
"""Lengths of time and percentages, which nobody counts in 万."""


def may_be_slip(row: RowReferences) -> str:
    """Whether target and actual may be in two units: 12300 beside 1.2万人."""
    return either(_may_be_share(row), _is_far(row))


def asks_for_unit(row: RowReferences) -> str:
    """Whether that is why a row is not scored."""
    return both(has_kind(row.aids, Kind.UNCLEAR), may_be_slip(row))


def _may_be_share(row: RowReferences) -> str:
    """Whether a bare 0.96 may be a share as well as a percentage."""
    aids = row.aids
    low, first, unit = aids[Aid.LOW], aids[Aid.FIRST], aids[Aid.UNIT]
    in_percent = both(
        f'{unit}="%"',
        f"{low}>1",
        f"{first}<=1",
        f'NOT(ISNUMBER(FIND("%",{aids[Aid.ACTUAL]})))',
    )
    bare = both(
        f'{unit}=""',
        holds_any(row.cells["name"], row.law.words(RATE_NAMES)),
        f"MIN({low},{first})<=1",
        f"MAX({low},{first})>1",
    )
    return both(
        is_lower_or_equal(aids), f"MIN({low},{first})>0", either(in_percent, bare)
    )


def _is_far(row: RowReferences) -> str:
    """Whether the two are so far apart that a unit may lie between them."""
    aids = row.aids
    low, first, unit = aids[Aid.LOW], aids[Aid.FIRST], aids[Aid.UNIT]
    times = number(row.law.number(LEAST) / row.law.number(BAND))
    marks = ",".join(text(word) for word in ("", *_NOT_SCALED))
    return both(
        f"MIN({low},{first})>0",
        f"MAX({low},{first})>=MIN({low},{first})*{times}",
        f"SUMPRODUCT(--({unit}={{{marks}}}))=0",
    )
