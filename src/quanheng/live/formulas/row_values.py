"""Formulas that split target and actual into their parts (目标值、完成值公式)."""

from typing import Final

from quanheng.live.formulas import typed_values
from quanheng.live.formulas.expressions import (
    both,
    cases,
    constant,
    either,
    equals,
    text,
)
from quanheng.live.formulas.helper_columns import Helper
from quanheng.live.formulas.row_references import RowReferences

_NONE: Final = text("")
_DASHES: Final = ("～", "~", "–", "—", "至")


def written(row: RowReferences) -> str:
    """The target as the cell shows it."""
    return typed_values.as_text(row.cells["target"])


def actual(row: RowReferences) -> str:
    """The actual as the cell shows it."""
    return typed_values.as_text(row.cells["actual"])


def unchanged(row: RowReferences) -> str:
    """Whether target and actual are still the texts of the report."""
    if row.known is None:
        return "FALSE"
    return both(
        equals(row[Helper.WRITTEN], row.known.target),
        equals(row[Helper.ACTUAL], row.known.actual),
    )


def sign(row: RowReferences) -> str:
    """The sign in its own cell, else at the start of the target."""
    inside = typed_values.sign_in(row[Helper.WRITTEN])
    own = row.cells["sign"]
    if own == _NONE:
        return inside
    return f'IF({own}<>"",{own},{inside})'


def target(row: RowReferences) -> str:
    """The target without its sign."""
    return typed_values.without_sign(row[Helper.WRITTEN], row[Helper.SIGN])


def unit(row: RowReferences) -> str:
    """The unit in its own cell, else at the end of the target, else in the name."""
    target, actual = row[Helper.TARGET], row[Helper.ACTUAL]
    rest = f'IF(RIGHT({target},1)="%","%",{row.brackets})'
    if row.known is not None and (known := row.known.unit):
        size, unit = len(known), text(known)
        ends = (f"RIGHT({value},{size})={unit}" for value in (target, actual))
        rest = f"IF({either(row[Helper.UNCHANGED], *ends)},{unit},{rest})"
    own = row.cells["unit"]
    if own == _NONE:
        return rest
    return f'IF({own}<>"",{own},{rest})'


def bare(row: RowReferences) -> str:
    """The target without sign and unit; every dash becomes -."""
    bare = typed_values.without_unit(row[Helper.TARGET], row[Helper.UNIT])
    for dash in _DASHES:
        bare = f'SUBSTITUTE({bare},"{dash}","-")'
    return bare


def high_text(row: RowReferences) -> str:
    """The text after the dash of a range."""
    bare = row[Helper.BARE]
    return f'IFERROR(MID({bare},FIND("-",{bare},2)+1,99),"")'


def low_text(row: RowReferences) -> str:
    """The text before the dash of a range; the whole target without a dash."""
    bare, high = row[Helper.BARE], row[Helper.HIGH_TEXT]
    low = f'SUBSTITUTE(LEFT({bare},LEN({bare})-LEN({high})-1),{row[Helper.UNIT]},"")'
    before = f'IF(RIGHT({bare},1)="前",LEFT({bare},LEN({bare})-1),{bare})'
    return cases(
        (f'{high}<>""', low),
        (is_date(bare), f'SUBSTITUTE({before},"月底","月")'),
        otherwise=bare,
    )


def low(row: RowReferences) -> str:
    """The target as a number, or the last day that it names."""
    value = row[Helper.LOW_TEXT]
    day = typed_values.last_day(value)
    return f"IF({is_date(value)},{day},{typed_values.number_in(value)})"


def first(row: RowReferences) -> str:
    """The actual as a number, or the first day that it names."""
    value = row[Helper.ACTUAL_TEXT]
    day = typed_values.first_day(value, row[Helper.LAST])
    return f"IF({is_date(value)},{day},{typed_values.number_in(value)})"


def last(row: RowReferences) -> str:
    """The last day that the actual names."""
    value = row[Helper.ACTUAL_TEXT]
    return f"IF({is_date(value)},{typed_values.last_day(value)},{_NONE})"


def is_date(value: str) -> str:
    """Whether a text names a year, as dates do here."""
    return f'ISNUMBER(FIND("年",{value}))'


def weight(row: RowReferences) -> str:
    """The points, if they are a number of zero or more."""
    own = row.cells["weight"]
    known = row.known.weight if row.known else None
    rest = _NONE
    if known is not None:
        rest = f"IF({equals(f'TRIM({own})', known[0])},{constant(known[1])},{_NONE})"
    return f"IF(ISNUMBER({own}),IF({own}>=0,{own},{_NONE}),{rest})"
