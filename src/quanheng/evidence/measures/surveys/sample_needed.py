"""How many people a survey had to ask (所需样本量)."""

from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.core.quantity import plain
from quanheng.evidence.measures.base.answers import population
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import Measure
from quanheng.evidence.measures.base.rates import sample_needed as needed_for
from quanheng.evidence.measures.base.units import counted_in


def sample_needed(ask: Ask) -> Measured:
    """The sample for the confidence and the margin that the law asks for."""
    entries = Entries(ask)
    people, limits = population(entries), ask.limits
    needed = needed_for(limits.confidence, limits.margin, people)
    value, unit = counted_in(needed, "人", ask.binding.unit)
    valid = sum(number or 0 for number in entries.values("valid"))
    if valid < needed:
        entries.warn(
            Words(
                f"有效{valid}份，少于所需{needed}份",
                f"{valid} valid questionnaires, {needed} are needed",
            )
        )
    confidence, margin = plain(limits.confidence), plain(limits.margin)
    zh = f"置信度{confidence}%、误差{margin}%"
    en = f"confidence {confidence}%, margin {margin}%"
    if people is not None:
        zh, en = f"{zh}、总体{people}人", f"{en}, population {people}"
    said = f"{plain(value)}{unit}"
    return entries.measured(
        value,
        unit,
        Words(f"{zh}，需要样本{said}", f"{en}: a sample of {said}"),
        parts={"valid": Decimal(valid)},
    )


MEASURE = Measure(
    name="sample_needed",
    title=Words("所需样本量", "sample needed"),
    formula=Words(
        "n₀ = z²p(1−p)/e²，p = ½；总体为 N 时 n = n₀ ÷ (1 + (n₀−1)/N)，向上取整",
        "n₀ = z²p(1−p)/e² with p = ½; of a population N n = n₀ ÷ (1 + (n₀−1)/N), "
        "rounded up",
    ),
    source=Words("Cochran, Sampling Techniques", "Cochran, Sampling Techniques"),
    compute=sample_needed,
    register="surveys",
)
