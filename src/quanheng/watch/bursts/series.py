"""Counts of concerns by topic, place and day (舆情序列)."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from quanheng.language.topics import Topics
from quanheng.registers.register import Register

EVERYWHERE: Final = ""
"""The place of a series that counts all places together."""
NO_TOPIC: Final = "未归类"
"""The topic of concerns whose words tell of none."""


@dataclass(frozen=True, slots=True)
class Concern:
    """An entry of the register that counts (舆情).

    Attributes:
        row: Its row in the file.
        day: The day it was seen.
        topic: The topic that its words suggest.
        place: Its place, empty where none is recorded.
        words: What it is about, as recorded.
    """

    row: int
    day: date
    topic: str
    place: str
    words: str


def concerns(register: Register, until: date, topics: Topics) -> tuple[Concern, ...]:
    """The entries up to a day; what staff marked as one event counts once."""
    return tuple(
        Concern(row, seen.date(), _topic(words, topics), place or EVERYWHERE, words)
        for row, seen, words, place, first in _entries(register)
        if seen.date() <= until and not first
    )


def _entries(register: Register) -> Iterator[tuple[int, datetime, str, str, str]]:
    names = ("detected_at", "topic", "place", "duplicate_of")
    yield from zip(register.rows, *map(register.column, names), strict=True)


def _topic(words: str, topics: Topics) -> str:
    """The topic that most words tell of; a person may see it otherwise."""
    found = topics.mentions(words)
    return max(found, key=lambda name: found[name]) if found else NO_TOPIC


@dataclass(frozen=True, slots=True)
class Series:
    """The concerns of one topic and place (序列).

    Attributes:
        topic: The topic.
        place: The place, :data:`EVERYWHERE` for all together.
        start: The first day, the same for all series of a register.
        counts: Concerns a day, the last day included.
        concerns: The concerns themselves.
    """

    topic: str
    place: str
    start: date
    counts: Sequence[int]
    concerns: Sequence[Concern]

    def day(self, interval: int) -> date:
        """The day of a position in the counts."""
        return self.start + timedelta(days=interval)


def series(found: Sequence[Concern], until: date) -> Iterator[Series]:
    """One series a topic and place, and one a topic over all places.

    A topic that has come up in one place only has the series of that place.
    """
    if not found:
        return
    start = min(concern.day for concern in found)
    by_place: Mapping[tuple[str, str], list[Concern]] = defaultdict(list)
    for concern in found:
        by_place[concern.topic, concern.place].append(concern)
        if concern.place != EVERYWHERE:
            by_place[concern.topic, EVERYWHERE].append(concern)
    places = Counter(topic for topic, place in by_place if place != EVERYWHERE)
    for (topic, place), own in sorted(by_place.items()):
        placed = sum(concern.place != EVERYWHERE for concern in own)
        if place == EVERYWHERE and places[topic] == 1 and placed == len(own):
            continue
        yield Series(topic, place, start, _counts(own, start, until), own)


def _counts(found: Sequence[Concern], start: date, until: date) -> list[int]:
    counts = [0] * ((until - start).days + 1)
    for concern in found:
        counts[(concern.day - start).days] += 1
    return counts
