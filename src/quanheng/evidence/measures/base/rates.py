"""Rates with confidence, and the sample that they need (比率与置信区间)."""

from decimal import ROUND_CEILING, Context, Decimal, localcontext
from statistics import NormalDist
from typing import Final

_DIGITS: Final = 50


def quantile(confidence: Decimal) -> Decimal:
    """The two-sided quantile of the normal distribution: 1.95996… for 95 % (z 值)."""
    return Decimal(NormalDist().inv_cdf(float((1 + confidence / 100) / 2)))


def wilson(
    hits: Decimal, asked: Decimal, confidence: Decimal, population: int | None = None
) -> tuple[Decimal, Decimal]:
    """The interval of a rate by Wilson, as shares of 1 (威尔逊区间).

    (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), after E. B. Wilson, Probable
    inference, the law of succession, and statistical inference, 1927. Of a finite
    population N, n counts as n(N−1)/(N−n): the variance of a sample without
    replacement is smaller by (N−n)/(N−1); a full count leaves no doubt.

    Args:
        hits: Answers of the kind that is counted.
        asked: All valid answers, above 0.
        confidence: In percent.
        population: How many there are to ask, None where nobody knows.
    """
    with localcontext(Context(prec=_DIGITS)):
        share = hits / asked
        if population is not None and asked >= population:
            return share, share
        size = asked
        if population is not None:
            size = asked * (population - 1) / (population - asked)
        z = quantile(confidence)
        middle = share + z * z / (2 * size)
        spread = z * (share * (1 - share) / size + z * z / (4 * size * size)).sqrt()
        whole = 1 + z * z / size
        low, high = (middle - spread) / whole, (middle + spread) / whole
        # At the ends the limit is the rate itself; a root in decimals misses it.
        return low if hits else share, high if hits != asked else share


def sample_needed(
    confidence: Decimal, margin: Decimal, population: int | None = None
) -> int:
    """How many people a survey must ask (所需样本量).

    n₀ = z²p(1−p)/e² with p = ½, which asks for most; of a finite population N
    n = n₀ ÷ (1 + (n₀−1)/N), after W. G. Cochran, Sampling Techniques; rounded up.

    Args:
        confidence: In percent: 95.
        margin: Half the width of the interval in percentage points: 5.
        population: How many there are to ask, None where nobody knows.
    """
    with localcontext(Context(prec=_DIGITS)):
        z = quantile(confidence)
        needed = z * z / 4 / (margin / 100) ** 2
        if population is not None:
            needed = needed / (1 + (needed - 1) / population)
        return int(needed.to_integral_value(ROUND_CEILING))
