"""The best sequence of labels for a sequence of things (维特比)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import add, itemgetter
from typing import Any, Final, NamedTuple, TypeAlias

from quanheng.forms.labels import load_yaml

_BEAM: Final = 8

Scores: TypeAlias = Sequence[float]
"""How much speaks for each label, or for each label behind another."""


class Choice(NamedTuple):
    """A label that was chosen, with how sure that is (选择).

    Attributes:
        label: The label.
        margin: How much better the whole is than with the best other label here.
        runner_up: That other label.
    """

    label: str
    margin: float
    runner_up: str


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each feature speaks for each label, and which label follows which.

    Attributes:
        labels: The labels.
        features: Feature → its weight for each label.
        follows: For each label the weight of each label behind it.
        sure: The least margin with which a label is to be relied on.
    """

    labels: tuple[str, ...]
    features: Mapping[str, Sequence[float]]
    follows: Sequence[Sequence[float]]
    sure: float = 0.0

    def scores(self, marks: Sequence[str]) -> list[float]:
        """How much a thing speaks for each label."""
        known = [self.features[mark] for mark in marks if mark in self.features]
        if not known:
            return [0.0] * len(self.labels)
        return list(map(sum, zip(*known, strict=True)))

    def total(self, own: Sequence[Scores], labels: Sequence[int]) -> float:
        """How much speaks for a sequence of labels, each thing's own scores given."""
        held = sum(scores[n] for scores, n in zip(own, labels, strict=True))
        return held + sum(self.follows[a][b] for a, b in pairwise(labels))


def best_path(
    own: Sequence[Scores],
    weights: Weights,
    open_labels: Sequence[Sequence[int]] | None = None,
) -> list[Choice]:
    """The labels that features and order speak for most, each with its margin.

    Args:
        own: How much the features of each thing speak for each label.
        weights: The labels, and which follows which.
        open_labels: The labels that each thing may have; all of them by default.

    Returns:
        A choice for each thing. Its margin is the best total less the best total of a
        sequence that has another label there (max-marginals, forward and backward).
    """
    every = range(len(weights.labels))
    ways = _Ways(own, weights.follows, open_labels or [every] * len(own))
    ahead, behind = ways.forward(), ways.backward()
    return [
        _choice([weights.labels[n] for n in may], label, list(map(add, before, after)))
        for may, label, before, after in zip(
            ways.open, ways.decoded(ahead), ahead, behind, strict=True
        )
    ]


def sequence_labels(own: Sequence[Scores], follows: Sequence[Scores]) -> list[int]:
    """The same labels by their numbers, without margins (Viterbi)."""
    ways = _Ways(own, follows, [range(len(follows))] * len(own))
    return ways.decoded(ways.forward())


class _Ways:
    """The sequences of labels that things may have (路径).

    Attributes:
        open: The labels that each thing may have; totals are in their order.
    """

    def __init__(
        self,
        own: Sequence[Scores],
        follows: Sequence[Scores],
        open_labels: Sequence[Sequence[int]],
    ) -> None:
        self.open = open_labels
        self._own = [
            scores if len(may) == len(scores) else [scores[n] for n in may]
            for scores, may in zip(own, open_labels, strict=True)
        ]
        # Few kinds of things differ in what they may be.
        parts: dict[tuple[int, int], list[list[float]]] = {}
        for before, after in pairwise(open_labels):
            if (id(before), id(after)) not in parts:
                parts[id(before), id(after)] = [
                    [follows[a][b] for b in after] for a in before
                ]
        self._follows = [parts[id(a), id(b)] for a, b in pairwise(open_labels)]
        self._leading = {id(p): list(zip(*p, strict=True)) for p in parts.values()}

    def forward(self) -> list[list[float]]:
        """The best total of what leads to each label, itself included."""
        found = [list(scores) for scores in self._own[:1]]
        for scores, part in zip(self._own[1:], self._follows, strict=True):
            before = found[-1]
            best = [max(map(add, before, way)) for way in self._leading[id(part)]]
            found.append(list(map(add, scores, best)))
        return found

    def backward(self) -> list[list[float]]:
        """The best total of what comes after each label."""
        found = [[0.0] * len(scores) for scores in self._own[-1:]]
        for scores, part in zip(self._own[:0:-1], self._follows[::-1], strict=True):
            reached = list(map(add, scores, found[-1]))
            found.append([max(map(add, row, reached)) for row in part])
        return found[::-1]

    def decoded(self, ahead: Sequence[Scores]) -> list[int]:
        """The best sequence: the place of each label among those that are open."""
        path = [_largest(scores) for scores in ahead[-1:]]
        for scores, part in zip(ahead[-2::-1], self._follows[::-1], strict=False):
            behind = [row[path[-1]] for row in part]
            path.append(_largest(list(map(add, scores, behind))))
        return path[::-1]


