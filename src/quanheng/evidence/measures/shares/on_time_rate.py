"""Closed in time ÷ due in the period (按期率)."""

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.core.days import as_day
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.due import OPTIONS, due_moments, in_time
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import MOMENTS, Measure
from quanheng.evidence.measures.base.percent import percentage
from quanheng.evidence.measures.base.total import total


def on_time_rate(ask: Ask) -> Measured:
    """Entries that were closed when they were due ÷ those due in the period.

    What is not due yet and what was due before is left out, closed or not; what is
    open after its day is late.
    """
    done = ask.field(ask.binding.of, *MOMENTS)
    entries = Entries(ask, by_day=False)
    due = due_moments(ask, entries)
    if ask.period:
        first, last = ask.period
        days = [as_day(moment) for moment in due]
        entries.keep(
            [first <= day <= last for day in days],
            Words("到期日不在期间内", "not due within the period"),
        )
        due = [m for m, day in zip(due, days, strict=True) if first <= day <= last]
    kept = sum(in_time(due, entries.values(done.name)))
    return percentage(
        entries,
        ask,
        total([kept]),
        total([len(entries)]),
        Words(f"按期（{done.title.zh}不晚于到期）", f"in time ({done.title.en})"),
        Words("期间内到期", "due in the period"),
    )


MEASURE = Measure(
    name="on_time_rate",
    title=Words("按期率", "on-time rate"),
    formula=Words(
        "按期完成数 ÷ 期间内到期数 × 100%，未到期的不计",
        "closed in time ÷ due in the period × 100%; what is not due yet is left out",
    ),
    source=Words(
        "《信访工作条例》：按期办结率的分母是应办结数",
        "Regulations on petitions: the denominator is what was due",
    ),
    compute=on_time_rate,
    of=MOMENTS,
    options=OPTIONS,
)
