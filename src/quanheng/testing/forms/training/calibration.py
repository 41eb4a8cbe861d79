"""From which margin on a label is to be relied on (校准)."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from quanheng.forms.recognising.judging.path import Weights
from quanheng.testing.forms.training.learning import LEARNED, Made
from quanheng.testing.forms.training.perceptron import DISTANCE

_COST: Final = 4
"""A wrong value costs as much as so many right ones that are not given."""

Guessed: TypeAlias = tuple[float, bool]
"""The margin of a label that was guessed, and whether it is right."""


def guessed(name: str, made: Made, weights: Weights) -> Iterator[Guessed]:
    """The labels of forms that nothing was learned from, with their margins."""
    task = LEARNED[name]
    for told, truth in task.samples(made):
        own = [weights.scores(marks) for marks in told]
        for choice, right in zip(task.choose(own, weights), truth, strict=True):
            yield choice.margin, choice.label == weights.labels[right]


def sure(labels: Sequence[Guessed]) -> float:
    """The margin below which more is won than lost by giving no label.

    No label is relied on by less than what learning asks for.
    """
    best = gain = 0.0
    least = DISTANCE
    ordered = sorted(labels)
    for n, (margin, is_right) in enumerate(ordered):
        gain += -1 if is_right else _COST
        if gain > best:
            best = gain
            above = ordered[n + 1][0] if n + 1 < len(ordered) else margin
            least = (margin + above) / 2
    return max(least, DISTANCE)


def told(name: str, labels: Sequence[Guessed], least: float) -> str:
    """The precision from a margin on, and what lies below it, in a line."""
    above = [is_right for margin, is_right in labels if margin >= least]
    below = [is_right for margin, is_right in labels if margin < least]
    return (
        f"{name}: {_share(above)} of labels right from a margin of {least:.1f} on; "
        f"below it {len(below)} of {len(labels)}, {_share(below)} of them right"
    )


def _share(hits: Sequence[bool]) -> str:
    return f"{sum(hits) / max(len(hits), 1):.2%}"
