"""Documents with truth, and how they are read: precision and recall (语料评测).

    python -m quanheng.testing.corpus FOLDER…

Prints for each folder the documents that are not read whole, then the figures as the
mean by document and as the total of all values.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from quanheng.core.errors import QuanhengError
from quanheng.record.dump import dump_report
from quanheng.tasks.reading.read_report import read_report
from quanheng.testing.forms.scoring import Tally, tally


@dataclass(frozen=True, slots=True)
class Truth:
    """A document and what a careful reader finds in it (标注文档).

    Attributes:
        file: The document.
        projects: Its truth.
    """

    file: Path
    projects: Mapping[str, Any]

    def judged(self) -> Tally:
        """How it is read; a document that is refused is missed whole."""
        try:
            report = dump_report(read_report(self.file.read_bytes(), self.file.name))
        except QuanhengError:
            report = {}
        return tally(self.projects, report)


def truths(folder: Path) -> Iterator[Truth]:
    """The documents of a corpus that have a truth and are there."""
    for path in sorted(folder.glob("truth/*.json")):
        truth = json.loads(path.read_text("utf-8"))
        names = truth.get("file", [])
        projects = {"projects": truth.get("projects", [truth])}
        for name in [names] if isinstance(names, str) else names:
            file = folder / "docs" / name
            if file.is_file():
                yield Truth(file, projects)


def figures(tallies: Sequence[Tally]) -> str:
    """Precision, recall and F1: the mean by document, then in total."""
    total = Tally()
    for one in tallies:
        total.add(one)
    parts: tuple[tuple[str, Callable[[Tally], float]], ...] = (
        ("precision", lambda one: one.precision),
        ("recall", lambda one: one.recall),
        ("F1", lambda one: one.f1),
    )
    by_document = " ".join(f"{name} {mean(map(of, tallies)):.3f}" for name, of in parts)
    in_total = " ".join(f"{name} {of(total):.3f}" for name, of in parts)
    return f"mean by document: {by_document}; in total: {in_total}"


def main(folders: Sequence[str]) -> None:
    """Print how the documents of some corpora are read."""
    for folder in map(Path, folders):
        found = [(truth.file.name, truth.judged()) for truth in truths(folder)]
        for name, one in found:
            if one.errors:
                sys.stdout.write(
                    f"{one.precision:.3f} {one.recall:.3f} {one.f1:.3f} {name}\n"
                )
        read = [one for _, one in found]
        sys.stdout.write(f"{folder.name}, N = {len(read)}: {figures(read)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
