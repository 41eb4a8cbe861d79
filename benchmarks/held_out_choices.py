"""How well rows and columns are told in layouts that nothing was learned from.

    python benchmarks/held_out_choices.py [FORMS]

For each of some choices of a layout, weights are learned from generated forms without
it and tried on forms with it: the share of labels that are right. A run takes minutes.
"""

import sys
from statistics import mean

from quanheng.testing.forms.training.learning import LEARNED, Made, learned
from quanheng.testing.forms.training.samples import forms

FORMS = 400
CHOICES = (
    *("levels=class_rows", "levels=in_name", "levels=four", "money=side_by_side"),
    *("money=wide", "money=joined", "goals=numbered", "goals=stacked"),
    *("target=unit_first", "stacked=levels", "order=shuffled", "classes=own"),
    *("around=spending", "around=tasks", "purpose=declaration", "project=columns"),
    *("values=phrases", "caption=in_table"),
)
TRIED = ("rows", "columns")


def main(count: int) -> None:
    print(f"{'left out':24}" + "".join(f"{name:>10}" for name in TRIED))
    every: dict[str, list[float]] = {name: [] for name in TRIED}
    for choice in CHOICES:
        print(f"{choice:24}", end="")
        for name, share in shares(choice, count).items():
            every[name].append(share)
            print(f"{share:>10.3f}", end="", flush=True)
        print()
    print(f"{'mean':24}" + "".join(f"{mean(found):>10.3f}" for found in every.values()))


def shares(choice: str, count: int) -> dict[str, float]:
    dimension, wanted = choice.split("=")
    without = list(forms(11, count, lambda layout: layout[dimension] != wanted))
    only = list(forms(12, count, lambda layout: layout[dimension] == wanted))
    return {name: right(name, without, only) for name in TRIED}


def right(name: str, made: Made, other: Made) -> float:
    task, weights = LEARNED[name], learned(name, made)
    hits = [
        guess == truth
        for told, labels in task.samples(other)
        for guess, truth in zip(
            task.guess([weights.scores(marks) for marks in told], weights.follows),
            labels,
            strict=True,
        )
    ]
    return mean(hits)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else FORMS)
