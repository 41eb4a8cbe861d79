"""Weights by the averaged structured perceptron (Collins 2002) (结构感知机)."""

from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import Final, TypeAlias

from quanheng.forms.recognising.judging.path import Scores, Weights
from quanheng.testing.forms.training.samples import Sample

Guess: TypeAlias = Callable[[Sequence[list[float]], Sequence[Scores]], Sequence[int]]
"""The best labels, by how much speaks for each label and each label behind another."""

DISTANCE: Final = 2.0
"""How much better the right labels are to be than any other: by so much per thing."""
_HIDING: Final = 0.8
"""Share of samples of which some features are hidden."""
_HIDDEN: Final = 0.15
"""Share of the features that are hidden then."""


class Perceptron:
    """Weights while they are being learned.

    Args:
        labels: The labels.
        guess: How labels are found.
    """

    def __init__(self, labels: Sequence[str], guess: Guess) -> None:
        count = len(labels)
        self._labels, self._guess = labels, guess
        self._numbers: dict[str, int] = {}
        self._now: list[list[float]] = []
        self._sum: list[list[float]] = []
        self._follows, self._follows_sum = (
            [[0.0] * count for _ in range(count)] for _ in range(2)
        )
        self._step = 1

    def learn(self, data: Sequence[Sample], epochs: int) -> None:
        """Go over the samples so often, in another order each time."""
        known = [(self._numbered(told), truth) for told, truth in data]
        for epoch in range(epochs):
            random = Random(epoch)  # noqa: S311 - the same weights each time
            random.shuffle(known)
            for told, truth in known:
                self._take(self._hidden(told, random), truth)

    def _numbered(self, told: Sequence[Sequence[str]]) -> list[list[int]]:
        """Features by their number, which is quicker than by their name."""
        for marks in told:
            for mark in marks:
                if mark not in self._numbers:
                    self._numbers[mark] = len(self._numbers)
                    self._now.append([0.0] * len(self._labels))
                    self._sum.append([0.0] * len(self._labels))
        return [[self._numbers[mark] for mark in marks] for marks in told]

    @staticmethod
    def _hidden(told: list[list[int]], random: Random) -> list[list[int]]:
        """Some features left out: no one of them alone is to be trusted."""
        if random.random() > _HIDING:
            return told
        seen = {mark for marks in told for mark in marks}
        hidden = {mark for mark in sorted(seen) if random.random() < _HIDDEN}
        return [[mark for mark in marks if mark not in hidden] for marks in told]

    def _take(self, told: list[list[int]], truth: Sequence[int]) -> None:
        own: list[list[float]] = []
        for marks, right in zip(told, truth, strict=True):
            known = (self._now[mark] for mark in marks)
            scores = [float(sum(column)) for column in zip(*known, strict=True)]
            scores = scores or [0.0] * len(self._labels)
            scores[right] -= DISTANCE
            own.append(scores)
        guess = self._guess(own, self._follows)
        self._step += 1
        if list(guess) != list(truth):
            self._correct(told, truth, guess)

    def _correct(
        self, told: list[list[int]], truth: Sequence[int], guess: Sequence[int]
    ) -> None:
        for marks, right, wrong in zip(told, truth, guess, strict=True):
            if right == wrong:
                continue
            for table, size in ((self._now, 1.0), (self._sum, float(self._step))):
                for mark in marks:
                    table[mark][right] += size
                    table[mark][wrong] -= size
        tables = ((self._follows, 1.0), (self._follows_sum, float(self._step)))
        for n in range(1, len(told)):
            for table, size in tables:
                table[truth[n - 1]][truth[n]] += size
                table[guess[n - 1]][guess[n]] -= size

    def weights(self) -> Weights:
        """The average of all steps, which is steadier than the last."""

        def averaged(now: Iterable[float], total: Iterable[float]) -> list[float]:
            return [w - t / self._step for w, t in zip(now, total, strict=True)]

        return Weights(
            tuple(self._labels),
            {
                mark: averaged(self._now[number], self._sum[number])
                for mark, number in self._numbers.items()
            },
            list(map(averaged, self._follows, self._follows_sum)),
        )
