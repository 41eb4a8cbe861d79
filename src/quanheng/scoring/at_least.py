"""Targets that are a lower limit: ≥ and > (正向指标)."""

from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.law.book import Law
from quanheng.scoring.completion import completion
from quanheng.scoring.result import SCORE_DECIMALS, Pair, Result, points
from quanheng.scoring.zero_target import zero_target

OVER_ACHIEVEMENT = "self_evaluation.over_achievement_ratio"


def at_least(pair: Pair, law: Law) -> Result:
    """Reached → all points, else actual ÷ target × weight (财预〔2020〕10号 第十六条).

    An actual below zero counts as zero. At exact equality ``>`` is missed, yet
    the proportion gives all points unless the target is zero.
    """
    above = pair.actual > pair.target
    reached = above or (pair.actual == pair.target and not pair.strict)
    if reached:
        return _full(pair, law)
    if pair.target <= 0:
        return zero_target(pair, reached=False, law=law)
    return proportional(pair, law)


def proportional(pair: Pair, law: Law) -> Result:
    """The part of the points that an actual below its target earns."""
    counted = max(pair.actual, Decimal(0))
    exact = counted * pair.weight / pair.target
    score = points(exact, pair.weight, law)
    steps = [
        Words(
            f"业绩值{pair.actual_text}未达到目标值{pair.target_text}，按比例计分："
            f"{counted} ÷ {pair.target} × {pair.weight} = {score}",
            f"the actual {pair.actual_text} misses the target {pair.target_text}; in "
            f"proportion: {counted} ÷ {pair.target} × {pair.weight} = {score}",
        )
    ]
    if pair.actual < 0:
        steps.insert(
            0, Words("业绩值为负，按0计", "the actual is negative, taken as 0")
        )
    return Result(
        score, completion(pair), tuple(steps), (SCORE_DECIMALS,), unrounded=exact
    )


def excess(pair: Pair, law: Law) -> tuple[Words, ...]:
    """A step that asks for the reason when the target is far exceeded."""
    limit = law.number(OVER_ACHIEVEMENT)
    if pair.target <= 0 or pair.actual <= pair.target * limit:
        return ()
    above = plain(limit * 100)
    return (
        Words(
            f"业绩值为目标值的{completion(pair)}%，超过{above}%，"
            "得满分，应说明超额原因",
            f"the actual is {completion(pair)}% of the target, above {above}%: "
            "all points, the excess wants a reason",
        ),
    )


def _full(pair: Pair, law: Law) -> Result:
    step = Words(
        f"业绩值{pair.actual_text}达到目标值{pair.target_text}，得满分{pair.weight}分",
        f"the actual {pair.actual_text} reaches the target {pair.target_text}: "
        f"all {pair.weight} points",
    )
    steps = (step, *excess(pair, law))
    return Result(pair.weight, completion(pair), steps, (OVER_ACHIEVEMENT,))
