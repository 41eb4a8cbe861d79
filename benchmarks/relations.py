"""How far readings keep to relations that need no truth: carrier, order, script …

    python benchmarks/relations.py [SEED]

Each document is read, changed so that the same is to be read of it (or the same but for
what was changed), and read again. Of generated forms in drawn layouts and of both
corpora it prints for each relation in how many documents it was tried, in which share
of them all values were kept, and the precision and recall of the values of the second
reading held against the first. The second corpus lies beside the project where there is
one. Without a seed, chance begins with the clock.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from quanheng.testing.relations.relations import NAMES, Kept, kept
from quanheng.testing.relations.sample import Sample
from quanheng.testing.relations.sources import generated, in_folder

ROOT = Path(__file__).parents[1]
FORMS = 60
CORPORA = (ROOT / "tests" / "corpus", ROOT.parent / "shared" / "corpus_second")


def main(seed: int) -> None:
    for title, samples in sources(seed):
        print(
            f"\n{title:28}{'documents':>10}{'whole':>8}{'precision':>10}{'recall':>8}"
        )
        found = kept(samples, seed)
        for name in NAMES:
            if name in found:
                print(f"{name:28}{figures(found[name])}")


def sources(seed: int) -> Iterator[tuple[str, Iterable[Sample]]]:
    yield f"generated, seed {seed}", generated(seed, FORMS)
    for folder in CORPORA:
        if folder.is_dir():
            yield folder.name, in_folder(folder)


def figures(kept: Kept) -> str:
    whole = 1 - len(kept.broken) / kept.documents
    precision, recall = kept.values.precision, kept.values.recall
    return f"{kept.documents:>10}{whole:>8.3f}{precision:>10.3f}{recall:>8.3f}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else time.time_ns() % 1_000_000)
