"""Whether more of an indicator is better, by its name and category (指标方向)."""

from enum import StrEnum

from quanheng.core.indicator import Indicator, LevelTwo
from quanheng.law.book import Law

POSITIVE_WORDS = "words.positive"
NEGATIVE_WORDS = "words.negative"
REDUCING_WORDS = "words.reducing"
PAID_STANDARDS = "words.paid_standards"


class Direction(StrEnum):
    """Whether more is better (指标方向)."""

    POSITIVE = "positive"
    """正向"""
    NEGATIVE = "negative"
    """逆向"""
    UNKNOWN = "unknown"


def direction_of(indicator: Indicator, law: Law) -> Direction:
    """The direction by the name's last positive or negative word, else by category.

    投诉办结率 is positive, 事故发生率 negative. A reduction of something bad (减少投诉)
    may count either way and is unknown. Cost is negative unless a standard has to be
    paid out (补助标准).
    """
    return by_name(indicator.title, law) or _by_category(indicator, law)


def by_name(title: str, law: Law) -> Direction | None:
    """The direction of a name, None without a positive or negative word."""
    good = _last(title, law.words(POSITIVE_WORDS))
    bad = _last(title, law.words(NEGATIVE_WORDS))
    if good == bad:
        return None
    if good > bad:
        return Direction.POSITIVE
    before = title[: bad[0] - bad[1]]
    if any(word in before for word in law.words(REDUCING_WORDS)):
        return Direction.UNKNOWN
    return Direction.NEGATIVE


def _last(title: str, words: tuple[str, ...]) -> tuple[int, int]:
    """End and length of the last word; of two that end together, the longer."""
    ends = ((title.rfind(word), len(word)) for word in words if word in title)
    return max(((start + size, size) for start, size in ends), default=(0, 0))


def _by_category(indicator: Indicator, law: Law) -> Direction:
    match indicator.level_two:
        case LevelTwo.COST:
            paid = any(word in indicator.title for word in law.words(PAID_STANDARDS))
            return Direction.UNKNOWN if paid else Direction.NEGATIVE
        case (
            LevelTwo.QUANTITY
            | LevelTwo.QUALITY
            | LevelTwo.SATISFACTION
            | LevelTwo.EXECUTION
        ):
            return Direction.POSITIVE
        case _:
            return Direction.UNKNOWN
