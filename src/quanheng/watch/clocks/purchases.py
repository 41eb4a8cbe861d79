"""The share of food purchases to be reserved by the end of the year (预留份额时限)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain, rounded
from quanheng.registers.register import Register
from quanheng.watch.clocks.due import Due, Unwatched
from quanheng.watch.clocks.entry import Entry, entries_of
from quanheng.watch.clocks.watch import Task, Watch

MIN_SHARE: Final = "consumption_assistance.min_reserved_share"
_FOOD: Final = ("食堂食材", "公务接待", "学校供餐", None)
"""What the share is of: meals of staff, receptions, schools; not of the union."""
_RESERVE: Final = Words("预留食材采购份额", "reserve a share of food purchases")
_UNKNOWN: Final = Words(
    "未填采购总额或预留份额，无法计算进度", "a figure is missing: progress is unknown"
)


def purchase_clocks(register: Register, watch: Watch) -> Iterator[Due | Unwatched]:
    """The bodies that are below the share, this year and the last."""
    years: defaultdict[tuple[str, int], list[Entry]] = defaultdict(list)
    for entry in entries_of(register, watch.now):
        day = entry.moment("as_of")
        if day is None or entry.value("has_canteen") is False:
            continue
        if entry.value("kind") not in _FOOD:
            continue
        if day.year >= watch.now.year - 1:
            years[entry.text("unit"), day.year].append(entry)
    for (unit, year), entries in years.items():
        yield from _progress(unit, date(year, 12, 31), list(_latest(entries)), watch)


def _latest(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The latest of cumulative figures."""
    last: dict[tuple[object, object], Entry] = {}
    for entry in entries:
        stretch = entry.value("kind"), entry.value("since")
        known = last.get(stretch)
        if known is None or known.value("as_of") < entry.value("as_of"):
            last[stretch] = entry
    yield from last.values()


def _progress(
    unit: str, by: date, entries: list[Entry], watch: Watch
) -> Iterator[Due | Unwatched]:
    first = entries[0]
    limit = watch.limit(MIN_SHARE, by)
    bought = [entry.value("food_purchases") for entry in entries]
    reserved = [entry.value("reserved") for entry in entries]
    if limit is None:
        return
    if None in bought or None in reserved:
        yield Unwatched(first.register, first.row, _UNKNOWN)
        return
    whole, part = sum(bought, Decimal(0)), sum(reserved, Decimal(0))
    missing = whole * limit.number / 100 - part
    if missing > 0:
        share = plain(rounded(part * 100 / whole, 2))
        least, short = plain(limit.number), plain(rounded(missing, 2))
        detail = Words(
            f"已预留{share}%，应不低于{least}%，尚差{short}元",
            f"{share}% reserved, at least {least}% is due: {short} yuan missing",
        )
        due = watch.due(first, Task(_RESERVE, unit, detail=detail), by, limit=limit)
        yield replace(due, about=f"{by.year}")
