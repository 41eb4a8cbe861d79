"""What a series lets expect of an interval, from its own past (基线).

The past is described by a level, a factor for each day of the week, and a slope where
the past shows one. Two things make it fit for counts of concerns: the spread is
estimated, because concerns come in company (negative binomial rather than Poisson),
and intervals that were themselves bursts weigh little, so that last month's burst
does not hide this month's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from statistics import median
from typing import Final

_ROUNDS: Final = 3
"""Fits with new weights; the third changes next to nothing."""
_HIGHEST: Final = 0.1
"""Share of the intervals of a weekday that the first fit leaves out."""
_NORMAL_MEDIAN: Final = 1.4826
"""Standard deviation ÷ median of the absolute values, of a normal residual."""
_SHRINKAGE: Final = 4.0
"""Intervals of an ordinary weekday that a weekday's own past is mixed with."""
_OUTLYING: Final = 2.58
"""Standardised residual above which a past interval loses weight (99 %)."""
_BURST: Final = 2.0
"""Times that bound beyond which a past interval tells nothing of quiet ones."""
_SLOPE_ERRORS: Final = 1.0
"""Standard errors that a slope must differ from none to be believed."""
_LEAST_SHARE: Final = 0.1
"""A falling trend is not carried below this share of the level."""
_SPREAD_MARGIN: Final = 1.3
"""Factor of a spread beyond Poisson's: few intervals tell it too small."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The expectation for any interval after the past it was fitted to (基线).

    Attributes:
        level: Counts of an average interval.
        factors: Factor of each place in the cycle: seven weekdays, or one.
        slope: Counts that the level grows by an interval; 0 where none is believed.
        centre: The interval that the level stands at.
        dispersion: Variance ÷ mean, 1 or more.
        weight: Intervals of the past, those that were bursts counted in part.
        spread: Sum of squared distances from the centre.
    """

    level: float
    factors: tuple[float, ...]
    slope: float
    centre: float
    dispersion: float
    weight: float
    spread: float

    def mean(self, interval: int) -> float:
        """Expected count of an interval."""
        level = max(
            self.level + self.slope * (interval - self.centre),
            self.level * _LEAST_SHARE,
        )
        return level * self.factors[interval % len(self.factors)]

    def variance(self, intervals: Iterable[int]) -> float:
        """Variance of the sum over intervals, the baseline's own error included."""
        means = {interval: self.mean(interval) for interval in intervals}
        per_interval = self.dispersion * self.level
        error = per_interval * len(means) ** 2 / self.weight
        if len(self.factors) > 1:
            same_place = self.weight / len(self.factors) + _SHRINKAGE
            error += self.dispersion * sum(means.values()) / same_place
        if self.slope:
            reach = sum(interval - self.centre for interval in means)
            error += per_interval * reach**2 / self.spread
        return self.dispersion * sum(means.values()) + error


def fit(counts: Sequence[int], past: range, cycle: int) -> Baseline:
    """A baseline from some intervals of a series.

    Args:
        counts: The whole series.
        past: The intervals to learn from; at least two cycles.
        cycle: Intervals of a cycle: 7 for days, 1 for weeks.
    """
    values = [counts[interval] for interval in past]
    weights = _first_weights(values, cycle)
    for _ in range(_ROUNDS):
        baseline = _fitted(values, weights, past, cycle)
        weights = _weights(values, past, baseline)
    return baseline


def _first_weights(values: Sequence[int], cycle: int) -> list[float]:
    """All intervals but the highest ones of each weekday.

    A long burst in the past can't bend such a start, while a weekday that is always
    busy stays in.
    """
    weights = [1.0] * len(values)
    for place in range(cycle):
        own = sorted(range(place, len(values), cycle), key=lambda i: -values[i])
        for position in own[: ceil(len(own) * _HIGHEST)]:
            weights[position] = 0.0
    return weights


def _fitted(
    values: Sequence[int], weights: Sequence[float], past: range, cycle: int
) -> Baseline:
    total = sum(weights)
    # Half a concern in the whole past keeps a silent one from expecting nothing.
    level = max(_weighted(values, weights), 0.5) / total
    factors = tuple(
        _factor(values[place::cycle], weights[place::cycle], level)
        for place in range(cycle)
    )
    factors = tuple(factors[(i - past.start) % cycle] for i in range(cycle))
    centre = _weighted(past, weights) / total
    distances = [interval - centre for interval in past]
    spread = sum(w * d**2 for w, d in zip(weights, distances, strict=True))
    flat = Baseline(level, factors, 0.0, centre, 1.0, total, spread)
    slope = (
        sum(
            w * d * value / factors[interval % cycle]
            for w, d, value, interval in zip(
                weights, distances, values, past, strict=True
            )
        )
        / spread
    )
    dispersion = _dispersion(values, weights, past, flat)
    if abs(slope) <= _SLOPE_ERRORS * sqrt(dispersion * level / spread):
        slope = 0.0
    sloping = Baseline(level, factors, slope, centre, 1.0, total, spread)
    dispersion = _dispersion(values, weights, past, sloping)
    return Baseline(level, factors, slope, centre, dispersion, total, spread)


def _weighted(values: Iterable[float], weights: Sequence[float]) -> float:
    return sum(w * value for w, value in zip(weights, values, strict=True))


def _factor(values: Sequence[int], weights: Sequence[float], level: float) -> float:
    """A weekday's count by the average one's, drawn towards 1 where little is known."""
    seen = _weighted(values, weights) + _SHRINKAGE * level
    return seen / ((sum(weights) + _SHRINKAGE) * level)


def _dispersion(
    values: Sequence[int], weights: Sequence[float], past: range, baseline: Baseline
) -> float:
    """Pearson's estimate of variance ÷ mean, with a margin for its own error."""
    squares = sum(
        w * (value - mean) ** 2 / mean
        for w, value, mean in zip(
            weights, values, map(baseline.mean, past), strict=True
        )
    )
    free = max(1.0, sum(weights) - len(baseline.factors) - (baseline.slope != 0))
    found = squares / free
    return 1.0 + _SPREAD_MARGIN * max(0.0, found - 1.0)


def _weights(values: Sequence[int], past: range, baseline: Baseline) -> list[float]:
    """Weights of the next fit, by Anscombe residuals, which suit skewed counts.

    Their scale is taken from the median, which outlying intervals don't widen.
    """
    residuals = [
        1.5 * (value ** (2 / 3) - mean ** (2 / 3)) / mean ** (1 / 6)
        for value, mean in zip(values, map(baseline.mean, past), strict=True)
    ]
    scale = max(1.0, _NORMAL_MEDIAN * median(map(abs, residuals)))
    bound = _OUTLYING * scale
    return [_weight(residual / bound) for residual in residuals]


def _weight(outlying: float) -> float:
    """Less beyond the bound, none beyond twice the bound: that was a burst."""
    if outlying <= 1:
        return 1.0
    return outlying**-2 if outlying < _BURST else 0.0
