"""The number of households behind sales (带动农户数)."""

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.core.quantity import plain
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import Measure
from quanheng.evidence.measures.base.units import counted_in

_HOUSEHOLD = "农户"
_UNSOLD = ("已取消", "已退货")


def households_helped(ask: Ask) -> Measured:
    """Households behind the producers that had an order in the period, each once.

    A producer is known in the orders by its number or its name. A household that is
    a producer itself counts as one.
    """
    entries = Entries(ask)
    also = {}
    if ask.one_of("with", "orders", "all") == "orders":
        sellers, rows = _sellers(ask)
        also = {"orders": rows}
        names = zip(entries.values("producer"), entries.values("name"), strict=True)
        entries.keep(
            [not sellers.isdisjoint(pair) for pair in names],
            Words("期间内无订单", "had no order in the period"),
        )
    households = [
        1 if number is None and kind == _HOUSEHOLD else number
        for number, kind in zip(
            entries.values("households"), entries.values("kind"), strict=True
        )
    ]
    entries.keep(
        [number is not None for number in households],
        Words("未填写带动农户数", "the number of households is not filled in"),
    )
    helped = sum(number for number in households if number is not None)
    value, unit = counted_in(helped, "户", ask.binding.unit)
    said = f"{plain(value)}{unit}"
    return entries.measured(
        value,
        unit,
        Words(
            f"{len(entries)}个主体带动农户合计{said}",
            f"households behind {len(entries)} producers: {said}",
        ),
        also=also,
    )


def _sellers(ask: Ask) -> tuple[frozenset[str], list[int]]:
    """Who had an order in the period, by number or name, and the orders' rows."""
    orders = ask.other("orders")
    sellers, rows = set(), []
    columns = (orders.column(name) for name in ("supplier", "ordered_on", "status"))
    for row, supplier, day, status in zip(orders.rows, *columns, strict=True):
        within = ask.period is None or ask.period[0] <= day <= ask.period[1]
        if supplier is not None and within and status not in _UNSOLD:
            sellers.add(supplier)
            rows.append(row)
    return frozenset(sellers), rows


MEASURE = Measure(
    name="households_helped",
    title=Words("带动农户数", "households helped"),
    formula=Words(
        "Σ 期间内有订单的主体带动的农户数，每个主体计一次",
        "Σ households of the producers with an order, each producer once",
    ),
    source=Words("消费帮扶统计通行做法", "practice of consumption assistance"),
    compute=households_helped,
    register="producers",
    options={
        "with": Words(
            "orders 只计有订单的主体（默认），all 计全部主体",
            "orders: producers with an order (default); all: every producer",
        )
    },
)
