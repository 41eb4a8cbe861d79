"""The number of days with an entry (覆盖天数)."""

from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.core.quantity import plain
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.days import UNTIL, days_with_entries
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import MOMENTS, Measure
from quanheng.evidence.measures.base.units import in_unit


def days_covered(ask: Ask) -> Measured:
    """Different days of the period with an entry."""
    entries = Entries(ask)
    days = days_with_entries(ask, entries)
    value, unit = in_unit(Decimal(len(days)), "天", ask.binding.unit)
    said = f"{plain(value)}{unit}"
    return entries.measured(
        value,
        unit,
        Words(
            f"{len(entries)}条记录覆盖的不同日期共{said}",
            f"different days with an entry, of {len(entries)} entries: {said}",
        ),
    )


MEASURE = Measure(
    name="days_covered",
    title=Words("覆盖天数", "days covered"),
    formula=Words("期间内有记录的不同日期的天数", "different days with an entry"),
    source=Words("财预〔2020〕10号：数量、时效指标", "quantity and timeliness"),
    compute=days_covered,
    of=MOMENTS,
    options={"until": UNTIL},
)
