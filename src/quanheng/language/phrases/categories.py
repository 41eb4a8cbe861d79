"""Which category a name belongs to, by the terms in it (指标归类)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

LAST_COUNTS: Final = 2
"""Weight of the last term, which is the noun of what is measured."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The categories suggested by the terms of a name (归类依据).

    Attributes:
        shares: Category → its share of the evidence, adding up to 1.
        terms: Category → its terms in the name, in order.
    """

    shares: Mapping[str, Decimal]
    terms: Mapping[str, tuple[str, ...]]

    def share(self, category: str) -> Decimal:
        """The share of one category."""
        return self.shares.get(category, Decimal(0))

    @property
    def best(self) -> tuple[str, ...]:
        """The categories with the largest share; empty without evidence."""
        if not self.shares:
            return ()
        top = max(self.shares.values())
        return tuple(name for name, share in self.shares.items() if share == top)


@dataclass(frozen=True, slots=True)
class Categories:
    """Categories with their terms; one term may stand in several (归类词表)."""

    terms: Mapping[str, Sequence[str]]
    _owners: dict[str, list[str]] = field(init=False, repr=False)
    _by_first: dict[str, list[str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        owners: dict[str, list[str]] = {}
        for category, terms in self.terms.items():
            for term in terms:
                owners.setdefault(term, []).append(category)
        by_first: dict[str, list[str]] = {}
        for term in sorted(owners, key=len, reverse=True):
            by_first.setdefault(term[0], []).append(term)
        object.__setattr__(self, "_owners", owners)
        object.__setattr__(self, "_by_first", by_first)

    def evidence(self, name: str) -> Evidence:
        """The evidence in a name; a longer term hides those inside it."""
        points: dict[str, int] = {}
        terms: dict[str, tuple[str, ...]] = {}
        for term, is_last in self._found(name):
            counts = len(term) * (LAST_COUNTS if is_last else 1)
            for category in self._owners[term]:
                points[category] = points.get(category, 0) + counts
                terms[category] = (*terms.get(category, ()), term)
        total = sum(points.values())
        return Evidence(
            {category: Decimal(count) / total for category, count in points.items()},
            terms,
        )

    def _found(self, name: str) -> Iterator[tuple[str, bool]]:
        """The terms of a name in order, and whether each ends it."""
        position = 0
        while position < len(name):
            for term in self._by_first.get(name[position], ()):
                if name.startswith(term, position):
                    position += len(term)
                    yield term, position == len(name)
                    break
            else:
                position += 1
