"""What a label that no catalogue lists is made of (标签构词)."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final

from quanheng.forms.labels import LONGEST_LABEL, label_key, load_yaml

GROUPS: Final = ("indicator", "budget_row", "budget_column", "goal", "head")
_FILLERS: Final = "fillers"
_LONGEST: Final = 20
"""Labels of lexemes are shorter than those that are listed whole."""


def has_core(text: str) -> bool:
    """Whether a core of any meaning stands in a text that may be a label."""
    key = _key(text)
    return bool(key) and _any_core().search(key) is not None


@lru_cache(maxsize=65536)
def _key(text: str) -> str:
    """The label as it is compared; empty where a text is none by length or signs."""
    key = label_key(text) if len(text) <= LONGEST_LABEL else ""
    is_label = 2 <= len(key) <= _LONGEST and not any(map(str.isdigit, key))
    return key if is_label else ""


@cache
def _any_core() -> re.Pattern[str]:
    names = ((group, name) for group in GROUPS for name in _cores(group))
    words = {word.lstrip("=") for group, name in names for word in _cores(group)[name]}
    return re.compile("|".join(map(re.escape, sorted(words))))


@lru_cache(maxsize=65536)
def likeness(group: str, text: str) -> Mapping[str, float]:
    """How much of a label is explained by each meaning of a group, 0 to 1.

    A meaning explains a label by a core of its own and the words that say little
    around it; the longer its core, the better.
    """
    key = _key(text)
    if not key:
        return {}
    scores = {}
    for name, cores in _cores(group).items():
        if f"={key}" in cores:
            return {name: 1.0 + len(key) / 100}
        covered, core = _covered(key, cores, _fillers(group))
        if core:
            scores[name] = covered / len(key) + core / 100
    return scores


def _covered(
    key: str, cores: frozenset[str], fillers: frozenset[str]
) -> tuple[int, int]:
    """Most signs covered by cores and fillers, and how many of these by cores."""
    best = [(0, 0)] * (len(key) + 1)
    for end in range(1, len(key) + 1):
        best[end] = best[end - 1]
        for start in range(max(0, end - 8), end):
            word = key[start:end]
            covered, core = best[start]
            if word in cores:
                best[end] = max(best[end], (covered + len(word), core + len(word)))
            elif word in fillers:
                best[end] = max(best[end], (covered + len(word), core))
    return best[-1]


@cache
def _lexemes() -> Mapping[str, Any]:
    found: Mapping[str, Any] = load_yaml("quanheng.forms", "lexemes.yaml")
    return found


@cache
def _fillers(group: str) -> frozenset[str]:
    """The words that say little: in labels of any group, and in those of one."""
    found = _lexemes()
    words = f"{found['fillers']} {found[group].get(_FILLERS, '')}"
    return frozenset(words.split())


@cache
def _cores(group: str) -> Mapping[str, frozenset[str]]:
    parts = _lexemes()[group]
    return {
        name: frozenset(words.split())
        for name, words in parts.items()
        if name != _FILLERS
    }
