"""What each piece of a text without a table is: label, value, head … (词块的判别)."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from quanheng.forms.recognising.judging.evidence import evidence
from quanheng.forms.recognising.judging.features import written
from quanheng.forms.recognising.judging.path import best_path, learned_weights

PIECE_KINDS: Final = (
    *("text", "title", "pair_label", "pair", "money_head", "money_label", "money"),
    *("goal_head", "goal", "head", "class", "indicator", "filler", "subtotal"),
    *("total_label", "total", "note", "other"),
)
"""What a piece may be."""
_REACH: Final = (-3, -2, -1, 1, 2, 3)
"""How far its neighbours speak for what a piece is."""
_EXPLAINED: Final = 0.9
_LENGTHS: Final = (2, 4, 8, 16, 32, 64)


def piece_kinds(texts: Sequence[str]) -> list[str]:
    """What each piece is: the best sequence of all."""
    weights = learned_weights("words")
    told = [weights.scores(marks) for marks in piece_features(texts)]
    return [choice.label for choice in best_path(told, weights)]


def piece_features(texts: Sequence[str]) -> list[list[str]]:
    """What speaks for the kind of each piece."""
    near = [_near(text) for text in texts]
    found = []
    for n, text in enumerate(texts):
        marks = list(_own(text))
        for step in _REACH:
            beside = near[n + step] if 0 <= n + step < len(near) else ("end",)
            marks += [f"{step}:{mark}" for mark in beside]
        left = near[n - 1][0] if n else "end"
        right = near[n + 1][0] if n + 1 < len(near) else "end"
        marks += [f"{left}|{near[n][0]}", f"{near[n][0]}|{right}"]
        marks.append(f"{left}|{near[n][0]}|{right}")
        found.append(marks)
    return found


@lru_cache(maxsize=8192)
def _own(text: str) -> tuple[str, ...]:
    told = evidence(text)
    length = sum(len(text) > size for size in _LENGTHS)
    return ("bias", told.shape, f"length>{length}", *_labels(text), *written(text))


@lru_cache(maxsize=8192)
def _near(text: str) -> tuple[str, ...]:
    """What a piece says of its neighbours: its look first, then its meanings."""
    labels = tuple(_labels(text))
    groups = sorted({label.replace("~", ".").split(".")[0] for label in labels})
    look = "+".join(groups) if groups else evidence(text).shape
    return (look, *labels)


def _labels(text: str) -> Iterator[str]:
    told = evidence(text)
    for group, name in told.exact.items():
        yield f"{group}.{name}"
    for group, found in told.likely.items():
        best = max(found, key=lambda name: found[name])
        if found[best] > _EXPLAINED:
            yield f"{group}~{best}"
