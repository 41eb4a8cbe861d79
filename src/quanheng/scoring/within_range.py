"""Targets that name two limits (区间)."""

from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain, rounded
from quanheng.law.book import Law
from quanheng.scoring.result import SCORE_DECIMALS, Result, points


def within_range(
    low: Decimal, high: Decimal, actual: Decimal, weight: Decimal, unit: str, law: Law
) -> Result:
    """Inside, both limits included → all points; outside less by the distance.

    The distance from the nearer limit is taken in proportion to that limit:
    (1 − distance ÷ |limit|) × weight, not below 0; none at a limit of zero.
    """
    span = f"{plain(low)}–{plain(high)}{unit}"
    got = f"{plain(actual)}{unit}"
    if low <= actual <= high:
        step = Words(
            f"业绩值{got}在目标区间{span}内，得满分{weight}分",
            f"the actual {got} is inside the range {span}: all {weight} points",
        )
        return Result(weight, Decimal(100), (step,), ())
    limit = low if actual < low else high
    distance = abs(actual - limit)
    share = max(1 - distance / abs(limit), Decimal(0)) if limit else Decimal(0)
    score = points(share * weight, weight, law)
    step = Words(
        f"业绩值{got}在目标区间{span}外，距较近一端{plain(limit)}{unit}相差"
        f"{plain(distance)}{unit}，按偏离比例扣分，得{score}分",
        f"the actual {got} is outside the range {span}, {plain(distance)}{unit} from "
        f"the nearer limit {plain(limit)}{unit}; reduced in proportion: {score} points",
    )
    return Result(
        score,
        rounded(share * 100),
        (step,),
        (SCORE_DECIMALS,),
        unrounded=share * weight,
    )
