"""The target and the actual of a row taken apart, by formula (目标值、完成值公式)."""

from typing import Final

from quanheng.live.formulas import typed_values
from quanheng.live.formulas.expressions import both, cases, constant, either, says, text
from quanheng.live.formulas.hidden_cells import Aid
from quanheng.live.formulas.row_references import RowReferences

_NONE: Final = text("")
_DASHES: Final = ("～", "~", "–", "—", "至")


def written(row: RowReferences) -> str:
    """The target as it is shown."""
    return typed_values.as_text(row.cells["target"])


def actual(row: RowReferences) -> str:
    """The actual as it is shown."""
    return typed_values.as_text(row.cells["actual"])


def unchanged(row: RowReferences) -> str:
    """Whether target and actual still say what the report says."""
    if row.known is None:
        return "FALSE"
    return both(
        says(row.aids[Aid.WRITTEN], row.known.target),
        says(row.aids[Aid.ACTUAL], row.known.actual),
    )


def sign(row: RowReferences) -> str:
    """The sign: of its own cell, else at the beginning of the target."""
    inside = typed_values.sign_in(row.aids[Aid.WRITTEN])
    own = row.cells["sign"]
    if own == _NONE:
        return inside
    return f'IF({own}<>"",{own},{inside})'


def target(row: RowReferences) -> str:
    """The target without its sign."""
    return typed_values.without_sign(row.aids[Aid.WRITTEN], row.aids[Aid.SIGN])


def unit(row: RowReferences) -> str:
    """The unit: of its own cell, else behind the target, else in the name."""
    brackets = row.brackets
    target, actual = row.aids[Aid.TARGET], row.aids[Aid.ACTUAL]
    rest = f'IF(RIGHT({target},1)="%","%",{brackets})'
    if row.known is not None and (known := row.known.unit):
        size, unit = len(known), text(known)
        ends = (f"RIGHT({said},{size})={unit}" for said in (target, actual))
        rest = f"IF({either(row.aids[Aid.UNCHANGED], *ends)},{unit},{rest})"
    own = row.cells["unit"]
    if own == _NONE:
        return rest
    return f'IF({own}<>"",{own},{rest})'


def bare(row: RowReferences) -> str:
    """The target without sign and unit, its dash made one."""
    bare = typed_values.without_unit(row.aids[Aid.TARGET], row.aids[Aid.UNIT])
    for dash in _DASHES:
        bare = f'SUBSTITUTE({bare},"{dash}","-")'
    return bare


def high_text(row: RowReferences) -> str:
    """What stands behind the dash of a range."""
    bare = row.aids[Aid.BARE]
    return f'IFERROR(MID({bare},FIND("-",{bare},2)+1,99),"")'


def low_text(row: RowReferences) -> str:
    """What stands before the dash of a range; of others the whole target."""
    bare, high = row.aids[Aid.BARE], row.aids[Aid.HIGH_TEXT]
    low = f'SUBSTITUTE(LEFT({bare},LEN({bare})-LEN({high})-1),{row.aids[Aid.UNIT]},"")'
    before = f'IF(RIGHT({bare},1)="前",LEFT({bare},LEN({bare})-1),{bare})'
    return cases(
        (f'{high}<>""', low),
        (is_date(bare), f'SUBSTITUTE({before},"月底","月")'),
        otherwise=bare,
    )


def low(row: RowReferences) -> str:
    """The target as a number, or the last day that it names."""
    said = row.aids[Aid.LOW_TEXT]
    day = typed_values.last_day(said)
    return f"IF({is_date(said)},{day},{typed_values.number_in(said)})"


def first(row: RowReferences) -> str:
    """The actual as a number, or the first day that it names."""
    said = row.aids[Aid.ACTUAL_TEXT]
    day = typed_values.first_day(said, row.aids[Aid.LAST])
    return f"IF({is_date(said)},{day},{typed_values.number_in(said)})"


def last(row: RowReferences) -> str:
    """The last day that the actual names."""
    said = row.aids[Aid.ACTUAL_TEXT]
    return f"IF({is_date(said)},{typed_values.last_day(said)},{_NONE})"


def is_date(said: str) -> str:
    """Whether a text names a year, as days and months do here."""
    return f'ISNUMBER(FIND("年",{said}))'


def weight(row: RowReferences) -> str:
    """The points, if they are a number of zero or more."""
    own = row.cells["weight"]
    known = row.known.weight if row.known else None
    rest = _NONE
    if known is not None:
        rest = f"IF({says(f'TRIM({own})', known[0])},{constant(known[1])},{_NONE})"
    return f"IF(ISNUMBER({own}),IF({own}>=0,{own},{_NONE}),{rest})"
