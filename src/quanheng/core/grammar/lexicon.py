"""Word lists written as running text (词表)."""

import re
from collections.abc import Iterable


def words_of(*lines: str) -> tuple[str, ...]:
    """The words of some lines, split at blanks."""
    return tuple(" ".join(lines).split())


def longest_first(words: Iterable[str]) -> str:
    """The words as one pattern, each before what it begins with."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
