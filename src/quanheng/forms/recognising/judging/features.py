"""What speaks for the kind of a row (行的特征)."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import eq
from typing import Final

from quanheng.forms.recognising.judging.evidence import Evidence, evidence
from quanheng.forms.recognising.rows import Row
from quanheng.language.folding import folded

_EXPLAINED: Final = 0.9
_MANY: Final = 3
_TITLE: Final = re.compile(r"自评(?:报告|表|价表)|绩效.{0,10}(?:表|报告|申报)")
_YEAR: Final = re.compile(r"[(]?\s*(?:19|20)\d\d\s*年?度?\s*[)]?")
_NUMBERINGS: Final = (
    ("chapter", re.compile(r"[一二三四五六七八九十]{1,2}[、.]")),
    ("section", re.compile(r"\([一二三四五六七八九十]{1,2}\)")),
    ("item", re.compile(r"\d{1,2}\s*[、.)](?!\d)|\(\d{1,2}\)|[①-⑳]")),
    ("named", re.compile(r"[一-鿿]{2,4}\d{1,2}\s*[:.、]")),
    ("part", re.compile(r"其中")),
)
_LABELLED: Final = re.compile(r"\s*[^:\s]{2,16}\s*:\s*\S.*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a table or a line, in the order of the document (行或段).

    Attributes:
        row: Its cells; a line is a row of one cell.
        is_line: Whether it stands outside tables.
        opens: Whether a table begins with it.
    """

    row: Row
    is_line: bool = False
    opens: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    """What one text says, worked out once (单格特征).

    Attributes:
        shape: Its look as a value.
        coarse: Its look in few classes.
        groups: The groups of labels that list it, with its meaning.
        weak: The groups of labels whose words it is made of.
        marks: What it says at the first, second or last place of a row.
        written: What it says by how it is written.
        numbering: How it is numbered, empty where it is not.
    """

    shape: str
    coarse: str
    groups: tuple[tuple[str, str], ...]
    weak: tuple[str, ...]
    marks: tuple[str, ...]
    written: tuple[str, ...]
    numbering: str


@lru_cache(maxsize=65536)
def _told(text: str) -> _Told:
    found = evidence(text)
    weak = tuple(
        group
        for group, known in found.likely.items()
        if max(known.values()) > _EXPLAINED
    )
    told = _Told(
        found.shape,
        _coarse(found, weak),
        tuple(found.exact.items()),
        weak,
        tuple(_marks(found)),
        written(text),
        _numbering(text),
    )
    return _shared(told)


@lru_cache(maxsize=65536)
def _shared(told: _Told) -> _Told:
    """One object for all texts that look alike, so that rows are told apart by it."""
    return told


@dataclass(frozen=True, slots=True)
class _Look:
    """How a row looks from afar, for the rows beside it (外观).

    Attributes:
        shapes: The coarse shape of each of its cells.
        places: The grid column at which each of its cells begins.
        is_line: Whether it stands outside tables.
    """

    shapes: tuple[str, ...]
    places: tuple[int, ...]
    is_line: bool


_NOTHING: Final = _Look((), (), is_line=True)


def features(items: Sequence[Item]) -> list[list[str]]:
    """What speaks for the kind of each item; rows that look alike share theirs."""
    told = [tuple(_told(cell.text) for cell in item.row.filled) for item in items]
    looks = list(map(_look, items, told))
    known: dict[Hashable, list[str]] = {}
    found = []
    for place, (item, one, look) in enumerate(zip(items, told, looks, strict=True)):
        before = looks[place - 1] if place else _NOTHING
        after = looks[place + 1] if place + 1 < len(looks) else _NOTHING
        frame = item.opens, len(item.row.carried), _is_wide(item)
        key = tuple(map(id, one)), frame, look, before, after
        if key not in known:
            known[key] = [
                *_own(item, one),
                *_shapes(look),
                *_beside(look, "above", before),
                *_beside(look, "below", after),
            ]
        found.append(known[key])
    return found


def _is_wide(item: Item) -> bool:
    """Whether one cell takes more than half of the grid, and stands alone."""
    filled = item.row.filled
    return len(filled) == 1 and filled[0].column_span > len(item.row.slots) // 2 > 0


