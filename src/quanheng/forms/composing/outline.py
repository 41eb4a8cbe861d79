"""The places of a narrative that hold goals, tables and results (提纲)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from quanheng.core.indicator import LevelOne
from quanheng.core.report import Chapter


@dataclass(frozen=True)
class Slot:
    """A place in the narrative (栏目).

    Attributes:
        heading: The heading that the layout prints.
        level: Its level.
        chapter: Its chapter.
        words: What a heading of the same place says, however it is worded.
        parent: The place that it stands under.
    """

    heading: str
    level: int
    chapter: Chapter
    words: re.Pattern[str]
    parent: "Slot | None" = None

    def takes(self, heading: str, level: int, chapter: Chapter) -> bool:
        """Whether a section with such a heading stands at this place."""
        return (
            chapter is self.chapter
            and level >= self.level
            and self.words.search(heading) is not None
        )


@dataclass(frozen=True)
class Outline:
    """Where a layout's narrative says what (提纲).

    Attributes:
        overview: What the project is, in labelled paragraphs.
        budget: The budget table.
        period: The goal of the whole period.
        annual: The goal of the year.
        outcome: What became of the goals.
        performance: The sentence with total and grade.
        results: The indicator tables of each level-one category.
        reasons: Why goals were missed; None where the tables alone say it.
    """

    overview: Slot
    budget: Slot
    period: Slot
    annual: Slot
    outcome: Slot
    performance: Slot
    results: Mapping[LevelOne, Slot]
    reasons: Slot | None = None

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """All places in printed order, each below the one that it stands under."""
        goals = (self.period, self.annual, self.outcome)
        named = (self.overview, self.budget, *goals, self.performance)
        found: dict[Slot, None] = {}
        reasons = (self.reasons,) if self.reasons else ()
        for slot in (*named, *self.results.values(), *reasons):
            found.update(dict.fromkeys(_line(slot)))
        return tuple(found)


def _line(slot: Slot) -> tuple[Slot, ...]:
    return (*_line(slot.parent), slot) if slot.parent else (slot,)


def place(heading: str, words: str, parent: Slot) -> Slot:
    """A place under another one, one level below it."""
    return Slot(heading, parent.level + 1, parent.chapter, re.compile(words), parent)


def chapter(heading: str, words: str, of: Chapter) -> Slot:
    """A place that is a chapter of its own."""
    return Slot(heading, 1, of, re.compile(words))
