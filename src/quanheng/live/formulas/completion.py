"""The completion rate of a row for a spreadsheet (完成率公式), in percent."""

from typing import Final

from quanheng.law.book import Law
from quanheng.live.formulas.expressions import both, cases, rounded, text
from quanheng.live.formulas.hidden_cells import (
    MET,
    Aid,
    Aids,
    Kind,
    has_kind,
    is_upper,
)
from quanheng.live.formulas.score import satisfaction_share, share_in_range
from quanheng.scoring.formulas.limits import INVERSE_COMPLETION

_NONE: Final = text("")
_PLACES: Final = "2"


def row_completion(aids: Aids, is_satisfaction: str, law: Law) -> str:
    """The completion of a row by its kind; empty where there is none."""
    in_time = both(has_kind(aids, Kind.DATE), f"{aids[Aid.LAST]}<={aids[Aid.LOW]}")
    met = f"IF({aids[Aid.ANSWER]}={text(MET)},100,0)"
    return cases(
        (has_kind(aids, Kind.NUMBER), _number(aids, is_satisfaction, law)),
        (
            has_kind(aids, Kind.RANGE),
            rounded(f"{share_in_range(aids)}*100", _PLACES),
        ),
        (in_time, "100"),
        (has_kind(aids, Kind.YES_NO), met),
        otherwise=_NONE,
    )


def _number(aids: Aids, is_satisfaction: str, law: Law) -> str:
    low, first = aids[Aid.LOW], aids[Aid.FIRST]
    upper = rounded(f"MAX(2*{low}-{first},0)*100/{low}", _PLACES)
    if law.value(INVERSE_COMPLETION) == "ratio":
        ratio = rounded(f"{low}*100/{first}", _PLACES)
        upper = f"IF({first}>0,{ratio},{_NONE})"
    by_steps = []
    if satisfaction_share(aids, law):
        by_steps = [(both(is_satisfaction, f'{aids[Aid.UNIT]}="%"'), _NONE)]
    return cases(
        *by_steps,
        (f"{low}<=0", _NONE),
        (f"NOT(ISNUMBER({aids[Aid.SCORE]}))", _NONE),
        (is_upper(aids), upper),
        otherwise=rounded(f"MAX({first},0)*100/{low}", _PLACES),
    )
