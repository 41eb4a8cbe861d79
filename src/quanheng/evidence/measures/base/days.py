"""The days of entries as numbers (记录日期)."""

from collections.abc import Sequence

from quanheng.core.bilingual import Words
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import MOMENTS
from quanheng.registers.kind import RegisterField

UNTIL = Words("结束日期字段，跨多天的记录用", "the field of the last day of an entry")
_AFTER_ITS_END = Words("结束早于开始", "ends before it begins")


def day_numbers(entries: Entries, field: RegisterField) -> Sequence[int]:
    """The day of every entry as a number; entries without one are left out."""
    entries.filled(field.name)
    return [moment.toordinal() for moment in entries.values(field.name)]


def days_with_entries(ask: Ask, entries: Entries) -> set[int]:
    """Every day of the period with an entry, as numbers.

    An entry with a last day (option ``until``) fills the days between; what lies
    outside the period does not count.
    """
    field = ask.field(ask.binding.of, *MOMENTS)
    until = ask.named("until", *MOMENTS)
    starts = day_numbers(entries, field)
    if until is None:
        return set(starts)
    ends = [
        start if end is None else end.toordinal()
        for start, end in zip(starts, entries.values(until.name), strict=True)
    ]
    sound = [start <= end for start, end in zip(starts, ends, strict=True)]
    entries.keep(sound, _AFTER_ITS_END)
    spans = {pair for pair in zip(starts, ends, strict=True) if pair[0] <= pair[1]}
    first, last = min(starts, default=0), max(ends, default=0)
    if ask.period:
        first, last = (day.toordinal() for day in ask.period)
    return {
        day
        for start, end in spans
        for day in range(max(start, first), min(end, last) + 1)
    }
