"""What decides between pairs that serve a demand alike (优先顺序).

A preference is a share of the value traded. Together they stay below 2 %, so that
none of them ever leaves a demand of any weight unserved.
"""

from datetime import date
from decimal import Decimal
from typing import Final

from quanheng.matching.allocation.market import Market
from quanheng.matching.supply_demand.pairs import Pair

POOR: Final = (0.01, 0.009, 0.008, 0.007, 0.006)
"""For each fifth of what a poor household could sell: the first counts most, so that
sales spread over all of them."""
_CHEAP: Final = 0.002
_SEASON: Final = 0.001
_EARLY: Final = 0.0005
_HORIZON: Final = 180
"""Days from which on an end of season or a delivery is simply far away."""


def preferences(market: Market, on: date) -> list[float]:
    """How much each pair is preferred: low price, season near its end, early days."""
    liked = [0.0] * len(market.pairs)
    for numbers in market.by_demand.values():
        pairs = [market.pairs[number] for number in numbers]
        dearest = max(pair.offer.price or Decimal(0) for pair in pairs)
        for number, pair in zip(numbers, pairs, strict=True):
            liked[number] = (
                _CHEAP * _cheapness(pair, dearest)
                + _SEASON * _nearness(pair.offer.window[1], on)
                + _EARLY * _nearness(pair.first, on)
            )
    return liked


def _cheapness(pair: Pair, dearest: Decimal) -> float:
    price = pair.offer.price
    return float(1 - price / dearest) if price is not None and dearest else 0.0


def _nearness(day: date | None, on: date) -> float:
    return 0.0 if day is None else max(0.0, 1 - max(0, (day - on).days) / _HORIZON)
