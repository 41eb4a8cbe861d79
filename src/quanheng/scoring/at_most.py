"""Targets that are an upper limit: ≤ and < (逆向指标)."""

from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.law.book import Law
from quanheng.scoring.completion import INVERSE_COMPLETION, inverse_completion
from quanheng.scoring.result import SCORE_DECIMALS, Pair, Result, points
from quanheng.scoring.zero_target import zero_target

INVERSE_FORMULA = "self_evaluation.inverse_formula"


def at_most(pair: Pair, law: Law) -> Result:
    """Within the limit → all points, beyond it less, none at twice the limit.

    ``self_evaluation.inverse_formula``: ``linear`` takes (1 − (a − t) ÷ t) × w,
    ``ratio`` takes t ÷ a × w.
    """
    below = pair.actual < pair.target
    if below or (pair.actual == pair.target and not pair.strict):
        return _full(pair, law)
    if pair.target <= 0:
        return zero_target(pair, reached=False, law=law)
    return _beyond(pair, law)


def _full(pair: Pair, law: Law) -> Result:
    if pair.target <= 0:
        return zero_target(pair, reached=True, law=law)
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
