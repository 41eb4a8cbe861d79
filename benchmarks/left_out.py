"""Accuracy without the words of one publisher's family, on corpora with truth.

    python benchmarks/left_out.py [FOLDER…]

For each family of documents the labels that it alone uses are taken out of the lexicon;
printed are how many these are, and mean F1 by document before and after, of the family
and of all others. Without folders: the second corpus, beside the project where there
is one, and the first.
"""

import sys
from pathlib import Path
from statistics import mean

from quanheng.testing.corpus import truths
from quanheng.testing.left_out import left_out

ROOT = Path(__file__).parents[1]
CORPORA = (ROOT.parent / "shared" / "corpus_second", ROOT / "tests" / "corpus")


def main(folders: list[Path]) -> None:
    for folder in folders:
        besides = [t for other in CORPORA if other != folder for t in truths(other)]
        found = list(left_out(list(truths(folder)), besides))
        print(
            f"\n{folder.name:20}{'labels':>8}{'own':>8}{'without':>8}{'others':>8}{'':>8}"
        )
        for one in found:
            figures = "".join(f"{figure:>8.3f}" for figure in (*one.own, *one.others))
            print(f"{one.family:20}{len(one.words):>8}{figures}")
        own = [mean(one.own[n] for one in found) for n in (0, 1)]
        print(f"{'mean':28}{own[0]:>8.3f}{own[1]:>8.3f}")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or [f for f in CORPORA if f.is_dir()])
