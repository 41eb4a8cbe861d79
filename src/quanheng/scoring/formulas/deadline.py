"""Targets that are a point in time (时点目标)."""

from datetime import date
from decimal import Decimal

from quanheng.core.bilingual import Words
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
    if actual.day <= target.day:
        step = Words(
            f"{_day(actual.day)}完成，不晚于期限{_day(target.day)}，得满分{weight}分",
            f"done on {actual.day}, not after the limit {target.day}: "
            f"all {weight} points",
        )
        return Result(weight, Decimal(100), (step,), ())
    if actual.start <= target.day:
        step = Words(
            f"业绩值“{actual.raw}”未写明是否在{_day(target.day)}之前，无法计分",
            f"the actual “{actual.raw}” does not say whether it was done by "
            f"{target.day}: no score",
        )
        return Result(None, None, (step,), (), obstacle=Obstacle.ACTUAL_NOT_A_VALUE)
    return _late(target.day, actual, weight, law)


def _late(limit: date, actual: Deadline, weight: Decimal, law: Law) -> Result:
    days = (actual.start - limit).days
    lost = _share_per_day(law) * days
    score = points(max(1 - lost, Decimal(0)) * weight, weight, law)
    step = Words(
        f"业绩值“{actual.raw}”比期限{_day(limit)}晚{days}天，得{score}分",
        f"the actual “{actual.raw}” is {days} days after the limit {limit}: "
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


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
