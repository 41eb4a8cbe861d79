"""The best sequence of labels for a sequence of things (维特比)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from quanheng.forms.labels import load_yaml

_BEAM: Final = 24


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each feature speaks for each label, and which label follows which.

    Attributes:
        labels: The labels.
        features: Feature → its weight for each label.
        follows: For each label the weight of each label behind it.
    """

    labels: tuple[str, ...]
    features: Mapping[str, Sequence[float]]
    follows: Sequence[Sequence[float]]

    def scores(self, marks: Sequence[str]) -> list[float]:
        """How much a thing speaks for each label."""
        nothing = (0.0,) * len(self.labels)
        known = (self.features.get(mark, nothing) for mark in marks)
        return [sum(column) for column in zip(*known, strict=True)]


def best_path(told: Sequence[Sequence[str]], weights: Weights) -> list[int]:
    """The labels that features and order speak for most (Viterbi)."""
    count = range(len(weights.labels))
    score: list[float] = []
    back: list[list[int]] = []
    for marks in told:
        own = weights.scores(marks)
        if not score:
            score = own
            continue
        origin, reached = [], []
        for label in count:
            ways = [score[k] + weights.follows[k][label] for k in count]
            best = max(count, key=ways.__getitem__)
            origin.append(best)
            reached.append(ways[best] + own[label])
        score = reached
        back.append(origin)
    if not score:
        return []
    path = [max(count, key=score.__getitem__)]
    for origin in reversed(back):
        path.append(origin[path[-1]])
    return path[::-1]


def best_distinct(
    told: Sequence[Sequence[str]], weights: Weights, repeatable: frozenset[str]
) -> list[int]:
    """The same where a label is given once, but for those that may repeat."""
    free = {n for n, label in enumerate(weights.labels) if label in repeatable}
    beam: list[tuple[float, tuple[int, ...], frozenset[int]]] = [(0.0, (), frozenset())]
    for marks in told:
        own = weights.scores(marks)
        longer = []
        for score, path, used in beam:
            for label, value in enumerate(own):
                if label in used:
                    continue
                order = weights.follows[path[-1]][label] if path else 0.0
                now = used if label in free else used | {label}
                longer.append((score + value + order, (*path, label), now))
        longer.sort(key=lambda way: -way[0])
        beam = longer[:_BEAM]
    return list(beam[0][1]) if beam else []


@cache
def learned_weights(name: str) -> Weights:
    """Weights that were learned from generated forms: ``rows``, ``columns``."""
    data: Any = load_yaml("quanheng.forms.recognising", f"{name}.weights.yaml")
    return Weights(
        tuple(data["labels"].split()),
        {mark: tuple(values) for mark, values in data["features"].items()},
        tuple(tuple(values) for values in data["follows"]),
    )
