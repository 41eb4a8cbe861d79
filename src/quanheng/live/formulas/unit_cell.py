"""Whether the cell of a unit names one, by formula (计量单位公式): 万人, 万元/公里.

It knows what :mod:`quanheng.core.grammar.units` does, from the same table, but for
units per two things (元/人·月) and per things that are no units (元/学位).
"""

from typing import Final

from quanheng.core.grammar.numerals import SCALES
from quanheng.live.formulas import defined_names
from quanheng.live.formulas.expressions import both, either, is_listed, text

_LONGEST: Final = 9


def known_unit(own: str) -> str:
    """Whether a cell is empty or holds a unit, scaled or one per another."""
    over = f'LEFT({own},FIND("/",{own})-1)'
    under = f'MID({own},FIND("/",{own})+1,{_LONGEST})'
    ratio = f"IFERROR({both(_simple(over), _simple(under))},FALSE)"
    return either(f'{own}=""', _simple(own), ratio)


def _simple(unit: str) -> str:
    """Whether a text is a unit of the table, or one with a scale before it."""
    scaled = (_scaled(unit, size) for size in sorted({len(word) for word in SCALES}))
    return either(is_listed(unit, defined_names.ALL_UNITS), *scaled)


def _scaled(unit: str, size: int) -> str:
    words = ",".join(text(word) for word in SCALES if len(word) == size)
    rest = f"MID({unit},{size + 1},{_LONGEST})"
    return both(
        f"ISNUMBER(MATCH(LEFT({unit},{size}),{{{words}}},0))",
        is_listed(rest, defined_names.ALL_UNITS),
        f"NOT({is_listed(rest, defined_names.UNSCALED)})",
    )
