from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.core.quantity import Dimension

RATE_NAMES = "words.percentage_names"
EXCEPTIONS = "words.rate_name_exceptions"
COUNT_NAMES = "words.count_name_endings"


@rule(
    code="VL103",
    name="rate-and-count-confused",
    title=Words("率、百分点与数量混用", "Rates, points and counts confused"),
    message=Words(
        "“{name}”为比率，目标值“{target}”以“{unit}”计数，两者不符",
        "“{name}” is a rate, yet its target “{target}” counts in {unit}",
    ),
    variants={
        "count": Words(
            "“{name}”为计数，目标值“{target}”为百分比，两者不符",
            "“{name}” is a count, yet its target “{target}” is a percentage",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(RATE_NAMES, EXCEPTIONS, COUNT_NAMES),
    needs_indicators=True,
)
def rate_and_count_confused(dossier: Dossier) -> Iterator[Answer]:
    """A rate has a count as its target, or a count has a rate (率与数).

    Why it matters:
        A count can be reached by doing more, a rate only by doing better.

    What it leaves alone:
        Rates that are not percentages (倍率, 频率, 容积率); ‰; growth in %; a unit that
        only the actual has (VL101, VL302).

    Catalogue:
        A change between two rates is not checked for 百分点 instead of %: one cell does
        not show which is meant.
    """
    law = dossier.law
    rates, others = law.words(RATE_NAMES), law.words(EXCEPTIONS)
    counts = law.words(COUNT_NAMES)
    for reading in dossier.readings:
        row, unit = reading.indicator, reading.target_unit
        if row.target is None or unit is None:
            continue
        is_rate = row.title.endswith(rates) and not row.title.endswith(others)
        says = {"name": row.title, "target": text_of(row.target), "unit": unit.symbol}
        if is_rate and unit.dimension is Dimension.COUNT:
            yield Hit.on(row.target, says)
        elif row.title.endswith(counts) and unit.dimension is Dimension.RATE:
            yield Hit.on(row.target, says, variant="count")
