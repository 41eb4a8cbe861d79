"""Series of concern counts with a known onset, for tests and benchmarks (模拟序列)."""

from dataclasses import dataclass
from math import exp
from random import Random
from typing import Final

_WEEK: Final = (1.2, 1.15, 1.1, 1.05, 1.1, 0.75, 0.65)
"""Concerns come on working days; the factors average to 1."""
_STEP: Final = 20.0
"""Largest mean that is drawn at once: exp(-20) is still precise enough."""


@dataclass(frozen=True, slots=True)
class Course:
    """The parameters of a simulated series (模拟口径).

    Attributes:
        mean: Concerns an ordinary day.
        weekly: Whether working days have more.
        growth: Share that the mean grows by a day.
        dispersion: Variance ÷ mean; 1 for independent concerns.
    """

    mean: float
    weekly: bool = False
    growth: float = 0.0
    dispersion: float = 1.0

    def counts(
        self, days: int, seed: int, onset: int | None = None, rise: float = 1.0
    ) -> list[int]:
        """A series; from the onset on the mean is ``rise`` times what it was."""
        chance = Random(seed)  # noqa: S311 - a simulation
        return [
            _drawn(
                self._mean(day) * (rise if onset and day >= onset else 1), self, chance
            )
            for day in range(days)
        ]

    def _mean(self, day: int) -> float:
        factor = _WEEK[day % len(_WEEK)] if self.weekly else 1.0
        return self.mean * factor * exp(self.growth * day)


def _drawn(mean: float, course: Course, chance: Random) -> int:
    if course.dispersion > 1:
        excess = course.dispersion - 1
        mean = chance.gammavariate(mean / excess, excess)
    whole, rest = divmod(mean, _STEP)
    return sum(_poisson(_STEP, chance) for _ in range(int(whole))) + _poisson(
        rest, chance
    )


def _poisson(mean: float, chance: Random) -> int:
    """Knuth's product of uniforms."""
    bound, product, count = exp(-mean), chance.random(), 0
    while product > bound:
        product *= chance.random()
        count += 1
    return count
