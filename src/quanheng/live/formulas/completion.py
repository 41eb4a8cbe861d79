"""Formulas for the completion rate of a row in percent (完成率公式)."""

from typing import Final

from quanheng.live.formulas.expressions import both, cases, rounded, text
from quanheng.live.formulas.helper_columns import MET, Helper, Kind
from quanheng.live.formulas.row_references import RowReferences
from quanheng.live.formulas.score import satisfaction_share, share_in_range
from quanheng.scoring.formulas.limits import INVERSE_COMPLETION

_NONE: Final = text("")
_PLACES: Final = "2"


def row_completion(row: RowReferences) -> str:
    """The completion rate of a row by its kind; empty where there is none."""
    in_time = both(row.has_kind(Kind.DATE), f"{row[Helper.LAST]}<={row[Helper.LOW]}")
    met = f"IF({row[Helper.ANSWER]}={text(MET)},100,0)"
    return cases(
        (row.has_kind(Kind.NUMBER), _number(row)),
        (row.has_kind(Kind.RANGE), rounded(f"{share_in_range(row)}*100", _PLACES)),
        (in_time, "100"),
        (row.has_kind(Kind.YES_NO), met),
        otherwise=_NONE,
    )


def _number(row: RowReferences) -> str:
    low, first = row[Helper.LOW], row[Helper.FIRST]
    upper = rounded(f"MAX(2*{low}-{first},0)*100/{low}", _PLACES)
    if row.law.value(INVERSE_COMPLETION) == "ratio":
        ratio = rounded(f"{low}*100/{first}", _PLACES)
        upper = f"IF({first}>0,{ratio},{_NONE})"
    by_steps = []
    if satisfaction_share(row):
        by_steps = [(both(row.is_satisfaction, f'{row[Helper.UNIT]}="%"'), _NONE)]
    return cases(
        *by_steps,
        (f"{low}<=0", _NONE),
        (f"NOT(ISNUMBER({row[Helper.SCORE]}))", _NONE),
        (row.is_upper, upper),
        otherwise=rounded(f"MAX({first},0)*100/{low}", _PLACES),
    )
