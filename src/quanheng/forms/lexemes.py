"""What a label that no catalogue lists is made of (标签构词)."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final

from quanheng.forms.labels import LONGEST_LABEL, label_key, load_yaml

GROUPS: Final = ("indicator", "budget_row", "budget_column", "goal", "head")
_FILLERS: Final = "fillers"
_LONGEST: Final = 20
"""Labels of lexemes are shorter than those that are listed whole."""


@lru_cache(maxsize=65536)
def likeness(group: str, text: str) -> Mapping[str, float]:
    """How much of a label is explained by each meaning of a group, 0 to 1.

    A meaning explains a label by a core of its own and the words that say little
    around it; the longer its core, the better.
    """
    key = label_key(text) if len(text) <= LONGEST_LABEL else ""
    if not 2 <= len(key) <= _LONGEST or any(sign.isdigit() for sign in key):
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
