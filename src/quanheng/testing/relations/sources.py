"""Where the documents come from that are changed (样本来源)."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from quanheng.core.errors import QuanhengError
from quanheng.readers import read_document
from quanheng.testing.forms.form import drawn_form
from quanheng.testing.forms.layout import drawn
from quanheng.testing.relations.sample import CARRIER, Sample, blocks_of, sample


def generated(seed: int, count: int) -> Iterator[Sample]:
    """Forms in drawn layouts about drawn facts."""
    for number in range(count):
        # A seed that gives the same forms again is wanted here, not a secret.
        random = Random(f"{seed}/{number}")  # noqa: S311
        form = drawn_form(drawn(random, (CARRIER,)), random)
        yield sample(f"{seed}-{number}", form.blocks)


def in_folder(folder: Path) -> Iterator[Sample]:
    """The documents of a corpus in which a form is found."""
    for path in sorted(folder.glob("docs/*.*")):
        try:
            document = read_document(path.read_bytes(), path.name)
        except QuanhengError:
            continue
        found = sample(path.name, blocks_of(document))
        if found.reading:
            yield found
