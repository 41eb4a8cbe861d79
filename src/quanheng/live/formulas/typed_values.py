"""Formulas that read the values a person typed (单元格取值公式).

They read plain numbers, a unit after them and whole dates as
:mod:`quanheng.core.grammar` does, and nothing else.
"""

from typing import Final

from quanheng.core.grammar.numerals import SCALES
from quanheng.live.formulas import defined_names
from quanheng.live.formulas.expressions import both, cases, either, is_listed, text

SIGNS: Final = "≥>=≤<"
_FIGURES: Final = "0123456789.-"
_DAY_FORMAT: Final = 'yyyy""年""m""月""d""日""'
_MONTH_FORMAT: Final = 'yyyy""年""m""月""'
_LONGEST_UNIT: Final = 9
_LONGEST_NUMBER: Final = 15
"""Digits that a spreadsheet keeps."""


def as_text(place: str) -> str:
    """The text of a cell: a percentage as 95%, other numbers bare, a day as ?."""
    kind = f'LEFT(CELL("format",{place}),1)'
    shown = cases(
        (f'{kind}="P"', f'ROUND({place}*100,10)&"%"'),
        (f'{kind}="D"', '"?"'),
        otherwise=f'{place}&""',
    )
    return f"IF(ISNUMBER({place}),{shown},TRIM({place}))"


def number_in(place: str) -> str:
    """The number in a text of nothing else; empty for any other text."""
    padded = f'{place}&REPT("0",{_LONGEST_NUMBER})'
    signs = f"MID({padded},ROW($1:${_LONGEST_NUMBER}),1)"
    is_number = both(
        f'{place}<>""',
        f"LEN({place})<={_LONGEST_NUMBER}",
        f'SUMPRODUCT(--ISNUMBER(FIND({signs},"{_FIGURES}")))={_LONGEST_NUMBER}',
        f'ISERROR(FIND("-",{place},2))',
        f'RIGHT({place},1)<>"."',
        f'LEN({place})-LEN(SUBSTITUTE({place},".",""))<2',
    )
    return f'IF({is_number},IFERROR(VALUE({place}),""),"")'


def without_unit(place: str, unit: str) -> str:
    """A text without the unit at its end."""
    return (
        f'IF(AND({unit}<>"",RIGHT({place},LEN({unit}))={unit}),'
        f"LEFT({place},LEN({place})-LEN({unit})),{place})"
    )


def sign_in(value: str) -> str:
    """The sign at the start of a text; empty without one."""
    first = f"LEFT({value},1)"
    is_sign = f'ISNUMBER(FIND({first},"{SIGNS}"))'
    return f'IF({value}="","",IF({is_sign},{first},""))'


def without_sign(value: str, sign: str) -> str:
    """A text without the sign at its beginning."""
    return f'TRIM(IF(AND({sign}<>"",LEFT({value},1)={sign}),MID({value},2,99),{value}))'


def unit_in_brackets(name: str) -> str:
    """The unit in brackets at the end of a name: 次 in 举办次数（次）."""
    plain = f'SUBSTITUTE(SUBSTITUTE(TRIM({name}),"(","（"),")","）")'
    inner = f'MID({plain},FIND("（",{plain})+1,LEN({plain})-FIND("（",{plain})-1)'
    return f'IF(RIGHT({plain},1)="）",IFERROR(SUBSTITUTE({inner},"单位：",""),""),"")'


def last_day(value: str) -> str:
    """The last day of 2024年6月30日 or 2024年6月; empty for any other text."""
    is_month = f'(RIGHT({value},1)="月")'
    month = f'MID({value},6,FIND("月",{value})-6)'
    day = f'SUBSTITUTE(MID({value},FIND("月",{value})+1,3),"日","")'
    # Day 0 of the next month is the last one of a month that names no day.
    found = f'DATE(LEFT({value},4),{month}+{is_month},"0"&{day})'
    shown = (f'TEXT({found},"{_DAY_FORMAT}")', f'TEXT({found},"{_MONTH_FORMAT}")')
    is_that = either(*(f"{one}={value}" for one in shown))
    return f'IFERROR(IF({is_that},{found},""),"")'


def first_day(value: str, last: str) -> str:
    """The first day of the same, given its last day."""
    start = f"DATE(YEAR({last}),MONTH({last}),1)"
    return f'IF(AND(ISNUMBER({last}),RIGHT({value},1)="月"),{start},{last})'


def known_unit(own: str) -> str:
    """Whether a cell is empty or holds a unit: 万人, 万元/公里 (计量单位).

    Unlike :mod:`quanheng.core.grammar.units` it knows neither 元/人·月 nor 元/学位.
    """
    over = f'LEFT({own},FIND("/",{own})-1)'
    under = f'MID({own},FIND("/",{own})+1,{_LONGEST_UNIT})'
    ratio = f"IFERROR({both(_simple(over), _simple(under))},FALSE)"
    return either(f'{own}=""', _simple(own), ratio)


def _simple(unit: str) -> str:
    """Whether a text is a unit of the table, with or without a scale before it."""
    scaled = (_scaled(unit, size) for size in sorted({len(word) for word in SCALES}))
    return either(is_listed(unit, defined_names.ALL_UNITS), *scaled)


def _scaled(unit: str, size: int) -> str:
    words = ",".join(text(word) for word in SCALES if len(word) == size)
    rest = f"MID({unit},{size + 1},{_LONGEST_UNIT})"
    return both(
        f"ISNUMBER(MATCH(LEFT({unit},{size}),{{{words}}},0))",
        is_listed(rest, defined_names.ALL_UNITS),
        f"NOT({is_listed(rest, defined_names.UNSCALED)})",
    )
