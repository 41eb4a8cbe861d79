"""One field added up ÷ another: handed out ÷ printed (两项之比)."""

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.core.errors import QuanhengError
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import NUMBERS, Measure
from quanheng.evidence.measures.base.percent import percentage
from quanheng.evidence.measures.base.total import total


def ratio(ask: Ask) -> Measured:
    """Σ of a field ÷ Σ of another in percent, over the entries that say both."""
    above = ask.field(ask.binding.of, *NUMBERS)
    below = ask.field(ask.needed("per"), *NUMBERS)
    if above.unit != below.unit:
        raise QuanhengError(
            Words(
                f"{above.title.zh}与{below.title.zh}的单位不同，无法相除",
                f"{above.name} and {below.name} have different units",
            )
        )
    entries = Entries(ask)
    entries.filled(above.name, below.name)
    return percentage(
        entries,
        ask,
        total(entries.values(above.name)),
        total(entries.values(below.name)),
        Words(f"{above.title.zh}合计", f"Σ {above.title.en}"),
        Words(f"{below.title.zh}合计", f"Σ {below.title.en}"),
    )


MEASURE = Measure(
    name="ratio",
    title=Words("两项之比", "ratio of two fields"),
    formula=Words("Σ 一项 ÷ Σ 另一项 × 100%", "Σ of one ÷ Σ of another × 100%"),
    source=Words("财预〔2020〕10号：率类指标", "rates of two amounts"),
    compute=ratio,
    of=NUMBERS,
    options={"per": Words("作分母的字段", "the field below the line")},
)
