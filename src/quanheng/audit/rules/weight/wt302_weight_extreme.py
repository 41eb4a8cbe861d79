from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.core.quantity import plain
from quanheng.law.book import Law
from quanheng.scoring.level_weights import level_of

BOUNDS = "self_evaluation.weight_bounds"


@rule(
    code="WT302",
    name="weight-extreme",
    title=Words("单项权重过高或过低", "A weight too high or too low"),
    message=Words(
        "“{name}”权重{weight}分，单项权重一般在{low}至{high}分之间",
        "“{name}” has {weight} points; one indicator usually has {low} to {high}",
    ),
    severity=Severity.INFO,
    basis=(("财预〔2021〕101号", ""),),
    law=(BOUNDS,),
    needs_indicators=True,
)
def weight_extreme(dossier: Dossier) -> Iterator[Answer]:
    """A weight is unusually high or low for a single indicator (单项权重).

    Why it matters:
        A single row of 40 points decides the grade; one of half a point decides
        nothing.

    What it leaves alone:
        The only indicator of its level-one category; budget execution; a weight of
        zero or less (WT102).
    """
    low, high = _bounds(dossier.law)
    counts = Counter(level_of(row) for row in dossier.scorecard.rows)
    for row in dossier.scorecard.rows:
        indicator, weight = row.indicator, row.weight
        if indicator is None or indicator.is_execution or not weight:
            continue
        if counts[level_of(row)] == 1 or low <= weight <= high:
            continue
        place = indicator.weight or indicator.name
        yield Hit(
            at=place.at,
            quote=text_of(indicator.weight),
            says={
                "name": indicator.title,
                "weight": plain(weight),
                "low": plain(low),
                "high": plain(high),
            },
        )


def _bounds(law: Law) -> tuple[Decimal, Decimal]:
    low, high = law.numbers(BOUNDS)
    return low, high
