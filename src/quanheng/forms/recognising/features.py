"""What speaks for the kind of a row (行的特征)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quanheng.forms.recognising.evidence import GROUPS, Evidence, evidence
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


def features(items: Sequence[Item]) -> list[list[str]]:
    """What speaks for the kind of each item."""
    found = []
    before: tuple[str, ...] = ()
    for item in items:
        shapes = tuple(_coarse(cell.text) for cell in item.row.filled)
        found.append([*_own(item), *_beside(shapes, before)])
        before = shapes
    return found


def _own(item: Item) -> Iterator[str]:
    row = item.row
    filled = row.filled
    yield "bias"
    yield f"n={min(len(filled), 6)}"
    if item.is_line:
        yield "line"
    if item.opens:
        yield "opens"
    if row.carried:
        yield f"carried={min(len(row.carried), 3)}"
    if len(filled) == 1 and filled[0].column_span > len(row.slots) // 2 > 0:
        yield "wide"
    told = [evidence(cell.text) for cell in filled]
    yield from _groups(told)
    counts = Counter(one.shape for one in told)
    for name, number in counts.items():
        yield f"{name}={min(number, _MANY)}"
    for place, one in (("first", told[:1]), ("second", told[1:2]), ("last", told[-1:])):
        for it in one:
            yield from (f"{place}:{mark}" for mark in _marks(it))
    for cell in filled[:3]:
        yield from _written(cell.text)


def _groups(told: Sequence[Evidence]) -> Iterator[str]:
    for group in GROUPS:
        exact = {one.exact[group] for one in told if group in one.exact}
        if exact:
            yield f"{group}={min(len(exact), _MANY)}"
        weak = sum(
            1
            for one in told
            if any(v > _EXPLAINED for v in one.likely.get(group, {}).values())
        )
        if weak:
            yield f"{group}~{min(weak, _MANY)}"
    labels = sum(
        1
        for one in told
        if one.exact
        or any(v > _EXPLAINED for d in one.likely.values() for v in d.values())
    )
    if told:
        yield f"labels={round(4 * labels / len(told))}"


def _marks(one: Evidence) -> Iterator[str]:
    yield one.shape
    for group, name in one.exact.items():
        yield f"{group}.{name}"
    for group, found in one.likely.items():
        best = max(found, key=lambda name: found[name])
        if found[best] > _EXPLAINED:
            yield f"{group}~{best}"


@lru_cache(maxsize=8192)
def _written(text: str) -> tuple[str, ...]:
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


@lru_cache(maxsize=65536)
def _coarse(text: str) -> str:
    found = evidence(text)
    if "category" in found.exact:
        return "class"
    if found.exact:
        return "label"
    return _COARSE.get(found.shape, found.shape)
