"""Overlap of texts by short common stretches (重叠片段)."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from typing import Final, Generic, TypeVar

from quanheng.language.similarity import bare

_LENGTH: Final = 8
"""Signs of a stretch: longer than a set phrase, shorter than a clause."""

_Key = TypeVar("_Key", bound=Hashable)


def shingles(text: str) -> frozenset[int]:
    """The hashes of all overlapping stretches of a text, punctuation ignored."""
    signs = bare(text)
    return frozenset(
        hash(signs[start : start + _LENGTH])
        for start in range(len(signs) - _LENGTH + 1)
    )


class Postings(Generic[_Key]):
    """Inverted index: which of many texts hold a key (倒排)."""

    def __init__(self, texts: Iterable[Iterable[_Key]]) -> None:
        found: dict[_Key, list[int]] = defaultdict(list)
        for position, keys in enumerate(texts):
            for key in set(keys):
                found[key].append(position)
        self._found = dict(found)

    def holders(self, key: _Key) -> tuple[int, ...]:
        """The positions of the texts that hold a key."""
        return tuple(self._found.get(key, ()))

    def shared(self, keys: Iterable[_Key]) -> Counter[int]:
        """How many of the keys each text holds, by position."""
        counts: Counter[int] = Counter()
        for key in keys:
            counts.update(self._found.get(key, ()))
        return counts
