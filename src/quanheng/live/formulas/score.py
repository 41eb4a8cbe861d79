"""The formulas of :mod:`quanheng.scoring` for a spreadsheet (计分公式)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from quanheng.core.indicator import TO_JUDGE
from quanheng.core.quantity import plain
from quanheng.law.book import Law, Value
from quanheng.live.formulas import defined_names
from quanheng.live.formulas.expressions import NUDGE, both, cases, rounded, text
from quanheng.live.formulas.helper_columns import MET, Helper, Kind
from quanheng.live.formulas.row_references import RowReferences
from quanheng.scoring.answers_in_words import Answer
from quanheng.scoring.budget.execution_rate import EXECUTION_STEPS
from quanheng.scoring.formulas.deadline import LATE_FORMULA
from quanheng.scoring.formulas.limits import INVERSE_FORMULA, ZERO_TARGET_FORMULA
from quanheng.scoring.formulas.step_table import SATISFACTION_STEPS

_ASK: Final = text(TO_JUDGE)
_NONE: Final = text("")


def row_score(row: RowReferences) -> str:
    """The score of a row by its kind; empty while it is not filled in."""
    weight = row[Helper.WEIGHT]
    return cases(
        (row.has_kind(Kind.NUMBER), _number(row)),
        (row.has_kind(Kind.RANGE), _points(f"{share_in_range(row)}*{weight}", weight)),
        (row.has_kind(Kind.DATE), _date(row)),
        (row.has_kind(Kind.YES_NO), f"IF({row[Helper.ANSWER]}={text(MET)},{weight},0)"),
        (row.has_kind(Kind.WORDS), _band(row)),
        (row.has_kind(Kind.UNCLEAR), _ASK),
        otherwise=_NONE,
    )


def execution_score(weight: str, planned: str, spent: str, law: Law) -> str:
    """The points of the execution rate; empty while an amount is missing."""
    paid = f"MAX({spent},0)"
    steps = law.value(EXECUTION_STEPS)
    share = _share_by_steps(steps, f"{paid}*100/{planned}")
    share = share or f"MIN({paid}/{planned},1)"
    return cases(
        (f"COUNT({weight},{planned},{spent})<3", _NONE),
        (f"{planned}<=0", _ASK),
        otherwise=_points(f"{share}*{weight}", weight),
    )


def satisfaction_share(row: RowReferences) -> str:
    """The share of the points by the satisfaction steps; empty without steps."""
    return _share_by_steps(row.law.value(SATISFACTION_STEPS), row[Helper.FIRST])


def share_in_range(row: RowReferences) -> str:
    """The share that an actual in or near a range earns."""
    low, high, first = row[Helper.LOW], row[Helper.HIGH], row[Helper.FIRST]
    limit = f"IF({first}<{low},{low},{high})"
    near = f"MAX(1-ABS({first}-{limit})/ABS({limit}),0)"
    return cases(
        (both(f"{first}>={low}", f"{first}<={high}"), "1"),
        (f"{limit}=0", "0"),
        otherwise=near,
    )


def _points(value: str, weight: str) -> str:
    """Points rounded and kept within 0 and the weight."""
    return f"MIN({rounded(f'MAX({value},0)', defined_names.SCORE_DECIMALS)},{weight})"


def _number(row: RowReferences) -> str:
    low, first, weight = row[Helper.LOW], row[Helper.FIRST], row[Helper.WEIGHT]
    sign, direction = row[Helper.SIGN], row[Helper.DIRECTION]
    undecided = both(f"{sign}={_NONE}", f"{direction}=0", f"{first}<>{low}")
    steps = []
    if share := satisfaction_share(row):
        applies = both(row.is_satisfaction, f'{row[Helper.UNIT]}="%"')
        steps = [(applies, _points(f"{share}*{weight}", weight))]
    exactly = f"IF({low}=0,{first}<=0,{first}={low})"
    return cases(
        (undecided, _ASK),
        *steps,
        (row.is_upper, _at_most(row)),
        (f"{low}>0", _at_least(row)),
        (row.is_lower, _at_least(row)),
        otherwise=f"IF({exactly},{_reached(row)},{_missed(row)})",
    )


def _at_least(row: RowReferences) -> str:
    low, first, weight = row[Helper.LOW], row[Helper.FIRST], row[Helper.WEIGHT]
    equal = both(f"{first}={low}", f'{row[Helper.SIGN]}<>">"')
    return cases(
        (f"OR({first}>{low},{equal})", weight),
        (f"{low}<=0", _missed(row)),
        otherwise=_points(f"MAX({first},0)*{weight}/{low}", weight),
    )


def _at_most(row: RowReferences) -> str:
    low, first, weight = row[Helper.LOW], row[Helper.FIRST], row[Helper.WEIGHT]
    equal = both(f"{first}={low}", f'{row[Helper.SIGN]}<>"<"')
    within = f"OR({first}<{low},{equal})"
    beyond = f"(2*{low}-{first})*{weight}/{low}"
    if row.law.value(INVERSE_FORMULA) == "ratio":
        beyond = f"{low}*{weight}/{first}"
    return cases(
        (both(within, f"{low}>0"), weight),
        (within, _reached(row)),
        (f"{low}<=0", _missed(row)),
        otherwise=_points(beyond, weight),
    )


def _reached(row: RowReferences) -> str:
    """The points for reaching a target of zero or less."""
    return row[Helper.WEIGHT] if _is_all_or_nothing(row.law) else _ASK


def _missed(row: RowReferences) -> str:
    return "0" if _is_all_or_nothing(row.law) else _ASK


def _is_all_or_nothing(law: Law) -> bool:
    return law.value(ZERO_TARGET_FORMULA) == "all_or_nothing"


def _date(row: RowReferences) -> str:
    limit, weight = row[Helper.LOW], row[Helper.WEIGHT]
    late = "0"
    if isinstance(formula := row.law.value(LATE_FORMULA), dict):
        days = f"({row[Helper.FIRST]}-{limit})"
        late = _points(f"(1-{days}*{formula['share_per_day']})*{weight}", weight)
    return cases(
        (f"{row[Helper.LAST]}<={limit}", weight),
        (f"{row[Helper.FIRST]}<={limit}", _ASK),
        otherwise=late,
    )


def _band(row: RowReferences) -> str:
    """The manual score, brought inside the band of the answer."""
    weight, manual = row[Helper.WEIGHT], row.manual
    low, high = _limit(row, defined_names.LOWER), _limit(row, defined_names.UPPER)
    lowest = f"MIN({_ceiling(f'{low}*{weight}')},{weight})"
    below = f"{_ceiling(f'{high}*{weight}')}-10^-{defined_names.SCORE_DECIMALS}"
    highest = f"IF({high}>=1,{weight},MAX({lowest},{below}))"
    inside = f"ROUND(MIN(MAX({manual},{lowest}),{highest}),10)"
    return f"IF(ISNUMBER({manual}),{inside},{_ASK})"


def _limit(row: RowReferences, side: str) -> str:
    answers = [
        (f"{row[Helper.ANSWER]}={text(answer)}", defined_names.band(answer, side))
        for answer in (Answer.REACHED, Answer.PARTLY)
    ]
    return cases(*answers, otherwise=defined_names.band(Answer.MISSED, side))


def _ceiling(value: str) -> str:
    return f"ROUNDUP(MAX({value}-{NUDGE},0),{defined_names.SCORE_DECIMALS})"


def _share_by_steps(table: Value, rate: str) -> str:
    """The share of the points that a rate reaches by a step table (分档).

    Args:
        table: A list of ``{at_least, share}``; without one the result is empty.
        rate: The rate in percent, as a formula.
    """
    if isinstance(table, str) or not isinstance(table, Sequence) or not table:
        return ""
    steps = sorted(map(_step, table), reverse=True)
    reached = [
        (f"{rate}+{NUDGE}>={plain(least)}", plain(share)) for least, share in steps
    ]
    return cases(*reached, otherwise="0")


def _step(entry: Value) -> tuple[Decimal, Decimal]:
    match entry:
        case Mapping():
            least, share = entry["at_least"], entry["share"]
            if isinstance(least, Decimal) and isinstance(share, Decimal):
                return least, share
    raise TypeError(f"no step: {entry!r}")
