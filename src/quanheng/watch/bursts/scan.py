"""Whether the last intervals of a series are more than its past lets expect (扫描).

The statistic is a negative-binomial scan: the counts of the last one, two and three
intervals are each held against the baseline's expectation of the same intervals, and
the rarest of the three speaks. One interval catches a jump at once, three catch a rise
that no single interval shows. A plain mean with three standard deviations would alarm
each Monday where Mondays are busy, miss small topics, and be blinded by its own last
alarm; ``benchmarks/bursts.py`` prints the two beside each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from quanheng.watch.bursts.baseline import Baseline, fit
from quanheng.watch.bursts.chance import upper_tail

LONGEST: Final = 3
"""Intervals that are scanned together; they stay out of the baseline."""


@dataclass(frozen=True, slots=True)
class Watch:
    """How a series is watched (监测口径).

    Attributes:
        window: Intervals of the past to learn from at most.
        least_past: Intervals of the past without which nothing is said.
        least_count: Concerns in the scanned intervals without which nothing is said.
        cycle: Intervals of a cycle: 7 for days, 1 for weeks.
    """

    window: int
    least_past: int
    least_count: int
    cycle: int = 7


@dataclass(frozen=True, slots=True)
class Excess:
    """The rarest of the scanned stretches that end at an interval (超出情况).

    Attributes:
        intervals: The stretch.
        count: Its concerns.
        expected: Those that the past lets expect.
        chance: Probability of so many or more without any change.
    """

    intervals: range
    count: int
    expected: float
    chance: float


def excess_at(counts: Sequence[int], interval: int, watch: Watch) -> Excess | None:
    """How far the stretch that ends at an interval exceeds the past.

    Returns:
        None where the past is too short or the concerns are too few to speak.
    """
    end = interval - LONGEST + 1
    past = range(max(0, end - watch.window), max(0, end))
    if len(past) < watch.least_past:
        return None
    stretches = [range(interval - n + 1, interval + 1) for n in range(1, LONGEST + 1)]
    sums = [sum(counts[i] for i in stretch) for stretch in stretches]
    if sums[-1] < watch.least_count:
        return None
    baseline = fit(counts, past, watch.cycle)
    found = (
        _excess(stretch, count, baseline)
        for stretch, count in zip(stretches, sums, strict=True)
        if count >= watch.least_count
    )
    return min(found, key=lambda excess: excess.chance)


def _excess(stretch: range, count: int, baseline: Baseline) -> Excess:
    expected = sum(map(baseline.mean, stretch))
    chance = upper_tail(count, expected, baseline.variance(stretch))
    return Excess(stretch, count, expected, chance)
