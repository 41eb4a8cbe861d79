"""The topics of a text: known ones, and words of its own (主题)."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from quanheng.language.words import longest_first, pairs, stretches


@dataclass(frozen=True, slots=True)
class Topics:
    """Topics with their words (主题词表).

    Of overlapping words the longest counts, so that 巩固脱贫攻坚成果 belongs to its own
    topic and not to 脱贫攻坚.

    Attributes:
        topics: Topic → its words.
        generic: Words of any report, without a topic, the longest first.
    """

    topics: Mapping[str, Sequence[str]]
    generic: tuple[str, ...] = ()
    _by_first: dict[str, list[tuple[str, str]]] = field(init=False, repr=False)
    _first: re.Pattern[str] = field(init=False, repr=False)
    _counted: Callable[[str], Counter[str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        by_first: dict[str, list[tuple[str, str]]] = {}
        for topic, words in self.topics.items():
            for word in words:
                by_first.setdefault(word[0], []).append((word, topic))
        for entries in by_first.values():
            entries.sort(key=lambda entry: len(entry[0]), reverse=True)
        first = re.compile(f"[{re.escape(''.join(by_first))}]")
        object.__setattr__(self, "_by_first", by_first)
        object.__setattr__(self, "_first", first)
        object.__setattr__(self, "_counted", lru_cache(maxsize=1024)(self._count))

    def mentions(self, text: str) -> Counter[str]:
        """How often each topic is mentioned (主题词次数)."""
        return self._counted(text)

    def _count(self, text: str) -> Counter[str]:
        found: Counter[str] = Counter()
        position = 0
        while match := self._first.search(text, position):
            position = match.start()
            for word, topic in self._by_first[match[0]]:
                if text.startswith(word, position):
                    found[topic] += 1
                    position += len(word)
                    break
            else:
                position += 1
        return found

    def treats(self, text: str, other: str, apart: str = "") -> bool:
        """Whether two texts share a topic or a pair of signs that carries meaning.

        The pairs of the shorter ``text`` are looked for in the other; those of
        ``apart``, such as the project's name, do not count.
        """
        if self.mentions(text).keys() & self.mentions(other).keys():
            return True
        return self._shares_signs(text, other, apart)

    def singles_out(self, text: str, other: str, apart: str) -> bool:
        """Like :meth:`treats`, the topics of ``apart`` left out too (专指).

        All rows of a library project are about the library; a sentence singles one out
        by words that are not in the project's name.
        """
        shared = self.mentions(text).keys() & self.mentions(other).keys()
        if shared - self.mentions(apart).keys():
            return True
        return self._shares_signs(text, other, apart)

    def _shares_signs(self, text: str, other: str, apart: str) -> bool:
        return any(
            pair in other and pair not in apart
            for stretch in stretches(text, self.generic)
            for pair in pairs(stretch)
        )


@lru_cache(maxsize=16)
def topics_of(
    topics: tuple[tuple[str, tuple[str, ...]], ...], generic: tuple[str, ...]
) -> Topics:
    """The topics of a word list, read once for all reports."""
    return Topics(dict(topics), longest_first(generic))
