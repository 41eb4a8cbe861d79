"""Targets that are a point in time (时点目标)."""

from datetime import date
from decimal import Decimal

from quanheng.core.bilingual import Words, day_in_words
from quanheng.core.expression import Deadline
from quanheng.law.book import Law
from quanheng.scoring.formulas.result import SCORE_DECIMALS, Result, points
from quanheng.scoring.reading import Obstacle

LATE_FORMULA = "self_evaluation.late_formula"


def deadline(target: Deadline, actual: Deadline, weight: Decimal, law: Law) -> Result:
    """Done by the last day → all points; late → by ``late_formula``.

    The limit's last day is included, and a month is met up to its end. An actual
    that names only a month or longer in which the limit falls can't be judged.
    """
    limit, done = day_in_words(target.day), day_in_words(actual.day)
    if actual.day <= target.day:
        step = Words(
            f"{done.zh}完成，不晚于期限{limit.zh}，得满分{weight}分",
            f"done on {done.en}, not after the limit {limit.en}: all {weight} points",
        )
        return Result(weight, Decimal(100), (step,), ())
    if actual.start <= target.day:
        step = Words(
            f"业绩值“{actual.raw}”未写明是否在{limit.zh}之前，无法计分",
            f"the actual “{actual.raw}” does not say whether it was done by "
            f"{limit.en}: no score",
        )
        return Result(None, None, (step,), (), obstacle=Obstacle.ACTUAL_NOT_A_VALUE)
    return _late(target.day, actual, weight, law)


def _late(limit: date, actual: Deadline, weight: Decimal, law: Law) -> Result:
    days = (actual.start - limit).days
    lost = _share_per_day(law) * days
    score = points(max(1 - lost, Decimal(0)) * weight, weight, law)
    said = day_in_words(limit)
    step = Words(
        f"业绩值“{actual.raw}”比期限{said.zh}晚{days}天，得{score}分",
        f"the actual “{actual.raw}” is {days} days after the limit {said.en}: "
        f"{score} points",
    )
    return Result(score, None, (step,), (LATE_FORMULA, SCORE_DECIMALS))


def _share_per_day(law: Law) -> Decimal:
    """The share of the points lost a day; all of them for ``zero``."""
    match law.value(LATE_FORMULA):
        case "zero":
            return Decimal(1)
        case {"share_per_day": Decimal() as share}:
            return share
        case formula:
            raise TypeError(f"{LATE_FORMULA} is no known formula: {formula!r}")
