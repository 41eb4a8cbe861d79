"""How often more days than allowed passed between two entries (间隔超限)."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.core.quantity import plain
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.days import day_numbers
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import MOMENTS, Measure
from quanheng.evidence.measures.base.units import counted_in
from quanheng.registers.kind import FieldType


def gaps(ask: Ask) -> Measured:
    """Stretches between two entries that are longer than ``limit`` days.

    The first day of the period stands for an entry before the first one and the last
    day for one after the last. With ``by`` every account is looked at by itself.
    """
    limit = ask.whole("limit")
    by = ask.named("by", FieldType.TEXT, FieldType.CHOICE)
    entries = Entries(ask)
    days = day_numbers(entries, ask.field(ask.binding.of, *MOMENTS))
    names = entries.values(by.name) if by else ("",) * len(days)
    found = [
        stretch
        for _, own in sorted(_by_name(names, days).items())
        for stretch in _stretches(own, ask.period)
    ]
    over = [stretch for stretch in found if stretch[1] - stretch[0] > limit]
    longest = max(found, key=lambda s: s[1] - s[0], default=(0, 0))
    value, unit = counted_in(len(over), "次", ask.binding.unit)
    return entries.measured(
        value,
        unit,
        _formula(limit, f"{plain(value)}{unit}", longest),
        parts={"longest": Decimal(longest[1] - longest[0]), "limit": Decimal(limit)},
    )


def _by_name(names: Iterable[str | None], days: Iterable[int]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for name, day in set(zip(names, days, strict=True)):
        found.setdefault(name or "", set()).add(day)
    return found


def _stretches(
    days: set[int], period: tuple[date, date] | None
) -> Iterator[tuple[int, int]]:
    edges = {day.toordinal() for day in period} if period else set()
    yield from pairwise(sorted(days | edges))


def _formula(limit: int, said: str, longest: tuple[int, int]) -> Words:
    zh, en = (
        f"相邻两次间隔超过{limit}天的共{said}",
        f"more than {limit} days: {said}",
    )
    if not any(longest):
        return Words(zh, en)
    one, other = map(date.fromordinal, longest)
    long = longest[1] - longest[0]
    return Words(
        f"{zh}，最长{long}天（{one}至{other}）",
        f"{en}; the longest {long} days ({one} to {other})",
    )


MEASURE = Measure(
    name="gaps",
    title=Words("间隔超限次数", "gaps over a limit"),
    formula=Words(
        "后一次日期 − 前一次日期 ＞ 限值的次数，期初、期末也作为一端",
        "how often next day − day > limit; the ends of the period count too",
    ),
    source=Words("国办秘函〔2019〕19号：更新间隔", "duty to update websites"),
    compute=gaps,
    of=MOMENTS,
    options={
        "limit": Words("允许的间隔天数", "days allowed"),
        "by": Words("分别计算的字段，如渠道名称", "a field whose values go apart"),
    },
)
