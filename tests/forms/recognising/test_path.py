"""The best sequence of labels and its margins, held against trying them all."""

from collections.abc import Sequence
from itertools import pairwise, product
from random import Random

import pytest

from quanheng.forms.recognising.judging.path import (
    Weights,
    best_distinct,
    best_path,
    distinct_labels,
    numbers,
    sequence_labels,
)

LABELS = ("pair", "head", "indicator")


def drawn(seed: int, things: int) -> tuple[Weights, list[list[str]]]:
    random = Random(seed)  # noqa: S311

    def row() -> list[float]:
        return [random.uniform(-5, 5) for _ in LABELS]

    told = [[f"mark{n}", "bias"] for n in range(things)]
    features = {f"mark{n}": row() for n in range(things)} | {"bias": row()}
    return Weights(LABELS, features, [row() for _ in LABELS]), told


def scores(weights: Weights, told: list[list[str]]) -> list[list[float]]:
    return [weights.scores(marks) for marks in told]


def total(weights: Weights, told: list[list[str]], path: Sequence[int]) -> float:
    own = zip(scores(weights, told), path, strict=True)
    held = sum(row[n] for row, n in own)
    return held + sum(weights.follows[a][b] for a, b in pairwise(path))


def tried(weights: Weights, told: list[list[str]], repeatable: set[int]) -> list[float]:
    """The total of the best sequence, then of the best with another label at each."""
    ways = {
        path: total(weights, told, path)
        for path in product(range(len(LABELS)), repeat=len(told))
        if all(path.count(n) <= 1 or n in repeatable for n in path)
    }
    best = max(ways, key=ways.__getitem__)
    others = [
        max(score for path, score in ways.items() if path[n] != best[n])
        for n in range(len(told))
    ]
    return [ways[best], *others]


@pytest.mark.parametrize("seed", range(8))
def test_margins_are_those_of_the_best_other_sequence(seed: int) -> None:
    weights, told = drawn(seed, 5)
    best, *others = tried(weights, told, set(range(len(LABELS))))
    found = best_path(scores(weights, told), weights)
    path = [LABELS.index(choice.label) for choice in found]
    assert path == sequence_labels(scores(weights, told), weights.follows)
    assert total(weights, told, path) == pytest.approx(best)
    assert [c.margin for c in found] == pytest.approx([best - o for o in others])
    assert all(choice.runner_up != choice.label for choice in found)


@pytest.mark.parametrize("seed", range(8))
def test_labels_given_once_are_exchanged_for_the_runner_up(seed: int) -> None:
    weights, told = drawn(seed, 2)
    best, *others = tried(weights, told, {0})
    found = best_distinct(scores(weights, told), weights, frozenset({LABELS[0]}))
    path = [LABELS.index(choice.label) for choice in found]
    free = numbers(LABELS, frozenset({LABELS[0]}))
    own = scores(weights, told)
    assert path == distinct_labels(own, weights.follows, free)
    assert total(weights, told, path) == pytest.approx(best)
    # A change of one thing, or an exchange of two, is not always the best of all.
    margins = zip(found, others, strict=True)
    assert all(choice.margin >= best - other - 1e-9 for choice, other in margins)


def test_nothing_has_no_labels() -> None:
    weights, _ = drawn(0, 1)
    assert best_path([], weights) == []
    assert best_distinct([], weights, frozenset()) == []
