"""The mean of the values of all answers by the disclosed table (赋值均值)."""

from decimal import Context, Decimal, localcontext

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.core.errors import QuanhengError
from quanheng.core.quantity import plain, rounded
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import Measure
from quanheng.evidence.measures.base.percent import PLACES
from quanheng.evidence.measures.base.surveys import OPTIONS, tally

_UNITS = ("%", "分")
_DIGITS = 50


def value_mean(ask: Ask) -> Measured:
    """S = Σ nᵢSᵢ ÷ n over the answers that have a value."""
    unit = ask.binding.unit or _UNITS[0]
    if unit not in _UNITS:
        raise QuanhengError(
            Words(
                f"赋值均值的单位应为%或分，现为{unit}",
                f"the mean of values is given in % or 分, not in {unit}",
            )
        )
    entries = Entries(ask)
    if not len(entries):
        return entries.measured(None, unit, Words("无调查", "there is no survey"))
    found = tally(ask, entries)
    numbers: dict[Decimal, int] = {}
    for counts in found.counts.values():
        for given, number in counts.items():
            if given in found.values:
                value = found.values[given]
                numbers[value] = numbers.get(value, 0) + number
    answers = sum(numbers.values())
    if not answers:
        why = Words("无带赋值的答案", "there is no answer with a value")
        return entries.measured(None, unit, why, also=found.rows)
    with localcontext(Context(prec=_DIGITS)):
        mean = sum(value * number for value, number in numbers.items()) / answers
    table = sorted(numbers.items(), reverse=True)
    said = " + ".join(f"{number}×{plain(value)}" for value, number in table)
    shown = plain(rounded(Decimal(mean), PLACES))
    text = f"({said}) ÷ {answers} = {shown}{unit}"
    return entries.measured(
        Decimal(mean),
        unit,
        Words(f"各档份数乘赋值：{text}", f"counts times values: {text}"),
        parts={plain(value): Decimal(number) for value, number in table},
        also=found.rows,
        places=PLACES,
    )


MEASURE = Measure(
    name="value_mean",
    title=Words("满意度赋值均值", "mean of values"),
    formula=Words(
        "S = Σ 各档份数 × 赋值 ÷ 总份数，赋值见调查选项表",
        "S = Σ nᵢSᵢ ÷ n by the values that the options disclose",
    ),
    source=Words(
        "满意度调查通行做法：赋值须公开", "practice: the values are disclosed"
    ),
    compute=value_mean,
    options=OPTIONS,
    register="surveys",
)
