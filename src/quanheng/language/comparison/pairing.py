"""Pairing of the names in two lists (名称配对)."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.language.similarity import bare, similarity

_SAME: Final = Decimal(1)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of the same thing (配对).

    Attributes:
        one: Position in the first list.
        other: Position in the second list.
        likeness: Their similarity, 1 if only punctuation differs.
    """

    one: int
    other: int
    likeness: Decimal


def pairs_of_names(
    ones: Sequence[str], others: Sequence[str], floor: Decimal
) -> tuple[Pair, ...]:
    """Pairs of equal and similar names, every name at most once.

    Equal names are paired first and in order; the others by similarity, which must
    reach the floor, the most similar first.
    """
    pairs = list(_equal(ones, others))
    taken_ones = {pair.one for pair in pairs}
    taken_others = {pair.other for pair in pairs}
    left = [n for n in range(len(others)) if n not in taken_others]
    near = (
        Pair(n, m, similarity(name, others[m]))
        for n, name in enumerate(ones)
        if n not in taken_ones and bare(name)
        for m in left
    )
    for pair in sorted(
        (pair for pair in near if pair.likeness >= floor),
        key=lambda pair: -pair.likeness,
    ):
        if pair.one not in taken_ones and pair.other not in taken_others:
            taken_ones.add(pair.one)
            taken_others.add(pair.other)
            pairs.append(pair)
    return tuple(sorted(pairs, key=lambda pair: pair.one))


def _equal(ones: Sequence[str], others: Sequence[str]) -> Iterator[Pair]:
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for position, name in enumerate(others):
        waiting[bare(name)].append(position)
    for position, name in enumerate(ones):
        if (key := bare(name)) and waiting[key]:
            yield Pair(position, waiting[key].popleft(), _SAME)
