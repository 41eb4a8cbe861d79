"""How the offers of one market are shared out to its demands (分配).

Two programs, one after the other:

1. The smallest share that any poor household sells, of the stock that the demands
   could take, is made as large as possible.
2. With that share kept, the value of what is served is made as large as possible.
   All who could serve a demand count alike there, so that dear goods gain nothing;
   what is left open is decided by slight preferences (``preferences.py``).

A large market is thinned first: while quantities may be divided and lots are left
aside, a linear program says which pairs would trade at all. How far the answer is
from the best for the whole market is measured and told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from quanheng.matching.allocation.market import Market
from quanheng.matching.allocation.markets import Steps
from quanheng.matching.allocation.program import MOST_NODES
from quanheng.matching.allocation.programs import (
    bounding_program,
    fair_program,
    rough_program,
    valuable_program,
)
from quanheng.matching.supply_demand.pairs import Pair

FAIR: Final = 0.01
"""How near the smallest share comes to the best possible one."""
EXACT: Final = 0.000001
"""How near the value comes to the best possible one, preferences included."""
NEAR: Final = 0.0001
"""The same in a large market that was thinned."""
_LARGE: Final = 300
"""Pairs from which on a market is thinned."""
_ROUNDS: Final = 2
_FEW_NODES: Final = 20
"""Of a large market, where the last hundredth of a share is long in coming."""
_TRADED: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Allocation:
    """What the pairs of a market trade (分配结果).

    Attributes:
        traded: Row of a demand and row of an offer → base units, where there are any.
        gap: By what share of the value it may be short of the best.
    """

    traded: Mapping[tuple[int, int], Decimal]
    gap: float


def allocate(pairs: Sequence[Pair], steps: Steps, on: date) -> Allocation:
    """Share out the offers of one market.

    Raises:
        MissingExtraError: The solver is not installed.
    """
    whole = Market(pairs, steps)
    if not any(whole.most):
        return Allocation({}, 0.0)
    is_large = len(pairs) > _LARGE
    market = _thinned(whole, on) if is_large else whole
    least = 0.0
    if market.households:
        nodes = _FEW_NODES if is_large else MOST_NODES
        fairest = fair_program(market).solve(absolute=FAIR, nodes=nodes).values
        least = market.least_share(_counts(market, fairest))
    near = NEAR if is_large else EXACT
    solved = valuable_program(market, least, on).solve(relative=near)
    gap = solved.gap
    if is_large:
        best = bounding_program(whole, least, on).solve(divided=True).aim
        gap = max(0.0, 1 - solved.aim / best)
    return Allocation(_quantities(market, _counts(market, solved.values)), gap)


def _thinned(whole: Market, on: date) -> Market:
    """A market with the pairs that trade while quantities may be divided.

    Pairs that trade less than half of their smallest lot are struck out, and what
    they leave goes to others.
    """
    promising: set[int] = set()
    left = list(range(len(whole.pairs)))
    for _ in range(_ROUNDS):
        market = whole.thinned(left)
        values = rough_program(market, on).solve(divided=True).values
        trading = {
            number: value * float(whole.steps[number])
            for number, value in zip(left, values, strict=False)
            if value > _TRADED
        }
        promising |= trading.keys()
        struck = {
            number
            for number, quantity in trading.items()
            if quantity < float(whole.pairs[number].offer.lot) / 2
        }
        if not struck:
            break
        left = [number for number in left if number not in struck]
    return whole.thinned(promising)


def _counts(market: Market, values: Sequence[float]) -> tuple[int, ...]:
    """The steps that each pair trades; what other columns say is left aside."""
    return tuple(round(value) for value in values[: len(market.pairs)])


def _quantities(
    market: Market, counts: Sequence[int]
) -> dict[tuple[int, int], Decimal]:
    return {
        (pair.demand.row, pair.offer.row): count * step
        for pair, step, count in zip(market.pairs, market.steps, counts, strict=True)
        if count
    }
