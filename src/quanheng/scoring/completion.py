"""Completion rate of a row (完成率): actual ÷ target, in percent."""

from decimal import Decimal

from quanheng.core.quantity import rounded
from quanheng.law.book import Law
from quanheng.scoring.result import Pair

INVERSE_COMPLETION = "self_evaluation.inverse_completion"


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
