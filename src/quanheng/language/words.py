"""The words of a text (词语)."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]{2,}")


@lru_cache(maxsize=8192)
def cut(text: str) -> tuple[str, ...]:
    """A text cut into words, marks included (分词)."""
    # The dictionary takes 0.1 s to load: only a rule that asks for words pays it.
    import rjieba  # noqa: PLC0415

    return tuple(rjieba.cut(text))


def content_words(text: str, generic: Collection[str]) -> tuple[str, ...]:
    """The words that carry meaning, in order, each once (实词).

    Args:
        text: The text.
        generic: Words that any report holds (工作, 开展), and that say nothing.
    """
    return tuple(
        dict.fromkeys(
            word
            for word in cut(text)
            if _CHINESE.fullmatch(word) and word not in generic
        )
    )


def any_of(words: Collection[str], text: str) -> bool:
    """Whether a text holds one of the words."""
    return any(word in text for word in words)


def those_in(words: Collection[str], text: str) -> tuple[str, ...]:
    """The words that a text holds, the longer one where two overlap, in order."""
    found: list[tuple[int, str]] = []
    taken: set[int] = set()
    for word in sorted(words, key=len, reverse=True):
        start = text.find(word)
        span = range(start, start + len(word))
        if start >= 0 and taken.isdisjoint(span):
            found.append((start, word))
            taken.update(span)
    return tuple(word for _, word in sorted(found))