def _choice(labels: Sequence[str], label: int, totals: list[float]) -> Choice:
    best, totals[label] = totals[label], float("-inf")
    other = _largest(totals)
    return Choice(labels[label], best - totals[other], labels[other])


def _largest(scores: Scores) -> int:
    return scores.index(max(scores))


def best_distinct(
    own: Sequence[Scores], weights: Weights, repeatable: frozenset[str]
) -> list[Choice]:
    """The same where a label is given once, but for those that may repeat.

    The runner-up of a thing is the best way to give it another label when one other
    thing takes the label that this sets free, or a label that may repeat.
    """
    free = numbers(weights.labels, repeatable)
    follows = weights.follows
    path = distinct_labels(own, follows, free)
    alone = _alone(own, follows, path)
    return [
        _choice(weights.labels, label, _changed(alone, follows, free, path, place))
        for place, label in enumerate(path)
    ]


def numbers(labels: Sequence[str], names: frozenset[str]) -> frozenset[int]:
    """The numbers of some labels."""
    return frozenset(n for n, label in enumerate(labels) if label in names)


def distinct_labels(
    own: Sequence[Scores], follows: Sequence[Scores], free: frozenset[int]
) -> list[int]:
    """The same labels by their numbers, without margins; the free ones may repeat."""
    beam: list[_Way] = [(0.0, (), frozenset())]
    for scores in own:
        longer: list[tuple[float, _Way, int]] = []
        for way in beam:
            score, path, used = way
            ranked = map(add, scores, follows[path[-1]]) if path else scores
            longer += [
                (score + value, way, label)
                for label, value in enumerate(ranked)
                if label not in used
            ]
        longer.sort(key=_FIRST, reverse=True)
        beam = [
            (score, (*path, label), used if label in free else used | {label})
            for score, (_, path, used), label in longer[:_BEAM]
        ]
    return list(beam[0][1])


_Way: TypeAlias = tuple[float, tuple[int, ...], frozenset[int]]
"""A total, the labels so far, and those of them that may not repeat."""
_FIRST: Final = itemgetter(0)


def _alone(
    own: Sequence[Scores], follows: Sequence[Scores], path: Sequence[int]
) -> list[list[float]]:
    """What each thing adds with each label, those beside it as they are."""
    behind = list(zip(*follows, strict=True))
    found: list[list[float]] = []
    for place, scores in enumerate(own):
        alone = list(scores)
        if place:
            alone = list(map(add, alone, follows[path[place - 1]]))
        if place + 1 < len(path):
            alone = list(map(add, alone, behind[path[place + 1]]))
        found.append(alone)
    return found


def _changed(
    alone: Sequence[Scores],
    follows: Sequence[Scores],
    free: frozenset[int],
    path: Sequence[int],
    place: int,
) -> list[float]:
    """How each label changes the total at a place, by one change or one exchange."""
    now = path[place]
    found = [score - alone[place][now] for score in alone[place]]
    for other, label in enumerate(path):
        if label in free or other == place:
            continue
        gains = []
        for instead in {now, *free}:
            gain = alone[other][instead] - alone[other][label]
            if other == place + 1:
                gain += _both(follows, now, label, label, instead)
            elif other == place - 1:
                gain += _both(follows, label, now, instead, label)
            gains.append(gain)
        found[label] += max(gains)
    return found


def _both(
    follows: Sequence[Scores], first: int, second: int, new_first: int, new_second: int
) -> float:
    """What two neighbours gain by changing together rather than each alone."""
    together = follows[first][second] + follows[new_first][new_second]
    return together - follows[new_first][second] - follows[first][new_second]


@cache
def learned_weights(name: str) -> Weights:
    """Weights that were learned from generated forms: ``rows``, ``columns``."""
    data: Any = load_yaml("quanheng.forms.recognising.judging", f"{name}.weights.yaml")
    return Weights(
        tuple(data["labels"].split()),
        {mark: _numbers(values) for mark, values in data["features"].items()},
        tuple(map(_numbers, data["follows"] or ())),
        data.get("sure", 0.0),
    )


def _numbers(values: str) -> tuple[float, ...]:
    return tuple(map(float, values.split()))
