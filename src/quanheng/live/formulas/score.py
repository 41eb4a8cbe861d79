"""The formulas of :mod:`quanheng.scoring` for a spreadsheet (计分公式)."""

from typing import Final

from quanheng.core.indicator import TO_JUDGE
from quanheng.law.book import Law
from quanheng.live.formulas import defined_names
from quanheng.live.formulas.expressions import NUDGE, both, cases, rounded, text
from quanheng.live.formulas.hidden_cells import (
    MET,
    Aid,
    Aids,
    Kind,
    has_kind,
    is_one_sided,
    is_upper,
)
from quanheng.live.formulas.step_table import share_by_steps
from quanheng.scoring.answers_in_words import Answer
from quanheng.scoring.budget.execution_rate import EXECUTION_STEPS
from quanheng.scoring.formulas.deadline import LATE_FORMULA
from quanheng.scoring.formulas.limits import INVERSE_FORMULA, ZERO_TARGET_FORMULA
from quanheng.scoring.formulas.step_table import SATISFACTION_STEPS

_ASK: Final = text(TO_JUDGE)
_NONE: Final = text("")


def row_score(aids: Aids, placed: str, is_satisfaction: str, law: Law) -> str:
    """The score of a row by its kind; empty while it is not filled in.

    Args:
        aids: The hidden cells of the row.
        placed: The points that a person set inside the band of an answer.
        is_satisfaction: Whether the row is about satisfaction.
        law: The parameters in force.
    """
    weight = aids[Aid.WEIGHT]
    return cases(
        (has_kind(aids, Kind.NUMBER), _number(aids, is_satisfaction, law)),
        (
            has_kind(aids, Kind.RANGE),
            _points(f"{share_in_range(aids)}*{weight}", weight),
        ),
        (has_kind(aids, Kind.DATE), _date(aids, law)),
        (
            has_kind(aids, Kind.YES_NO),
            f"IF({aids[Aid.ANSWER]}={text(MET)},{weight},0)",
        ),
        (has_kind(aids, Kind.WORDS), _band(aids, placed)),
        (has_kind(aids, Kind.UNCLEAR), _ASK),
        otherwise=_NONE,
    )


def execution_score(weight: str, planned: str, spent: str, law: Law) -> str:
    """The points of the execution rate; empty while an amount is missing."""
    paid = f"MAX({spent},0)"
    steps = law.value(EXECUTION_STEPS)
    share = share_by_steps(steps, f"{paid}*100/{planned}")
    share = share or f"MIN({paid}/{planned},1)"
    return cases(
        (f"COUNT({weight},{planned},{spent})<3", _NONE),
        (f"{planned}<=0", _ASK),
        otherwise=_points(f"{share}*{weight}", weight),
    )


def satisfaction_share(aids: Aids, law: Law) -> str:
    """The share of the points by the steps of satisfaction, empty without steps."""
    return share_by_steps(law.value(SATISFACTION_STEPS), aids[Aid.FIRST])


def share_in_range(aids: Aids) -> str:
    """The share that an actual in or near a range earns."""
    low, high, first = aids[Aid.LOW], aids[Aid.HIGH], aids[Aid.FIRST]
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


def _number(aids: Aids, is_satisfaction: str, law: Law) -> str:
    low, first, weight = aids[Aid.LOW], aids[Aid.FIRST], aids[Aid.WEIGHT]
    undecided = both(
        f"{aids[Aid.SIGN]}={_NONE}", f"{aids[Aid.DIRECTION]}=0", f"{first}<>{low}"
    )
    steps = []
    if share := satisfaction_share(aids, law):
        applies = both(is_satisfaction, f'{aids[Aid.UNIT]}="%"')
        steps = [(applies, _points(f"{share}*{weight}", weight))]
    exactly = f"IF({low}=0,{first}<=0,{first}={low})"
    return cases(
        (undecided, _ASK),
        *steps,
        (is_upper(aids), _at_most(aids, law)),
        (f"{low}>0", _at_least(aids, law)),
        (is_one_sided(aids), _at_least(aids, law)),
        otherwise=f"IF({exactly},{_reached(weight, law)},{_missed(law)})",
    )


def _at_least(aids: Aids, law: Law) -> str:
    low, first, weight = aids[Aid.LOW], aids[Aid.FIRST], aids[Aid.WEIGHT]
    equal = both(f"{first}={low}", f'{aids[Aid.SIGN]}<>">"')
    return cases(
        (f"OR({first}>{low},{equal})", weight),
        (f"{low}<=0", _missed(law)),
        otherwise=_points(f"MAX({first},0)*{weight}/{low}", weight),
    )


def _at_most(aids: Aids, law: Law) -> str:
    low, first, weight = aids[Aid.LOW], aids[Aid.FIRST], aids[Aid.WEIGHT]
    equal = both(f"{first}={low}", f'{aids[Aid.SIGN]}<>"<"')
    within = f"OR({first}<{low},{equal})"
    beyond = f"(2*{low}-{first})*{weight}/{low}"
    if law.value(INVERSE_FORMULA) == "ratio":
        beyond = f"{low}*{weight}/{first}"
    return cases(
        (both(within, f"{low}>0"), weight),
        (within, _reached(weight, law)),
        (f"{low}<=0", _missed(law)),
        otherwise=_points(beyond, weight),
    )


def _reached(weight: str, law: Law) -> str:
    """The points of a target of zero or less that is reached."""
    return weight if _is_all_or_nothing(law) else _ASK


def _missed(law: Law) -> str:
    return "0" if _is_all_or_nothing(law) else _ASK


def _is_all_or_nothing(law: Law) -> bool:
    return law.value(ZERO_TARGET_FORMULA) == "all_or_nothing"


def _date(aids: Aids, law: Law) -> str:
    limit, weight = aids[Aid.LOW], aids[Aid.WEIGHT]
    late = "0"
    if isinstance(formula := law.value(LATE_FORMULA), dict):
        days = f"({aids[Aid.FIRST]}-{limit})"
        late = _points(f"(1-{days}*{formula['share_per_day']})*{weight}", weight)
    return cases(
        (f"{aids[Aid.LAST]}<={limit}", weight),
        (f"{aids[Aid.FIRST]}<={limit}", _ASK),
        otherwise=late,
    )


def _band(aids: Aids, placed: str) -> str:
    """The points that a person set, brought inside the band of the answer."""
    weight = aids[Aid.WEIGHT]
    low, high = _limit(aids, defined_names.LOWER), _limit(aids, defined_names.UPPER)
    lowest = f"MIN({_ceiling(f'{low}*{weight}')},{weight})"
    below = f"{_ceiling(f'{high}*{weight}')}-10^-{defined_names.SCORE_DECIMALS}"
    highest = f"IF({high}>=1,{weight},MAX({lowest},{below}))"
    inside = f"ROUND(MIN(MAX({placed},{lowest}),{highest}),10)"
    return f"IF(ISNUMBER({placed}),{inside},{_ASK})"


def _limit(aids: Aids, side: str) -> str:
    answers = [
        (f"{aids[Aid.ANSWER]}={text(answer)}", defined_names.band(answer, side))
        for answer in (Answer.REACHED, Answer.PARTLY)
    ]
    return cases(*answers, otherwise=defined_names.band(Answer.MISSED, side))


def _ceiling(value: str) -> str:
    return f"ROUNDUP(MAX({value}-{NUDGE},0),{defined_names.SCORE_DECIMALS})"
