"""How many different values a field has (去重计数)."""

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.core.quantity import plain
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import Measure
from quanheng.evidence.measures.base.units import counted_in
from quanheng.registers.kind import FieldType


def distinct_count(ask: Ask) -> Measured:
    """The number of different values, blanks left out: townships that were reached."""
    field = ask.field(ask.binding.of)
    entries = Entries(ask)
    entries.filled(field.name)
    found = len(set(entries.values(field.name)))
    value, unit = counted_in(found, "个", ask.binding.unit)
    said = f"{plain(value)}{unit}"
    return entries.measured(
        value,
        unit,
        Words(
            f"{len(entries)}条记录中不同的{field.title.zh}共{said}",
            f"different values of {field.title.en} in {len(entries)} entries: {said}",
        ),
    )


MEASURE = Measure(
    name="distinct_count",
    title=Words("去重计数", "number of different values"),
    formula=Words("字段中不同的值的个数", "different values of a field"),
    source=Words("集合的基数", "cardinality of a set"),
    compute=distinct_count,
    of=(FieldType.TEXT, FieldType.CHOICE, FieldType.DATE),
)
