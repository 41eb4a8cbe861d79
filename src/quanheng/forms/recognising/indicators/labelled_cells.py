"""Cells that say themselves what they hold: 目标值42个 (格内标签)."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from quanheng.forms.recognising.judging.evidence import best, shape
from quanheng.language.folding import folded_with_places

ROLES: Final = frozenset(("target", "actual", "completion", "weight", "score"))
"""The columns whose values are told apart by labels in their cells."""
_LABELLED: Final = re.compile(r"\s*([一-鿿]{2,8})\s*(?::\s*(?=\S)|(?=[\d≥≤<>=]))")
_FIGURES: Final = frozenset(
    ("number", "points", "percent", "signed", "range", "amount", "date")
)
_SURE: Final = 0.8


@lru_cache(maxsize=8192)
def labelled(text: str) -> tuple[str, str]:
    """What the label in a cell names, and the value behind it; empty without one."""
    plain, places = folded_with_places(text)
    match = _LABELLED.match(plain)
    if match is None:
        return "", ""
    if not match[0].rstrip().endswith(":") and shape(plain[match.end() :]) not in (
        _FIGURES
    ):
        return "", ""
    named = best("indicator", match[1])
    if named is None or named[0] not in ROLES or named[1] < _SURE:
        return "", ""
    return named[0], text[places[match.end()] :]


def label_of_all(texts: Iterable[str]) -> str:
    """What the labels in all of some cells name; empty where they differ."""
    named = {labelled(text)[0] for text in texts}
    return named.pop() if len(named) == 1 else ""
