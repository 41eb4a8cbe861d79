"""What speaks for the kind of a row (行的特征)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quanheng.forms.recognising.evidence import Evidence, evidence
from quanheng.forms.recognising.rows import Row
from quanheng.language.folding import folded

_EXPLAINED: Final = 0.9
_MANY: Final = 3
_TITLE: Final = re.compile(r"自评(?:报告|表|价表)|绩效.{0,10}(?:表|报告|申报)")
_YEAR: Final = re.compile(r"[(]?\s*(?:19|20)\d\d\s*年?度?\s*[)]?")
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
    """

    shape: str
    coarse: str
    groups: tuple[tuple[str, str], ...]
    weak: tuple[str, ...]
    marks: tuple[str, ...]
    written: tuple[str, ...]


@lru_cache(maxsize=65536)
def _told(text: str) -> _Told:
    found = evidence(text)
    weak = tuple(
        group
        for group, known in found.likely.items()
        if max(known.values()) > _EXPLAINED
    )
    return _Told(
        found.shape,
        _coarse(found),
        tuple(found.exact.items()),
        weak,
        tuple(_marks(found)),
        written(text),
    )


def features(items: Sequence[Item]) -> list[list[str]]:
    """What speaks for the kind of each item."""
    found = []
    before: tuple[str, ...] = ()
    for item in items:
        told = [_told(cell.text) for cell in item.row.filled]
        shapes = tuple(one.coarse for one in told)
        found.append([*_own(item, told), *_beside(shapes, before)])
        before = shapes
    return found


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
    if len(told) == 1 and row.filled[0].column_span > len(row.slots) // 2 > 0:
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


def _beside(shapes: tuple[str, ...], before: tuple[str, ...]) -> Iterator[str]:
    """How a row looks beside the one above it."""
    if not shapes or not before:
        return
    alike = sum(a == b for a, b in zip(shapes[::-1], before[::-1], strict=False))
    yield f"alike={round(4 * alike / max(len(shapes), len(before)))}"


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


def _coarse(found: Evidence) -> str:
    if "category" in found.exact:
        return "class"
    if found.exact:
        return "label"
    return _COARSE.get(found.shape, found.shape)
