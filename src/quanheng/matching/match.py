"""Registers of produce and demands → who should sell what to whom (产销对接).

An answer is a proposal: buyers and sellers decide. Households appear by their number
in the register and by nothing else.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.quantity import rounded
from quanheng.law.book import Law
from quanheng.matching.allocation.allocate import allocate
from quanheng.matching.allocation.markets import markets_of, steps_of
from quanheng.matching.groups import groups_of
from quanheng.matching.reasons import (
    days_left,
    why_sold,
    why_unmet,
    why_unsold,
)
from quanheng.matching.report import MatchReport, Sale, Unmet, Unsold
from quanheng.matching.supply_demand.demands import Demand, demands_of
from quanheng.matching.supply_demand.goods import from_base, price_from_base
from quanheng.matching.supply_demand.offers import Offer, offers_of
from quanheng.matching.supply_demand.pairs import Pair, pairs_of
from quanheng.matching.supply_demand.placed import orders_placed
from quanheng.matching.supply_demand.sellers import sellers_of
from quanheng.registers.register import Register

UNSOLD_DAYS: Final = "consumption_assistance.unsold_days"
_TOLD: Final = 0.001
"""How far from the best a proposal may be without a word."""
_NOBODY_FIRST: Final = Words(
    "帮扶主体台账未标明脱贫户、监测户，未能优先安排",
    "the register of producers marks no poor household: nobody came first",
)


def match(registers: Mapping[str, Register], on: date, law: Law) -> MatchReport:
    """Propose who sells what to whom.

    Args:
        registers: ``produce`` and ``demands``; ``producers`` and ``orders`` where
            there are.
        on: The day of the matching.
        law: How near to its end a season is warned of.

    Raises:
        MissingExtraError: The solver is not installed.
    """
    sellers = sellers_of(registers.get("producers"))
    placed, orders_out = orders_placed(registers.get("orders"), sellers, on)
    offers, produce_out = offers_of(registers["produce"], sellers, placed, on)
    demands, demands_out = demands_of(registers["demands"], placed, on)
    plan = _Plan(offers, demands, on, int(law.number(UNSOLD_DAYS)))
    sales = tuple(plan.sales())
    return MatchReport(
        sales=sales,
        unsold=tuple(plan.unsold()),
        unmet=tuple(plan.unmet()),
        groups=groups_of(offers, sales),
        left_out={
            "produce": produce_out,
            "demands": demands_out,
            "orders": orders_out,
        },
        notes=(
            *_empty(registers),
            *_notes(offers, plan.gap, bool(sellers.poor)),
        ),
    )


def _empty(registers: Mapping[str, Register]) -> Iterator[Words]:
    """The registers without any entry: nothing was matched, not nothing found."""
    for name in ("produce", "demands"):
        if not len(registers[name]):
            title = registers[name].kind.title
            yield Words(
                f"{title.zh}无记录，未进行对接",
                f"{title.en.lower()} have no entries: nothing was matched",
            )


def _notes(offers: Sequence[Offer], gap: float, has_poor: bool) -> Iterator[Words]:
    if not has_poor:
        yield _NOBODY_FIRST
    if bound := sum(offer.bound > 0 for offer in offers):
        yield Words(
            f"{bound}个货源已扣除订单占用的数量",
            f"what orders bind is taken off {bound} offers",
        )
    if gap > _TOLD:
        short = rounded(Decimal(gap) * 100)
        yield Words(
            f"未能确认方案为最优，与最优方案相差不超过{short}%",
            f"not proven best: at most {short}% below it",
        )


class _Plan:
    """The trades of all markets, and what is left on both sides."""

    def __init__(
        self, offers: Sequence[Offer], demands: Sequence[Demand], on: date, near: int
    ) -> None:
        self._offers, self._demands, self._on, self._near = offers, demands, on, near
        self._left = {offer.row: offer.stock for offer in offers}
        self._missing = {demand.row: demand.quantity for demand in demands}
        self._by_offer: defaultdict[int, list[Pair]] = defaultdict(list)
        self._by_demand: defaultdict[int, list[Pair]] = defaultdict(list)
        self._traded: dict[tuple[int, int], Decimal] = {}
        self.gap = 0.0
        pairs = pairs_of(offers, demands, on)
        for pair in pairs:
            self._by_offer[pair.offer.row].append(pair)
            self._by_demand[pair.demand.row].append(pair)
        steps = steps_of(offers, demands)
        for market in markets_of(pairs):
            allocation = allocate(market, steps, on)
            self.gap = max(self.gap, allocation.gap)
            self._traded |= allocation.traded
        for (demand, offer), quantity in self._traded.items():
            self._left[offer] -= quantity
            self._missing[demand] -= quantity

    def sales(self) -> Iterator[Sale]:
        for demand in self._demands:
            rivals = self._by_demand[demand.row]
            for pair in rivals:
                if traded := self._traded.get((demand.row, pair.offer.row)):
                    yield self._sale(pair, traded, rivals)

    def _sale(self, pair: Pair, traded: Decimal, rivals: Sequence[Pair]) -> Sale:
        unit, offer = pair.demand.unit, pair.offer
        quantity = from_base(traded, unit)
        price = None if offer.price is None else price_from_base(offer.price, unit)
        ends = days_left(offer, self._on, self._near) is not None
        return Sale(
            demand=pair.demand,
            offer=offer,
            quantity=quantity,
            price=price,
            amount=None if price is None else rounded(quantity * price),
            first=pair.first,
            last=pair.last,
            reasons=why_sold(pair, rivals, ends),
        )

    def unsold(self) -> list[Unsold]:
        found = []
        for offer in self._offers:
            if left := self._left[offer.row]:
                pairs = self._by_offer[offer.row]
                why = why_unsold(offer, pairs, self._missing, self._demands)
                near = days_left(offer, self._on, self._near)
                found.append(Unsold(offer, from_base(left, offer.unit), why, near))
        far = self._near + 1
        return sorted(
            found, key=lambda one: far if one.days_left is None else one.days_left
        )

    def unmet(self) -> Iterator[Unmet]:
        for demand in self._demands:
            if missing := self._missing[demand.row]:
                pairs = self._by_demand[demand.row]
                why = why_unmet(demand, pairs, self._left, self._offers)
                yield Unmet(demand, from_base(missing, demand.unit), why)
