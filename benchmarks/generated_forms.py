"""How forms in drawn layouts are read: precision, recall and F1 against their truth.

    python benchmarks/generated_forms.py [SEED]

Layouts and facts are drawn from the seed; without one, from the clock, so that nobody
has seen them. Of each kind of carrier (true grids, then all) the figures are printed as
the mean by document and as the total of all values, then the choices of a layout whose
documents are read worst on average.
"""

import sys
import time
from collections import defaultdict
from random import Random
from statistics import mean

from quanheng.testing.forms.layout import DIMENSIONS, TRUE_GRIDS, Layout, drawn
from quanheng.testing.forms.make import made, read
from quanheng.testing.forms.scoring import Tally

DOCUMENTS = 150
FEWEST = 5
WORST = 10

Result = tuple[Layout, Tally]


def main(seed: int) -> None:
    print(f"seed {seed}, {DOCUMENTS} documents of each kind")
    for kind, carriers in (("grids", TRUE_GRIDS), ("all carriers", None)):
        results = read_from(seed, carriers or DIMENSIONS["carrier"])
        print(f"\n{kind:22}{'precision':>10}{'recall':>8}{'F1':>8}")
        tallies = [tally for _, tally in results]
        print(f"{'mean by document':22}{figures(tallies)}")
        total = Tally()
        for tally in tallies:
            total.add(tally)
        print(f"{'total':22}{figures([total])}")
        print("worst choices, mean F1 by document")
        for f1, choice in worst(results):
            print(f"  {choice:30}{f1:>10.3f}")


def read_from(seed: int, carriers: tuple[str, ...]) -> list[Result]:
    # A seed that gives the same layouts again is wanted here, not a secret.
    random = Random(seed)  # noqa: S311
    layouts = [drawn(random, carriers) for _ in range(DOCUMENTS)]
    return [(file.layout, read(file)) for file in made(layouts, seed)]


def figures(tallies: list[Tally]) -> str:
    precision = mean(tally.precision for tally in tallies)
    recall = mean(tally.recall for tally in tallies)
    f1 = mean(tally.f1 for tally in tallies)
    return f"{precision:>10.3f}{recall:>8.3f}{f1:>8.3f}"


def worst(results: list[Result]) -> list[tuple[float, str]]:
    by_choice: dict[str, list[float]] = defaultdict(list)
    for layout, tally in results:
        for name, choice in layout.items():
            by_choice[f"{name}={choice}"].append(tally.f1)
    often = {choice: f1 for choice, f1 in by_choice.items() if len(f1) >= FEWEST}
    return sorted((mean(f1), choice) for choice, f1 in often.items())[:WORST]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else time.time_ns() % 1_000_000)
