"""Learn the weights of rows and columns anew, and keep them beside the recogniser."""

import dataclasses
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Final

from quanheng.forms.recognising.judging import path
from quanheng.forms.recognising.judging.path import Weights
from quanheng.testing.forms.training.calibration import guessed, sure, told
from quanheng.testing.forms.training.learning import LEARNED, Made, learned
from quanheng.testing.forms.training.placing import (
    Torn,
    learned_places,
    right_places,
)
from quanheng.testing.forms.training.samples import forms, torn_samples

_FORMS: Final = 2400
_TORN: Final = 4
"""Of so many forms one is torn to pieces, which says enough."""
_LEAST: Final = 0.2
"""Features that say less than this about each label are left out."""


def main() -> None:
    """Learn, print how sure the labels of other forms are, keep."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else _FORMS
    made, other = list(forms(1, count)), list(forms(2, count // 10))
    for name in LEARNED:
        weights = learned(name, made)
        labels = list(guessed(name, other, weights))
        least = sure(labels)
        sys.stderr.write(told(name, labels, least) + "\n")
        keep(name, dataclasses.replace(weights, sure=least))
    torn, others = (_torn(some[::_TORN]) for some in (made, other))
    weights = learned_places(torn)
    sys.stderr.write(f"cells: {right_places(others, weights):.2%} of places right\n")
    keep("cells", weights)


def _torn(made: Made) -> list[Torn]:
    return [
        sample
        for number, (form, _) in enumerate(made)
        for sample in torn_samples(form, Random(number))  # noqa: S311 - the same again
    ]


def keep(name: str, weights: Weights) -> None:
    """Write weights beside the recogniser."""
    some = {m: v for m, v in weights.features.items() if max(map(abs, v)) >= _LEAST}
    lines = [
        "# Learned from generated forms by python -m quanheng.testing.forms.training.",
        f"labels: {' '.join(weights.labels)}",
        f"sure: {weights.sure:.1f}",
        "features:",
        *(f'  "{m}": {_row(v)}' for m, v in sorted(some.items())),
        "follows:",
        *(f"- {_row(v)}" for v in weights.follows),
    ]
    target = Path(path.__file__).with_name(f"{name}.weights.yaml")
    target.write_text("\n".join(lines) + "\n", "utf-8")


def _row(values: Sequence[float]) -> str:
    """One text: a list of numbers takes YAML ten times as long to read."""
    return " ".join(f"{value:.1f}" for value in values)


if __name__ == "__main__":
    main()
