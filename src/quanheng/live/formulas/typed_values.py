"""Formulas that read what a person typed, or decline to (单元格取值公式).

They take less than :mod:`quanheng.core.grammar` does, and what they take they read the
same way: plain numbers, a unit behind them, whole dates. Anything else is no number.
"""

from typing import Final

from quanheng.live.formulas.expressions import both, cases, either

SIGNS: Final = "≥>=≤<"
_FIGURES: Final = "0123456789.-"
_DAY_FORMAT: Final = 'yyyy""年""m""月""d""日""'
_MONTH_FORMAT: Final = 'yyyy""年""m""月""'
_LONGEST_NUMBER: Final = 15
"""Digits that a spreadsheet keeps."""


def as_text(place: str) -> str:
    """What a cell shows: a percentage as 95%, other numbers bare, a day as no value."""
    kind = f'LEFT(CELL("format",{place}),1)'
    shown = cases(
        (f'{kind}="P"', f'ROUND({place}*100,10)&"%"'),
        (f'{kind}="D"', '"?"'),
        otherwise=f'{place}&""',
    )
    return f"IF(ISNUMBER({place}),{shown},TRIM({place}))"


def number_in(place: str) -> str:
    """The number that a text is, the empty text for any other."""
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


def sign_in(said: str) -> str:
    """The sign that a text begins with, the empty text where it has none."""
    first = f"LEFT({said},1)"
    is_sign = f'ISNUMBER(FIND({first},"{SIGNS}"))'
    return f'IF({said}="","",IF({is_sign},{first},""))'


def without_sign(said: str, sign: str) -> str:
    """A text without the sign at its beginning."""
    return f'TRIM(IF(AND({sign}<>"",LEFT({said},1)={sign}),MID({said},2,99),{said}))'


def unit_in_brackets(name: str) -> str:
    """What the brackets at the end of a name hold: 次 in 举办次数（次）."""
    plain = f'SUBSTITUTE(SUBSTITUTE(TRIM({name}),"(","（"),")","）")'
    inner = f'MID({plain},FIND("（",{plain})+1,LEN({plain})-FIND("（",{plain})-1)'
    return f'IF(RIGHT({plain},1)="）",IFERROR(SUBSTITUTE({inner},"单位：",""),""),"")'


def last_day(said: str) -> str:
    """The last day that a text names: 2024年6月30日, 2024年6月; else no number."""
    is_month = f'(RIGHT({said},1)="月")'
    month = f'MID({said},6,FIND("月",{said})-6)'
    day = f'SUBSTITUTE(MID({said},FIND("月",{said})+1,3),"日","")'
    # Day 0 of the next month is the last one of a month that names no day.
    found = f'DATE(LEFT({said},4),{month}+{is_month},"0"&{day})'
    shown = (f'TEXT({found},"{_DAY_FORMAT}")', f'TEXT({found},"{_MONTH_FORMAT}")')
    is_that = either(*(f"{one}={said}" for one in shown))
    return f'IFERROR(IF({is_that},{found},""),"")'


def first_day(said: str, last: str) -> str:
    """The first day that a text names, by the last one."""
    start = f"DATE(YEAR({last}),MONTH({last}),1)"
    return f'IF(AND(ISNUMBER({last}),RIGHT({said},1)="月"),{start},{last})'
