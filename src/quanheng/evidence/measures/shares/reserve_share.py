"""Food bought from counties in need ÷ all food that was bought (预留份额比例)."""

from datetime import date

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import Measure
from quanheng.evidence.measures.base.percent import percentage
from quanheng.evidence.measures.base.total import total


def reserve_share(ask: Ask) -> Measured:
    """Reserved ÷ food purchases; of cumulative figures the latest count."""
    entries = Entries(ask)
    entries.keep(
        [has is not False for has in entries.values("has_canteen")],
        Words("无食堂，不承担预留义务", "has no canteen and so no duty to reserve"),
    )
    entries.filled("food_purchases", "reserved")
    _latest_only(entries)
    return percentage(
        entries,
        ask,
        total(entries.values("reserved")),
        total(entries.values("food_purchases")),
        Words("预留采购份额", "reserved"),
        Words("食材采购总额", "food purchases"),
    )


def _latest_only(entries: Entries) -> None:
    """Leave out cumulative figures that a later one of the same stretch includes."""
    names = ("unit", "kind", "since")
    stretches = list(zip(*map(entries.values, names), strict=True))
    days: tuple[date, ...] = tuple(entries.values("as_of"))
    last: dict[tuple[object, ...], date] = {}
    for stretch, day in zip(stretches, days, strict=True):
        last[stretch] = max(day, last.get(stretch, day))
    entries.keep(
        [last[stretch] == day for stretch, day in zip(stretches, days, strict=True)],
        Words("同一单位有更晚的累计数", "the same body has later figures"),
    )


MEASURE = Measure(
    name="reserve_share",
    title=Words("预留份额比例", "reserved share"),
    formula=Words(
        "预留采购份额 ÷ 食材采购总额 × 100%", "reserved ÷ food purchases × 100%"
    ),
    source=Words(
        "消费帮扶预留份额规定", "the duty to reserve a share of food purchases"
    ),
    compute=reserve_share,
    register="purchases",
)
