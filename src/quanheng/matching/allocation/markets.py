"""Offers and demands that hang together, and the steps they are shared in (市场)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import Final, TypeAlias

from quanheng.core.quantity import Dimension
from quanheng.matching.supply_demand.demands import Demand
from quanheng.matching.supply_demand.offers import Offer
from quanheng.matching.supply_demand.pairs import Pair

Steps: TypeAlias = Mapping[str, Decimal]
"""Base unit → the quantity that is not divided further: 箱 → 1, 公斤 → 0.1."""

_FINEST: Final = 3
"""Decimal places of a 公斤 at most: grams."""


def markets_of(pairs: Sequence[Pair]) -> tuple[tuple[Pair, ...], ...]:
    """The pairs of each market by itself, in the order of their first pairs.

    Two pairs are of one market where they share an offer, a demand or a poor
    household: what happens in one market changes nothing in another.
    """
    leader: dict[tuple[str, int | str], tuple[str, int | str]] = {}

    def root(node: tuple[str, int | str]) -> tuple[str, int | str]:
        while leader.setdefault(node, node) != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    for pair in pairs:
        offer = root(("offer", pair.offer.row))
        leader[root(("demand", pair.demand.row))] = offer
        if pair.offer.is_poor:
            leader[root(("household", pair.offer.producer))] = offer
    markets: defaultdict[tuple[str, int | str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        markets[root(("offer", pair.offer.row))].append(pair)
    return tuple(tuple(market) for market in markets.values())


def steps_of(offers: Iterable[Offer], demands: Iterable[Demand]) -> Steps:
    """The steps of all base units: whole pieces; of weight the finest place recorded.

    A register in whole 公斤 is shared in whole 公斤.
    """
    places: dict[str, int] = {}
    amounts = [(one.unit, amount) for one in offers for amount in (one.stock, one.lot)]
    amounts += [(demand.unit, demand.quantity) for demand in demands]
    for unit, amount in amounts:
        known = places.setdefault(unit.base, 0)
        if unit.dimension is not Dimension.COUNT:
            places[unit.base] = max(known, min(_places(amount), _FINEST))
    return {base: Decimal(1).scaleb(-number) for base, number in places.items()}


def whole_steps(amount: Decimal, step: Decimal) -> int:
    """How many whole steps an amount holds."""
    return int((amount / step).to_integral_value(ROUND_FLOOR))


def _places(amount: Decimal) -> int:
    exponent = amount.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
