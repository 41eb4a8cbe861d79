from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.losses import (
    NO_DEVIATION,
    is_explained_elsewhere,
    reason_of,
)
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Sign
from quanheng.core.indicator import Indicator, LevelTwo
from quanheng.core.quantity import Dimension, plain, rounded
from quanheng.law.book import Law
from quanheng.scoring.direction import Direction
from quanheng.scoring.reading import RowReading, quantity_of

RATIO: Final = "self_evaluation.over_achievement_ratio"
ON_ZERO: Final = "self_evaluation.zero_target_reason_threshold"
CAUSES: Final = "words.cause"
_LOWER_LIMITS: Final = (Sign.AT_LEAST, Sign.MORE_THAN)


@rule(
    code="DV102",
    name="over-achievement-unexplained",
    title=Words(
        "超额完成较多且未说明原因、未调减得分",
        "Over-achievement neither explained nor adjusted",
    ),
    message=Words(
        "“{name}”业绩值{actual}为目标值{target}的{percent}%，应说明超额原因或调减得分",
        "“{name}”: the actual {actual} is {percent}% of the target {target}; a reason "
        "or fewer points are due",
    ),
    variants={
        "zero": Words(
            "“{name}”目标值为{target}，业绩值为{actual}，应说明原因",
            "“{name}”: the target is {target} and the actual {actual}; a reason is due",
        )
    },
    severity=Severity.WARNING,
    basis=(
        ("财预〔2020〕10号", "第十六条"),
        ("practice", "广西壮族自治区财政信息系统的做法"),
    ),
    law=(
        RATIO,
        ON_ZERO,
        NO_DEVIATION,
        CAUSES,
        "words.topics",
        "words.generic",
        "words.reducing",
    ),
    judges_whole=True,
    needs_indicators=True,
)
def over_achievement_unexplained(dossier: Dossier) -> Iterator[Answer]:
    """A result far above its target has all points and no reason (超额完成).

    Why it matters:
        Where the target was set too low, full points reward the estimate.

    What it leaves alone:
        A reason in the row, or in the text where the form has no column for it;
        points already taken off; upper limits, dates and rates, which end at 100%.
        Where no region is named, the excess must pass the ratio of every region.
    """
    ratio = _highest(dossier.law, RATIO)
    on_zero = _highest(dossier.law, ON_ZERO)
    for claim in dossier.claims:
        if not claim.is_full or not _is_positive(claim.reading):
            continue
        excess = _excess(claim.reading, ratio, on_zero)
        row = claim.reading.indicator
        if excess is None or _is_explained(dossier, row):
            continue
        cell = row.reason or row.actual or claim.cell
        yield Hit.on(
            cell,
            {
                "name": row.title,
                "target": claim.reading.target.raw,
                "actual": claim.reading.actual.raw,
                "percent": plain(rounded(excess)),
            },
            also=tuple(f.at for f in (row.actual,) if f and f is not cell),
            variant="" if excess else "zero",
        )


def _highest(law: Law, name: str) -> Decimal | None:
    """The highest value of all versions in force; None where one of them has none."""
    values = [version.value for version in law.versions(name)]
    numbers = [value for value in values if isinstance(value, Decimal)]
    return max(numbers) if len(numbers) == len(values) else None


def _is_positive(reading: RowReading) -> bool:
    """Whether the row counts something of which more is better, without a limit."""
    target = quantity_of(reading.target)
    if reading.obstacle or target is None:
        return False
    if reading.indicator.level_two is LevelTwo.TIMELINESS:
        return False
    if target.unit.dimension in (Dimension.RATE, Dimension.PERCENTAGE_POINT):
        return False
    if reading.sign in _LOWER_LIMITS:
        return True
    return reading.sign is Sign.EQUAL and reading.direction is Direction.POSITIVE


def _excess(
    reading: RowReading, ratio: Decimal | None, on_zero: Decimal | None
) -> Decimal | None:
    """The actual in % of the target where it is far above; 0 for a zero target."""
    target, actual = quantity_of(reading.target), quantity_of(reading.actual)
    if target is None or actual is None:
        return None
    value = (actual.to(target.unit) or actual).value
    if target.value == 0:
        is_far = on_zero is not None and value >= on_zero
        return Decimal(0) if is_far else None
    if ratio is None or target.value < 0 or value < target.value * ratio:
        return None
    return value * 100 / target.value


def _is_explained(dossier: Dossier, row: Indicator) -> bool:
    if row.reason is not None:
        return bool(reason_of(row, dossier.law))
    return not dossier.project.has_narrative or is_explained_elsewhere(
        dossier, row.title, dossier.law.words(CAUSES)
    )
