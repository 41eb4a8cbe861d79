"""How soon a rise of concerns is named, beside a plain 3-sigma rule.

    python benchmarks/bursts.py [SERIES]

Prints, for every course of generated series, new alarms per 1,000 quiet days and the
median days from the onset of a rise to its alarm ("–": not within 15 days), for the
scan and for the rule "above the mean of the last 84 days by three standard deviations".
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median, pstdev
from time import perf_counter
from typing import Any

from quanheng.law.load import load_book
from quanheng.testing.concern_series import Course
from quanheng.watch.bursts.find import LEAST_COUNT, LEAST_PAST, LEVELS, WINDOW
from quanheng.watch.bursts.scan import Watch, excess_at

LAW = load_book().law()
BOUND = max(float(str(bound)) for bound in LAW.table(LEVELS).values())
WATCH = Watch(
    window=int(LAW.number(WINDOW)),
    least_past=int(LAW.number(LEAST_PAST)),
    least_count=int(LAW.number(LEAST_COUNT)),
)
MEANS = (0.2, 1, 2, 3, 4, 5, 10, 20, 50)
KINDS: dict[str, dict[str, Any]] = {
    "independent": {},
    "weekly": {"weekly": True},
    "weekly, growing": {"weekly": True, "growth": 0.004},
    "weekly, in company": {"weekly": True, "dispersion": 1.5},
}
RISES = (2, 3, 5)
PAST, QUIET, PATIENCE = 100, 150, 15

Rule = Callable[[Sequence[int], int], bool]


def scan(counts: Sequence[int], day: int) -> bool:
    excess = excess_at(counts, day, WATCH)
    return excess is not None and excess.chance < BOUND


def three_sigma(counts: Sequence[int], day: int) -> bool:
    past = counts[max(0, day - WATCH.window) : day]
    return counts[day] > fmean(past) + 3 * pstdev(past)


@dataclass(frozen=True)
class Result:
    alarms: float
    delays: tuple[float, ...]


def judged(rule: Rule, course: Course, rounds: int) -> Result:
    raised = 0
    for seed in range(rounds):
        counts = course.counts(PAST + QUIET, seed)
        found = [rule(counts, day) for day in range(PAST, PAST + QUIET)]
        raised += sum(now and not before for before, now in pairwise([False, *found]))
    delays = tuple(
        median(delay(rule, course, seed, rise) for seed in range(rounds))
        for rise in RISES
    )
    return Result(1000 * raised / (rounds * QUIET), delays)


def delay(rule: Rule, course: Course, seed: int, rise: int) -> int:
    onset = PAST + seed % 7
    counts = course.counts(onset + PATIENCE, 1000 + seed, onset, rise)
    found = (rule(counts, day) for day in range(onset, onset + PATIENCE))
    return [*found, *[True] * (PATIENCE + 1)].index(True)


def shown(result: Result) -> str:
    days = ("–" if d >= PATIENCE else f"{d:g}" for d in result.delays)
    return f"{result.alarms:7.2f}  " + "".join(f"{day:>5}" for day in days)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    rises = "".join(f"{rise:>4}×" for rise in RISES)
    print(f"alarms per 1,000 quiet days, median delay in days at {rises}")
    print(f"{'a day':>6}  {'course':<20}{'scan':>15}{'3-sigma':>24}")
    every: dict[str, list[float]] = {"scan": [], "3-sigma": []}
    for mean in MEANS:
        for name, course in KINDS.items():
            own = judged(scan, Course(mean, **course), rounds)
            plain = judged(three_sigma, Course(mean, **course), rounds)
            every["scan"].append(own.alarms)
            every["3-sigma"].append(plain.alarms)
            print(f"{mean:>6}  {name:<20}{shown(own)}  {shown(plain)}", flush=True)
    for name, alarms in every.items():
        print(f"{name}: {fmean(alarms):.2f} new alarms per 1,000 quiet days over all")
    counts = Course(5, weekly=True).counts(PAST + 1, 1)
    start = perf_counter()
    for _ in range(200):
        scan(counts, PAST)
    print(f"one series, one day: {(perf_counter() - start) / 200 * 1000:.2f} ms")


if __name__ == "__main__":
    main()
