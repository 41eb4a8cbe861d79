"""Changes of a document that leave what it says, or change one thing of it (改写)."""

import re
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any, Final, TypeAlias

from quanheng.testing.forms.facts import vocabulary
from quanheng.testing.forms.form import Truth
from quanheng.testing.forms.grid import Block, Cell, Line, Sheet, strip, width_of
from quanheng.testing.forms.heads import head_words
from quanheng.testing.forms.script import Writing
from quanheng.testing.relations.grids import (
    replaced,
    with_texts,
)
from quanheng.testing.relations.sample import CARRIER, Sample, Value, values

_READING: Final = re.compile("[(][a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*[)]")
"""What pinyin leaves behind a sign."""
_FIGURES: Final = ("weight", "score", "total")


@dataclass(frozen=True, slots=True)
class Changed:
    """A changed document, and what is to be read of it.

    Attributes:
        blocks: Its lines and tables.
        truth: What is to be read.
        carrier: What it is read from.
    """

    blocks: tuple[Block, ...]
    truth: Truth
    carrier: str = CARRIER


Change: TypeAlias = Callable[[Sample, Random], Changed | None]
"""A change; None where a document has nothing that could be changed so."""


def carried(carrier: str) -> Change:
    """The same in a file of another kind."""
    return lambda sample, random: Changed(sample.blocks, sample.truth, carrier)


def in_script(script: str) -> Change:
    """The same in another script."""

    def change(sample: Sample, random: Random) -> Changed | None:
        writing = Writing(script)
        blocks = tuple(map(writing.block, sample.blocks))
        if blocks == sample.blocks or _READING.search(str(sample.blocks)):
            return None  # it has no such sign, or is written so already
        return Changed(blocks, writing.truth(sample.truth))

    return change


# -- head words


def with_synonym(sample: Sample, random: Random) -> Changed | None:
    """One head in other words."""
    words = [
        cell.text for sheet in sample.sheets for row in sheet.rows for cell in row.cells
    ]
    known = sorted({word for word in words if word in _synonyms()})
    if not known:
        return None
    word = random.choice(known)
    other = random.choice(_synonyms()[word])
    blocks = tuple(
        _with_word(block, word, other) if isinstance(block, Sheet) else block
        for block in sample.blocks
    )
    return Changed(blocks, sample.truth)


def _with_word(sheet: Sheet, word: str, other: str) -> Sheet:
    places = {
        (row, column): other
        for row, column, cell in sheet.placed()
        if cell.text == word
    }
    return with_texts(sheet, places)


@cache
def _synonyms() -> dict[str, list[str]]:
    """Usual head words with others that mean the same and nothing else."""
    found: dict[str, list[str]] = {}
    every = {role: _words(data) for role, data in head_words().items()}
    counts = Counter(word for words in every.values() for word in words)
    for usual, *others in every.values():
        alone = [word for word in others if counts[word] == 1]
        if alone and counts[usual] == 1:
            found[usual] = alone
    return found


def _words(data: dict[str, Any]) -> list[str]:
    parts = [data[way] for way in ("usual", "synonym", "composed") if way in data]
    words = [part if isinstance(part, list) else [part] for part in parts]
    return list(dict.fromkeys(word for part in words for word in part))


# -- one figure


def figure_changed(sample: Sample, random: Random) -> Changed | None:
    """One figure another: one field changes."""
    cells = {
        (n, r, c): cell
        for n, sheet in enumerate(sample.sheets)
        for r, c, cell in sheet.placed()
    }
    found = [
        value
        for value in values(sample.reading)
        if value.raw.replace(".", "").isdigit() and value.place.endswith(_FIGURES)
        if _stands_in(cells.get(_cell(value)), value)
    ]
    if not found:
        return None
    value = random.choice(found)
    text = value.raw[:-1] + str((int(value.raw[-1]) + 1) % 10)
    number, *place = _cell(value)
    sheet = with_texts(sample.sheets[number], {(place[0], place[1]): text})
    truth = deepcopy(sample.truth)
    inner: Any = truth
    for step in value.steps[:-1]:
        inner = inner[step]
    inner[value.steps[-1]] = text
    return Changed(replaced(sample.blocks, number, sheet), truth)


def _cell(value: Value) -> tuple[int, int, int]:
    return value.at.table - 1, value.at.row - 1, value.at.column - 1


def _stands_in(cell: Cell | None, value: Value) -> bool:
    return cell is not None and cell.text.strip() == value.raw and cell.down == 1


# -- what stands beside a form


def with_footnote(sample: Sample, random: Random) -> Changed | None:
    """A note in the last row of the last table."""
    if not sample.sheets:
        return None
    last = sample.sheets[-1]
    note = random.choice(vocabulary()["footnotes"])
    rows = [*last.rows, strip("note", Cell(note, last.width))]
    sheet = Sheet(rows, last.width)
    return Changed(replaced(sample.blocks, -1, sheet), sample.truth)


def with_decoy(sample: Sample, random: Random) -> Changed:
    """A table of something else below."""
    decoy = random.choice(vocabulary()["decoys"])
    rows = [strip("other", *row) for row in decoy]
    below = Line("附：其他情况"), Sheet(rows, width_of(rows))
    return Changed((*sample.blocks, *below), sample.truth)


def with_another(other: Sample) -> Change:
    """Another form in the same file."""

    def change(sample: Sample, random: Random) -> Changed | None:
        truths = [*sample.truth["projects"], *other.truth["projects"]]
        names = [truth["project"].get("name") for truth in truths]
        if len(set(names)) != len(names) or not all(names):
            return None
        return Changed((*sample.blocks, *other.blocks), {"projects": truths})

    return change
