"""Topics and places with more concerns than their past lets expect (异常增多).

An answer is a reason to look, never a judgement: it names topic, place, counts and
rows, and a person decides what they mean. Nothing about the people who spoke is
recorded, counted or scored.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from quanheng.core.quantity import rounded
from quanheng.language.comparison.near_duplicates import near_duplicates
from quanheng.language.topics import topics_of
from quanheng.law.book import Law
from quanheng.registers.register import Register
from quanheng.watch.bursts.scan import LONGEST, Excess, Watch, excess_at
from quanheng.watch.bursts.series import Concern, Series, concerns, series

LEVELS: Final = "opinion.burst_levels"
WINDOW: Final = "opinion.burst_window"
LEAST_PAST: Final = "opinion.burst_least_past"
LEAST_COUNT: Final = "opinion.burst_least_count"
ALIKE: Final = "opinion.alike_similarity"
TOPICS: Final = "words.concern_topics"
PARAMETERS: Final = (LEVELS, WINDOW, LEAST_PAST, LEAST_COUNT, ALIKE, TOPICS)


@dataclass(frozen=True, slots=True)
class Burst:
    """A topic that has come up more often than before (舆情异常增多).

    Attributes:
        topic: The topic that the words suggest (主题建议).
        place: The place; empty for all places together.
        first: First day of the stretch that stands out.
        last: Its last day.
        count: Concerns in it.
        expected: Those that the past lets expect, to 0.1.
        chance: Probability of so many or more without any change.
        level: Level by the law's bounds: 蓝色 黄色 橙色 红色.
        rows: Rows of the concerns in the register's file.
        alike: Rows of concerns in nearly the same words, by group. They all count:
            ten people with one worry are ten concerns.
    """

    topic: str
    place: str
    first: date
    last: date
    count: int
    expected: Decimal
    chance: float
    level: str
    rows: tuple[int, ...]
    alike: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class BurstReport:
    """What watching one register brought (监测结果).

    Attributes:
        bursts: The bursts, the gravest first.
        watched: Series that have past enough to be judged.
        silent: Series about which nothing can be said yet.
        until: The last day with an entry; None without any. An entry of a later day
            may not be written down yet.
    """

    bursts: tuple[Burst, ...]
    watched: int
    silent: int
    until: date | None = None


def find_bursts(register: Register, on: date, law: Law) -> BurstReport:
    """Watch every topic and place of a register of concerns.

    Args:
        register: The register of concerns.
        on: The last day that is looked at. What stood out on one of the days just
            before stays named as long as it lies within the longest stretch that is
            scanned: a day without entries ends no alarm.
        law: Bounds, windows and the words of topics.

    Raises:
        MissingExtraError: The package that groups like texts is not installed.
    """
    watch = Watch(
        window=int(law.number(WINDOW)),
        least_past=int(law.number(LEAST_PAST)),
        least_count=int(law.number(LEAST_COUNT)),
    )
    topics = topics_of(tuple(law.word_groups(TOPICS).items()), ())
    found_concerns = concerns(register, on, topics)
    every = tuple(series(found_concerns, on))
    enough = [one for one in every if len(one.counts) > watch.least_past + 2]
    found = [burst for one in enough for burst in _bursts(one, watch, law)]
    found.sort(key=lambda burst: (burst.chance, burst.topic, burst.place))
    return BurstReport(
        tuple(found),
        len(enough),
        len(every) - len(enough),
        max((concern.day for concern in found_concerns), default=None),
    )


def _bursts(one: Series, watch: Watch, law: Law) -> Iterator[Burst]:
    """What stands out at the last day, or still did on one of the days before."""
    ends = range(len(one.counts) - LONGEST, len(one.counts))
    found = (excess_at(one.counts, end, watch) for end in ends)
    excess = min(filter(None, found), key=lambda each: each.chance, default=None)
    level = _level(excess.chance, law) if excess else ""
    if excess is None or not level:
        return
    first, last = one.day(excess.intervals[0]), one.day(excess.intervals[-1])
    own = [concern for concern in one.concerns if first <= concern.day <= last]
    yield Burst(
        topic=one.topic,
        place=one.place,
        first=first,
        last=last,
        count=excess.count,
        expected=_expected(excess),
        chance=excess.chance,
        level=level,
        rows=tuple(concern.row for concern in own),
        alike=_alike(own, law.number(ALIKE)),
    )


def _level(chance: float, law: Law) -> str:
    """The gravest level whose bound the chance falls below, empty for none."""
    bounds = law.table(LEVELS).items()
    reached = [name for name, bound in bounds if chance < float(str(bound))]
    return reached[-1] if reached else ""


def _expected(excess: Excess) -> Decimal:
    return rounded(Decimal(excess.expected), 1)


def _alike(own: list[Concern], threshold: Decimal) -> tuple[tuple[int, ...], ...]:
    groups = near_duplicates([concern.words for concern in own], threshold)
    return tuple(tuple(own[position].row for position in group) for group in groups)
