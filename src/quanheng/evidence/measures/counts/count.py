"""How many entries there are (记录数)."""

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.core.quantity import plain
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import Measure
from quanheng.evidence.measures.base.units import counted_in


def count(ask: Ask) -> Measured:
    """The number of entries that count, each once."""
    entries = Entries(ask)
    value, unit = counted_in(len(entries), "条", ask.binding.unit)
    said = f"{plain(value)}{unit}"
    return entries.measured(
        value, unit, Words(f"符合条件的记录共{said}", f"entries that count: {said}")
    )


MEASURE = Measure(
    name="count",
    title=Words("记录数", "number of entries"),
    formula=Words("符合条件的记录条数，重复的只计一次", "entries that fit, each once"),
    source=Words("财预〔2020〕10号：数量指标按实际完成数", "a count of what was done"),
    compute=count,
)
