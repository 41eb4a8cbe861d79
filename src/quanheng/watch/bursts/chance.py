"""How rarely a count is reached by chance (尾概率)."""

from collections.abc import Callable
from math import exp, lgamma, log
from typing import Final, TypeAlias

_Log: TypeAlias = Callable[[int], float]
_Ratio: TypeAlias = Callable[[int], float]

_AS_POISSON: Final = 1.0001
"""A variance no larger than this many means is that of independent events."""
_NEGLIGIBLE: Final = 1e-17
"""Share of a sum below which a further term changes nothing."""


def upper_tail(count: int, mean: float, variance: float) -> float:
    """Probability of ``count`` or more, 0 to 1.

    Negative binomial with the mean and variance given, which is a Poisson count
    whose rate itself varies: r = μ² ÷ (σ² − μ), p = μ ÷ σ². It becomes the Poisson
    distribution where the variance is no larger than the mean.

    Args:
        count: The count, 0 or more.
        mean: Expected count, above 0.
        variance: Its variance; less than the mean counts as the mean.
    """
    if count <= 0:
        return 1.0
    log_first, ratio = _terms(mean, variance)
    if count > mean:
        return min(1.0, _sum_from(count, log_first, ratio))
    term, below = exp(log_first(0)), 0.0
    for reached in range(count):
        below += term
        term *= ratio(reached)
    return max(0.0, 1.0 - below)


def _terms(mean: float, variance: float) -> tuple[_Log, _Ratio]:
    """The log of a term, and the factor from one term to the next."""
    if variance <= mean * _AS_POISSON:
        return (
            lambda k: k * log(mean) - mean - lgamma(k + 1),
            lambda k: mean / (k + 1),
        )
    p = mean / variance
    r = mean * p / (1 - p)
    return (
        lambda k: (
            lgamma(k + r) - lgamma(r) - lgamma(k + 1) + r * log(p) + k * log(1 - p)
        ),
        lambda k: (k + r) / (k + 1) * (1 - p),
    )


def _sum_from(count: int, log_first: _Log, ratio: _Ratio) -> float:
    term, total, reached = exp(log_first(count)), 0.0, count
    while term > _NEGLIGIBLE * total:
        total += term
        term *= ratio(reached)
        reached += 1
    return total
