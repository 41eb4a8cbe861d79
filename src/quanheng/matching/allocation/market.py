"""The figures of one market, in steps and as a solver needs them (市场数据)."""

from collections.abc import Iterable, Sequence
from copy import copy
from decimal import Decimal
from statistics import median
from typing import TypeVar

from quanheng.matching.allocation.markets import Steps, whole_steps
from quanheng.matching.supply_demand.pairs import Pair

_Key = TypeVar("_Key", int, str)


class Market:
    """Pairs that hang together, with what each can trade and is worth (市场).

    Attributes:
        pairs: The pairs.
        steps: Base units that one step of each pair is.
        most: Steps that each pair can trade at most.
        worth: What a step of each pair is worth in 元: the usual price of what the
            demand asks for, the same for all who could serve it.
        takings: What a step of each pair counts in the share of its seller: for one
            offer the same, whoever buys it.
        by_offer: Row of an offer → numbers of its pairs.
        by_demand: Row of a demand → numbers of its pairs.
        households: Number of a poor household → numbers of its pairs.
        reach: Number of a poor household → what of its stock the demands could take.
    """

    def __init__(self, pairs: Sequence[Pair], steps: Steps) -> None:
        self.pairs = list(pairs)
        self.steps = [steps[pair.offer.unit.base] for pair in pairs]
        self._group()
        self.most = [
            min(self.stock(number), self.wanted(number)) for number in range(len(pairs))
        ]
        self.worth = self._worth()
        self.takings = self._takings()
        self.reach = {
            household: self._reach(numbers)
            for household, numbers in self.households.items()
        }

    def thinned(self, numbers: Iterable[int]) -> "Market":
        """The same market with some of its pairs; what they are worth stays."""
        kept, market = sorted(numbers), copy(self)
        market.pairs = [self.pairs[number] for number in kept]
        market.steps = [self.steps[number] for number in kept]
        market.most = [self.most[number] for number in kept]
        market.worth = [self.worth[number] for number in kept]
        market.takings = [self.takings[number] for number in kept]
        market._group()
        return market

    def _group(self) -> None:
        self.by_offer = _grouped([pair.offer.row for pair in self.pairs])
        self.by_demand = _grouped([pair.demand.row for pair in self.pairs])
        poor = [one.offer.producer if one.offer.is_poor else "" for one in self.pairs]
        self.households = _grouped(poor)
        self.households.pop("", None)

    def stock(self, number: int) -> int:
        """Steps that the offer of a pair holds."""
        return whole_steps(self.pairs[number].offer.stock, self.steps[number])

    def wanted(self, number: int) -> int:
        """Steps that the demand of a pair asks for."""
        return whole_steps(self.pairs[number].demand.quantity, self.steps[number])

    def least_share(self, traded: Sequence[int]) -> float:
        """The smallest share that a poor household sells of what it could sell."""
        sold = {
            household: sum(traded[number] * self.takings[number] for number in numbers)
            for household, numbers in self.households.items()
        }
        return min(
            (
                sold.get(household, 0.0) / reach
                for household, reach in self.reach.items()
                if reach
            ),
            default=0.0,
        )

    def _worth(self) -> list[float]:
        worth = [0.0] * len(self.pairs)
        for numbers in self.by_demand.values():
            usual = _usual_price([self.pairs[number] for number in numbers])
            for number in numbers:
                worth[number] = float(usual * self.steps[number])
        return worth

    def _takings(self) -> list[float]:
        takings = [0.0] * len(self.pairs)
        for numbers in self.by_offer.values():
            best = max(self.worth[number] for number in numbers)
            for number in numbers:
                takings[number] = best
        return takings

    def _reach(self, numbers: Sequence[int]) -> float:
        """What of a household's offers the demands could take."""
        reach = 0.0
        for number in numbers:
            same = self.by_offer[self.pairs[number].offer.row]
            if number == same[0]:
                wanted = sum(self.most[one] for one in same)
                reach += min(self.stock(number), wanted) * self.takings[number]
        return reach


def _grouped(keys: Sequence[_Key]) -> dict[_Key, list[int]]:
    groups: dict[_Key, list[int]] = {}
    for number, key in enumerate(keys):
        groups.setdefault(key, []).append(number)
    return groups


def _usual_price(pairs: Sequence[Pair]) -> Decimal:
    """The middle price of those who could serve a demand; its ceiling where none."""
    prices = [pair.offer.price for pair in pairs if pair.offer.price]
    return median(prices) if prices else pairs[0].demand.ceiling or Decimal(1)
