"""Tail probabilities beside exact sums."""

from fractions import Fraction
from itertools import count, islice
from math import comb, exp, factorial

import pytest

from quanheng.watch.bursts.chance import upper_tail


def poisson(reached: int, mean: float) -> float:
    below = sum(Fraction(mean) ** k / factorial(k) for k in range(reached))
    return float(1 - Fraction(exp(-mean)) * below)


def pascal(reached: int, failures: int, p: Fraction) -> float:
    """Negative binomial with a whole r, summed exactly."""
    terms = (comb(k + failures - 1, k) * p**failures * (1 - p) ** k for k in count())
    return float(1 - sum(islice(terms, reached)))


@pytest.mark.parametrize("mean", [0.1, 1.0, 5.0, 40.0])
@pytest.mark.parametrize("reached", [0, 1, 3, 9, 30])
def test_independent_counts_are_poisson(mean: float, reached: int) -> None:
    assert upper_tail(reached, mean, mean) == pytest.approx(
        poisson(reached, mean), rel=1e-9, abs=1e-15
    )


@pytest.mark.parametrize("reached", [0, 1, 4, 12, 25])
@pytest.mark.parametrize("failures", [1, 2, 7])
def test_wide_counts_are_negative_binomial(failures: int, reached: int) -> None:
    p = Fraction(2, 5)
    mean = failures * (1 - p) / p
    assert upper_tail(reached, float(mean), float(mean / p)) == pytest.approx(
        pascal(reached, failures, p), rel=1e-9
    )


def test_a_variance_below_the_mean_counts_as_the_mean() -> None:
    assert upper_tail(7, 3.0, 1.0) == upper_tail(7, 3.0, 3.0)


def test_a_very_rare_count_is_no_zero() -> None:
    assert 0 < upper_tail(200, 5.0, 8.0) < 1e-30
