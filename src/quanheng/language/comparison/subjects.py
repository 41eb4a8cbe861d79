"""Whether the subject of a statement is the thing of a name (主语比对)."""

from collections.abc import Iterable
from dataclasses import dataclass

from quanheng.language.words import pairs, stretches


def names_wholly(subject: str, title: str, filler: Iterable[str]) -> bool:
    """Whether a subject holds all of a name and nothing else (全称).

    ``举办阅读推广活动`` is the indicator 阅读推广活动场次, ``举办活动`` may be another.
    The filler words only count or link, the longest first.
    """
    return _Words.of(subject, filler).name_wholly(_Words.of(title, filler))


def names_briefly(subject: str, title: str, filler: Iterable[str]) -> bool:
    """Whether a subject is a name or a part of it up to its end (简称).

    ``读者满意度`` and ``满意度`` may be the indicator 到馆读者满意度,
    ``馆员满意度`` is not.
    """
    return _Words.of(subject, filler).name_briefly(_Words.of(title, filler))


@dataclass(frozen=True, slots=True)
class _Words:
    """A text, and its parts without filler words."""

    text: str
    parts: tuple[str, ...]
    bare: str

    @classmethod
    def of(cls, text: str, filler: Iterable[str]) -> "_Words":
        parts = stretches(text, filler)
        return cls(text, parts, "".join(parts))

    def name_wholly(self, title: "_Words") -> bool:
        return (
            bool(self.parts)
            and all(part in title.text for part in self.parts)
            and all(part in self.text for part in title.parts)
        )

    def name_briefly(self, title: "_Words") -> bool:
        said, named = self.bare, title.bare
        if not said or not named.endswith(said[-2:]):
            return False
        # Whether the signs stand in the name in this order, others between them.
        signs = iter(named)
        return all(sign in signs for sign in said)


class NameIndex:
    """Names that a subject may speak of, found without trying each (名称索引)."""

    def __init__(self, titles: Iterable[tuple[str, bool]], filler: tuple[str, ...]):
        """Read the names.

        Args:
            titles: The names, each with whether its short form counts too.
            filler: Words that only count or link, the longest first.
        """
        self._filler = filler
        self._named = [(_Words.of(title, filler), short) for title, short in titles]
        self._whole: dict[str, list[int]] = {}
        self._short: dict[str, list[int]] = {}
        for position, (words, short) in enumerate(self._named):
            if short:
                for end in {words.bare[-1:], words.bare[-2:]}:
                    self._short.setdefault(end, []).append(position)
            else:
                longest = max(words.parts, key=len, default="")
                self._whole.setdefault(longest[:2], []).append(position)

    def named(self, subject: str) -> list[int]:
        """Positions of the names that the subject names, in order."""
        said = _Words.of(subject, self._filler)
        found = set(self._short.get(said.bare[-2:], ()))
        for key in {"", *subject, *pairs(subject)}:
            found.update(self._whole.get(key, ()))
        return [n for n in sorted(found) if self._is_named(said, n)]

    def _is_named(self, said: _Words, position: int) -> bool:
        title, short = self._named[position]
        return said.name_briefly(title) if short else said.name_wholly(title)
