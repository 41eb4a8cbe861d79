"""The relations, and how far readings keep to them (蜕变关系)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Final

from quanheng.forms.labels import is_label, meaning
from quanheng.language.folding import folded
from quanheng.testing.forms.grid import Line, Sheet
from quanheng.testing.forms.scoring import Tally, tally
from quanheng.testing.relations import changes, rearranging
from quanheng.testing.relations.changes import Change
from quanheng.testing.relations.sample import Sample, bare, read_from, values

CHANGES: Final[Mapping[str, Change]] = {
    "as docx": changes.carried("docx"),
    "as xlsx": changes.carried("xlsx"),
    "traditional characters": changes.in_script("traditional"),
    "pinyin residue": changes.in_script("pinyin"),
    "odd signs": changes.in_script("odd_signs"),
    "a synonym of a head": changes.with_synonym,
    "order of columns": rearranging.columns_exchanged,
    "transposed": rearranging.transposed,
    "split into parts": rearranging.parts_split,
    "split over pages": rearranging.rows_split,
    "two rows exchanged": rearranging.rows_exchanged,
    "one figure changed": changes.figure_changed,
    "a footnote": changes.with_footnote,
    "a table of something else": changes.with_decoy,
}
"""Changes after which the same is to be read, or the same but for what was changed."""
ANOTHER: Final = "two forms in a file"
_LABELS: Final = ("level1", "level2", "grade", "year", "unit")
"""Fields whose values may be words that head something elsewhere."""


@dataclass
class Kept:
    """How far a relation was kept (守恒率).

    Attributes:
        values: The values that were to be read.
        documents: In how many documents it was tried.
        broken: The documents in which it did not hold for every value.
    """

    values: Tally = field(default_factory=Tally)
    documents: int = 0
    broken: list[str] = field(default_factory=list)

    def add(self, name: str, found: Tally) -> None:
        """Count a document in."""
        self.values.add(found)
        self.documents += 1
        if found.errors:
            self.broken.append(name)


def kept(samples: Iterable[Sample], seed: int) -> dict[str, Kept]:
    """How far each relation was kept in samples.

    Args:
        samples: The documents; each is also put behind the one before it.
        seed: What chance begins with.
    """
    found: dict[str, Kept] = {}
    before: Sample | None = None
    for sample in samples:
        tried = dict(CHANGES)
        if before is not None:
            tried[ANOTHER] = changes.with_another(before)
        for name, change in tried.items():
            if (seen := _changed(sample, change, f"{seed}/{sample.name}")) is not None:
                found.setdefault(name, Kept()).add(sample.name, seen)
        for name, says in _ALWAYS.items():
            found.setdefault(name, Kept()).add(sample.name, says(sample))
        before = sample
    return found


def _changed(sample: Sample, change: Change, seed: str) -> Tally | None:
    # A seed that gives the same change again is wanted here, not a secret.
    after = change(sample, Random(seed))  # noqa: S311
    if after is None:
        return None
    return tally(after.truth, read_from(after.blocks, after.carrier))


# -- relations of one reading alone


def _no_label(sample: Sample) -> Tally:
    """No label is a value."""
    found = Tally()
    for value in values(sample.reading):
        if value.raw and not value.place.endswith(_LABELS):
            # An indicator may be named like a row of the budget: 预算执行率.
            is_name = value.place.endswith("level3")
            label = meaning("indicator", value.raw) if is_name else is_label(value.raw)
            found.compare(value.place, "", True, not label)
    return found


def _occurs(sample: Sample) -> Tally:
    """Every value occurs in the document."""
    text = folded(bare("".join(_text(sample))))
    found = Tally()
    for value in values(sample.reading):
        if value.raw and not value.is_joined:
            found.compare(value.place, "", True, folded(bare(value.raw)) in text)
    return found


def _text(sample: Sample) -> Iterator[str]:
    for block in sample.blocks:
        if isinstance(block, Line):
            yield block.text
        elif isinstance(block, Sheet):
            yield from (cell.text for row in block.rows for cell in row.cells)


_ALWAYS: Final[Mapping[str, Callable[[Sample], Tally]]] = {
    "no label is a value": _no_label,
    "every value occurs": _occurs,
}
NAMES: Final = (*CHANGES, ANOTHER, *_ALWAYS)
"""All relations."""
