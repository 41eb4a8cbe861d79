"""Formulas for values that may be in another unit (单位误填公式).

``scoring`` names the other unit; a form asks a person wherever there may be one.
"""

from typing import Final

from quanheng.core.grammar.unit_table import INDIVIDUAL, MEASURES
from quanheng.core.grammar.units import unit_named
from quanheng.live.formulas.expressions import both, contains_any, either, number, text
from quanheng.live.formulas.helper_columns import Helper, Kind
from quanheng.live.formulas.row_references import RowReferences
from quanheng.scoring.unit_slip import BAND, LEAST, NOT_SCALED
from quanheng.scoring.units import RATE_NAMES

_NOT_SCALED: Final = tuple(
    word
    for word in (*MEASURES, *(f"个{word}" for word in sorted(INDIVIDUAL)))
    if (unit := unit_named(word)) and unit.dimension in NOT_SCALED
)
"""Lengths of time and percentages, never counted in 万."""


def may_be_slip(row: RowReferences) -> str:
    """Whether target and actual may be in two units: 12300 beside 1.2万人."""
    return either(_may_be_share(row), _is_far(row))


def asks_for_unit(row: RowReferences) -> str:
    """Whether a row is not scored for that reason."""
    return both(row.has_kind(Kind.UNCLEAR), may_be_slip(row))


def _may_be_share(row: RowReferences) -> str:
    """Whether a bare 0.96 may be a share as well as a percentage."""
    low, first, unit = row[Helper.LOW], row[Helper.FIRST], row[Helper.UNIT]
    in_percent = both(
        f'{unit}="%"',
        f"{low}>1",
        f"{first}<=1",
        f'NOT(ISNUMBER(FIND("%",{row[Helper.ACTUAL]})))',
    )
    bare = both(
        f'{unit}=""',
        contains_any(row.cells["name"], row.law.words(RATE_NAMES)),
        f"MIN({low},{first})<=1",
        f"MAX({low},{first})>1",
    )
    return both(
        row.is_lower_or_equal, f"MIN({low},{first})>0", either(in_percent, bare)
    )


def _is_far(row: RowReferences) -> str:
    """Whether target and actual are so far apart that their units may differ."""
    low, first, unit = row[Helper.LOW], row[Helper.FIRST], row[Helper.UNIT]
    times = number(row.law.number(LEAST) / row.law.number(BAND))
    marks = ",".join(text(word) for word in ("", *_NOT_SCALED))
    return both(
        f"MIN({low},{first})>0",
        f"MAX({low},{first})>=MIN({low},{first})*{times}",
        f"SUMPRODUCT(--({unit}={{{marks}}}))=0",
    )
