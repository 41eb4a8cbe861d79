"""Targets that are limits: ≥ ≤ =, zero and ranges; completion rates (数值指标)."""

from decimal import Decimal
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.expression import Sign
from quanheng.core.quantity import plain, rounded
from quanheng.law.book import Law
from quanheng.scoring.formulas.result import SCORE_DECIMALS, Pair, Result, points
from quanheng.scoring.reading import Obstacle, RowReading, quantity_of

OVER_ACHIEVEMENT = "self_evaluation.over_achievement_ratio"
INVERSE_FORMULA = "self_evaluation.inverse_formula"
INVERSE_COMPLETION = "self_evaluation.inverse_completion"
ZERO_TARGET_FORMULA = "self_evaluation.zero_target_formula"
_FULL: Final = Decimal(100)
_UPPER: Final = (Sign.AT_MOST, Sign.LESS_THAN)


def at_least(pair: Pair, law: Law) -> Result:
    """Reached → all points, else actual ÷ target × weight (财预〔2020〕10号 第十六条).

    An actual below zero counts as zero. At exact equality ``>`` is missed, yet
    the proportion gives all points unless the target is zero.
    """
    above = pair.actual > pair.target
    reached = above or (pair.actual == pair.target and not pair.strict)
    if reached:
        return _reached(pair, law)
    if pair.target <= 0:
        return zero_target(pair, reached=False, law=law)
    return proportional(pair, law)


def proportional(pair: Pair, law: Law) -> Result:
    """Points in proportion for an actual below its target."""
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
    """A step that asks for a reason where the target is far exceeded."""
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


def _reached(pair: Pair, law: Law) -> Result:
    step = Words(
        f"业绩值{pair.actual_text}达到目标值{pair.target_text}，得满分{pair.weight}分",
        f"the actual {pair.actual_text} reaches the target {pair.target_text}: "
        f"all {pair.weight} points",
    )
    steps = (step, *excess(pair, law))
    return Result(pair.weight, completion(pair), steps, (OVER_ACHIEVEMENT,))


def at_most(pair: Pair, law: Law) -> Result:
    """Within the limit → all points, beyond it less, none at twice the limit.

    ``self_evaluation.inverse_formula``: ``linear`` takes (1 − (a − t) ÷ t) × w,
    ``ratio`` takes t ÷ a × w.
    """
    below = pair.actual < pair.target
    is_kept = below or (pair.actual == pair.target and not pair.strict)
    if pair.target <= 0:
        return zero_target(pair, reached=is_kept, law=law)
    return _within(pair, law) if is_kept else _beyond(pair, law)


def _within(pair: Pair, law: Law) -> Result:
    step = Words(
        f"业绩值{pair.actual_text}未超过上限{pair.target_text}，得满分{pair.weight}分",
        f"the actual {pair.actual_text} is within the limit {pair.target_text}: "
        f"all {pair.weight} points",
    )
    rate = inverse_completion(pair, law)
    return Result(pair.weight, rate, (step,), (INVERSE_COMPLETION,))


def _beyond(pair: Pair, law: Law) -> Result:
    t, a, w = pair.target, pair.actual, pair.weight
    if law.value(INVERSE_FORMULA) == "ratio":
        exact = t * w / a
        score = points(exact, w, law)
        sum_text = f"{t} ÷ {a} × {w} = {score}"
    else:
        exact = max(2 * t - a, Decimal(0)) * w / t
        score = points(exact, w, law)
        sum_text = f"max(1 − ({a} − {t}) ÷ {t}, 0) × {w} = {score}"
    step = Words(
        f"业绩值{pair.actual_text}超出上限{pair.target_text}，"
        f"按偏离比例扣分：{sum_text}",
        f"the actual {pair.actual_text} is beyond the limit {pair.target_text}; "
        f"reduced by the deviation: {sum_text}",
    )
    named = (INVERSE_FORMULA, INVERSE_COMPLETION, SCORE_DECIMALS)
    rate = inverse_completion(pair, law)
    return Result(score, rate, (step,), named, unrounded=exact)


def equal(pair: Pair, law: Law) -> Result:
    """A positive target is scored like a lower limit, zero by all or nothing.

    At zero an actual of zero or less has all points; at a negative target only
    the very value has.
    """
    if pair.target > 0:
        return at_least(pair, law)
    reached = pair.actual <= 0 if pair.target == 0 else pair.actual == pair.target
    return zero_target(pair, reached=reached, law=law)


def zero_target(pair: Pair, *, reached: bool, law: Law) -> Result:
    """All points when the target of zero or less is reached, else none.

    Nothing can be divided by such a target, so there is no proportional part.
    Where ``self_evaluation.zero_target_formula`` names another way than
    ``all_or_nothing``, a person decides.
    """
    named = (ZERO_TARGET_FORMULA,)
    if law.value(ZERO_TARGET_FORMULA) != "all_or_nothing":
        step = Words(
            f"目标值为{pair.target_text}，本地规定由人工计分",
            f"the target is {pair.target_text}; by local rules a person scores it",
        )
        return Result(None, None, (step,), named, obstacle=Obstacle.LEFT_TO_PERSON)
    score = pair.weight if reached else Decimal(0)
    verdict = ("达到", "reached") if reached else ("未达到", "missed")
    step = Words(
        f"目标值为{pair.target_text}，无法按比例计算；业绩值{pair.actual_text}"
        f"{verdict[0]}目标，得{score}分",
        f"the target is {pair.target_text}, so no proportion exists; the actual "
        f"{pair.actual_text} {verdict[1]} it: {score} points",
    )
    return Result(score, None, (step,), named)


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


def completion(pair: Pair) -> Decimal | None:
    """Completion of a positive indicator; None for a target of zero or less."""
    if pair.target <= 0:
        return None
    return rounded(max(pair.actual, Decimal(0)) * 100 / pair.target)


def inverse_completion(pair: Pair, law: Law) -> Decimal | None:
    """Completion of a negative indicator (逆向指标完成率).

    ``linear`` is (2t − a) ÷ t and not below 0; ``ratio`` is t ÷ a. None for a
    target of zero or less, and for ``ratio`` with an actual of zero or less.
    """
    if pair.target <= 0:
        return None
    if law.value(INVERSE_COMPLETION) != "ratio":
        left = max(2 * pair.target - pair.actual, Decimal(0))
        return rounded(left * 100 / pair.target)
    return rounded(pair.target * 100 / pair.actual) if pair.actual > 0 else None


def ways_in_use(reading: RowReading) -> tuple[Decimal, ...]:
    """The completion rates that a row may state; several for an upper limit.

    For upper limits offices print actual ÷ target, (2 × target − actual) ÷ target,
    target ÷ actual, or 100% within the limit. Empty where none can be computed.
    """
    target, actual = quantity_of(reading.target), quantity_of(reading.actual)
    if reading.obstacle or target is None or actual is None or target.value <= 0:
        return ()
    converted = actual.to(target.unit)
    if converted is None:
        return ()
    percent = converted.value / target.value * _FULL
    if reading.sign not in _UPPER:
        return (percent,)
    ways = [percent, 2 * _FULL - percent]
    if converted.value > 0:
        ways.append(target.value / converted.value * _FULL)
    return (*ways, _FULL) if percent <= _FULL else tuple(ways)