def _look(item: Item, told: Sequence[_Told]) -> _Look:
    shapes = tuple(one.coarse for one in told)
    places = tuple(cell.column for cell in item.row.filled)
    return _Look(shapes, places, item.is_line)


def _shapes(look: _Look) -> Iterator[str]:
    """The shapes of the cells in their order, repeated ones once."""
    runs = [shape for shape, _ in groupby(look.shapes)]
    yield f"shapes={' '.join(runs[:5])}"
    yield f"distinct={len(set(runs))}"


def _own(item: Item, told: Sequence[_Told]) -> Iterator[str]:
    row = item.row
    yield "bias"
    yield f"n={min(len(told), 6)}"
    if item.is_line:
        yield "line"
    if item.opens:
        yield "opens"
    if row.carried:
        yield f"carried={min(len(row.carried), 3)}"
    if _is_wide(item):
        yield "wide"
    yield from _groups(told)
    counts = Counter(one.shape for one in told)
    for name, number in counts.items():
        yield f"{name}={min(number, _MANY)}"
    for place, one in zip(("first", "second"), told, strict=False):
        yield from (f"{place}:{mark}" for mark in one.marks)
    for one in told[-1:]:
        yield from (f"last:{mark}" for mark in one.marks)
    for one in told[:3]:
        yield from one.written
    for one in told[:1]:
        yield f"begins={one.numbering}"


def _groups(told: Sequence[_Told]) -> Iterator[str]:
    exact: defaultdict[str, set[str]] = defaultdict(set)
    for one in told:
        for group, name in one.groups:
            exact[group].add(name)
    for group, names in exact.items():
        yield f"{group}={min(len(names), _MANY)}"
    for group, number in Counter(group for one in told for group in one.weak).items():
        yield f"{group}~{min(number, _MANY)}"
    if told:
        labels = sum(1 for one in told if one.groups or one.weak)
        yield f"labels={round(4 * labels / len(told))}"


def _marks(one: Evidence) -> Iterator[str]:
    yield one.shape
    for group, name in one.exact.items():
        yield f"{group}.{name}"
    for group, found in one.likely.items():
        best = max(found, key=lambda name: found[name])
        if found[best] > _EXPLAINED:
            yield f"{group}~{best}"


def _numbering(text: str) -> str:
    plain = folded(text).lstrip()
    return next((name for name, known in _NUMBERINGS if known.match(plain)), "")


def written(text: str) -> tuple[str, ...]:
    """What a text says by the way it is written: a title, a year, a label inside."""
    plain = folded(text)
    marks = []
    if _TITLE.search(plain) and len(plain) < 60:
        marks.append("title")
    if _YEAR.fullmatch(plain.strip()):
        marks.append("year")
    if _LABELLED.fullmatch(plain):
        marks.append("labelled")
        label = plain.split(":")[0]
        marks += [f"labelled:{mark}" for mark in _marks(evidence(label))]
    return tuple(marks)


def _beside(look: _Look, where: str, other: _Look) -> Iterator[str]:
    """How a row looks beside the one above it or below it."""
    if not look.shapes or not other.shapes or look.is_line != other.is_line:
        yield f"{where}:{'line' if other.shapes and other.is_line else 'none'}"
        return
    here, there = len(look.shapes), len(other.shapes)
    alike = sum(map(eq, look.shapes[::-1], other.shapes[::-1]))
    yield f"{where}:alike={round(4 * alike / max(here, there))}"
    aligned = len(set(look.places) & set(other.places))
    yield f"{where}:aligned={round(4 * aligned / max(here, there))}"
    yield f"{where}:first={other.shapes[0]}"
    yield f"{where}:last={other.shapes[-1]}"
    yield f"{where}:longer={(there > here) - (there < here)}"


_COARSE: Final = {
    "points": "number",
    "range": "value",
    "signed": "value",
    "percent": "value",
    "amount": "value",
    "clause": "prose",
    "phrase": "text",
    "word": "text",
    "organisation": "text",
    "filler": "dash",
}


def _coarse(found: Evidence, weak: Sequence[str]) -> str:
    if "category" in found.exact:
        return "class"
    if found.exact:
        return "label"
    if weak:
        return "likely"
    return _COARSE.get(found.shape, found.shape)
