"""What is learned from samples, and how well other samples are guessed (学习)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

from quanheng.forms.recognising.dumps.kinds import PIECE_KINDS
from quanheng.forms.recognising.indicators.columns import REPEATABLE, ROLES
from quanheng.forms.recognising.judging.labelling import KINDS
from quanheng.forms.recognising.judging.path import (
    Choice,
    Scores,
    Weights,
    best_distinct,
    best_path,
    distinct_labels,
    numbers,
    sequence_labels,
)
from quanheng.testing.forms.form import Form
from quanheng.testing.forms.training.perceptron import Guess, Perceptron
from quanheng.testing.forms.training.samples import (
    Sample,
    column_samples,
    row_sample,
    word_sample,
)

_CONTINUED: Final = 5
"""Of so many forms one is seen to go on without a head, as after a page break."""
Made: TypeAlias = Sequence[tuple[Form, bool]]


@dataclass(frozen=True, slots=True)
class Task:
    """Something that is learned (学习任务).

    Attributes:
        labels: The labels.
        samples: Samples of forms.
        guess: How labels are found.
        choose: The same with their margins.
        epochs: How often the samples are gone over.
    """

    labels: Sequence[str]
    samples: Callable[[Made], Iterable[Sample]]
    guess: Guess
    choose: Callable[[Sequence[Scores], Weights], list[Choice]]
    epochs: int


def _rows(made: Made) -> Iterator[Sample]:
    for form, ragged in made:
        yield row_sample(form, ragged=ragged)


def _words(made: Made) -> Iterator[Sample]:
    for number, (form, _) in enumerate(made):
        if number % _WORDS == 0:
            yield word_sample(form)


def _columns(made: Made) -> Iterator[Sample]:
    for number, (form, _) in enumerate(made):
        yield from column_samples(form, continued=number % _CONTINUED == 0)


_WORDS: Final = 2
"""Of so many forms one is learned from as words, which says enough."""
LEARNED: Final = {
    "rows": Task(KINDS, _rows, sequence_labels, best_path, 6),
    "words": Task(PIECE_KINDS, _words, sequence_labels, best_path, 4),
    "columns": Task(
        ROLES,
        _columns,
        partial(distinct_labels, free=numbers(ROLES, REPEATABLE)),
        partial(best_distinct, repeatable=REPEATABLE),
        5,
    ),
}
"""By the name of the file that keeps the weights."""


def learned(name: str, made: Made) -> Weights:
    """Weights that generated forms teach."""
    task = LEARNED[name]
    perceptron = Perceptron(task.labels, task.guess)
    perceptron.learn(list(task.samples(made)), task.epochs)
    return perceptron.weights()
