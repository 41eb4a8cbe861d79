"""A rise is found at once, quiet series stay quiet."""

from statistics import median

import pytest

from quanheng.testing.concern_series import Course
from quanheng.watch.bursts.scan import Watch, excess_at

WATCH = Watch(window=84, least_past=28, least_count=5)
BOUND = 0.0002
"""The chance below which a burst is named."""
ONSET = 120
COURSES = {
    "independent": Course(5),
    "few": Course(4),
    "weekly": Course(5, weekly=True),
    "growing": Course(5, weekly=True, growth=0.004),
    "in company": Course(10, weekly=True, dispersion=1.5),
    "many": Course(50, weekly=True),
}


def alarms(counts: list[int], days: range) -> list[bool]:
    found = (excess_at(counts, day, WATCH) for day in days)
    return [excess is not None and excess.chance < BOUND for excess in found]


@pytest.mark.parametrize("name", COURSES)
def test_a_threefold_rise_is_named_within_a_day(name: str) -> None:
    delays = []
    for seed in range(21):
        counts = COURSES[name].counts(ONSET + 15, seed, ONSET + seed % 7, rise=3)
        days = range(ONSET + seed % 7, ONSET + 15)
        delays.append([*alarms(counts, days), True].index(True))
    assert median(delays) <= 1


def test_quiet_days_seldom_alarm() -> None:
    days = range(90, 190)
    rounds = [
        alarms(course.counts(190, seed), days)
        for course in COURSES.values()
        for seed in range(7)
    ]
    raised = sum(
        now and not before
        for found in rounds
        for before, now in zip([False, *found], found, strict=False)
    )
    assert raised / (len(rounds) * len(days)) <= 1 / 1000


def test_an_earlier_burst_does_not_hide_the_next() -> None:
    counts = [2] * 120
    counts[60:67] = [40] * 7
    counts[-1] = 12
    excess = excess_at(counts, 119, WATCH)
    assert excess is not None
    assert excess.chance < BOUND


def test_a_busy_weekday_is_expected() -> None:
    counts = [30 if day % 7 == 0 else 1 for day in range(113)]
    excess = excess_at(counts, 112, WATCH)
    assert excess is not None
    assert excess.expected > 20
    assert excess.chance > BOUND


@pytest.mark.parametrize(
    ("counts", "why"),
    [([0] * 20 + [50], "the past is too short"), ([0] * 100 + [4], "too few")],
)
def test_nothing_is_said_without_ground(counts: list[int], why: str) -> None:
    assert excess_at(counts, len(counts) - 1, WATCH) is None, why


def test_the_stretch_of_three_days_sees_what_no_single_day_shows() -> None:
    counts = [4, 5, 4, 5, 4, 5, 4] * 14 + [10, 10, 10]
    excess = excess_at(counts, len(counts) - 1, WATCH)
    assert excess is not None
    assert (excess.intervals, excess.count) == (range(98, 101), 30)
