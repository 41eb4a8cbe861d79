"""Words of a list in a text, and the text without them (词语)."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Final

_STRETCH: Final = re.compile(r"[\u4e00-\u9fffA-Za-z]+")


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """The words in the order in which they must be removed from a text."""
    return _longest_first(words if isinstance(words, tuple) else tuple(words))


@lru_cache(maxsize=64)
def _longest_first(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(words), key=len, reverse=True))


@lru_cache(maxsize=64)
def pattern_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all words of a list, faster than word by word on many texts."""
    return re.compile("|".join(map(re.escape, longest_first(words))))


def stretches(text: str, without: Iterable[str]) -> tuple[str, ...]:
    """The stretches of letters left when words, longest first, are removed (实义片段).

    Chinese has no blanks between words. The rest without words of any report (工作,
    开展) carries the meaning; no dictionary is needed to find it.
    """
    for word in without:
        if word in text:
            text = text.replace(word, "，")
    return tuple(_STRETCH.findall(text))


def pairs(stretch: str) -> tuple[str, ...]:
    """The pairs of neighbouring signs (二元组)."""
    return tuple(stretch[n : n + 2] for n in range(len(stretch) - 1))


def any_of(words: Collection[str], text: str) -> bool:
    """Whether a text holds one of the words."""
    for word in words:  # noqa: SIM110 - any() over a generator takes twice as long
        if word in text:
            return True
    return False


def those_in(words: Collection[str], text: str) -> tuple[str, ...]:
    """The words that a text holds, the longer one where two overlap, in order."""
    found: list[tuple[int, str]] = []
    taken: set[int] = set()
    for word in sorted((w for w in words if w in text), key=len, reverse=True):
        start = text.find(word)
        span = range(start, start + len(word))
        if taken.isdisjoint(span):
            found.append((start, word))
            taken.update(span)
    return tuple(word for _, word in sorted(found))
