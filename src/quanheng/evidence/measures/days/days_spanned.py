"""From the first to the last day with an entry (起止天数)."""

from datetime import date
from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.core.quantity import plain
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.days import UNTIL, days_with_entries
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import MOMENTS, Measure
from quanheng.evidence.measures.base.units import in_unit


def days_spanned(ask: Ask) -> Measured:
    """Days from the first entry to the last, both counted: how long it went on."""
    entries = Entries(ask)
    days = days_with_entries(ask, entries)
    if not days:
        none = Words("无记录", "there is no entry")
        return entries.measured(Decimal(0), ask.binding.unit or "天", none)
    first, last = min(days), max(days)
    value, unit = in_unit(Decimal(last - first + 1), "天", ask.binding.unit)
    said = f"{plain(value)}{unit}"
    one, other = date.fromordinal(first), date.fromordinal(last)
    return entries.measured(
        value,
        unit,
        Words(
            f"首次{one}至末次{other}，共{said}，其中有记录的{len(days)}天",
            f"first {one}, last {other}: {said}, {len(days)} of them with an entry",
        ),
        parts={"days": Decimal(len(days))},
    )


MEASURE = Measure(
    name="days_spanned",
    title=Words("起止天数", "days from first to last"),
    formula=Words("末次日期 − 首次日期 + 1", "last day − first day + 1"),
    source=Words("财预〔2020〕10号：时效指标（持续时间）", "timeliness: duration"),
    compute=days_spanned,
    of=MOMENTS,
    options={"until": UNTIL},
)
