"""Pairs of offers and demands that fit, and why others don't (供需是否对得上)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from quanheng.core.bilingual import Words
from quanheng.matching.supply_demand.demands import Demand
from quanheng.matching.supply_demand.goods import Window, near_names, overlap, same_name
from quanheng.matching.supply_demand.offers import Offer

_Check: TypeAlias = Callable[[Offer, Demand], bool]


@dataclass(frozen=True, slots=True)
class Pair:
    """An offer and a demand that it can serve (可对接的供需).

    Attributes:
        offer: The offer.
        demand: The demand.
        first: First day on which it can be delivered.
        last: Last day; None where both are open.
    """

    offer: Offer
    demand: Demand
    first: date
    last: date | None


def _sold_in_one_unit(offer: Offer, demand: Demand) -> bool:
    return offer.unit.converts_to(demand.unit)


def _in_season(offer: Offer, demand: Demand) -> bool:
    return overlap(offer.window, demand.window) is not None


def _affordable(offer: Offer, demand: Demand) -> bool:
    """An open price is still to be agreed on, below the demand's ceiling."""
    if offer.price is None or demand.ceiling is None:
        return True
    return offer.price <= demand.ceiling


def _lot_fits(offer: Offer, demand: Demand) -> bool:
    return offer.lot <= min(offer.stock, demand.quantity)


_CHECKS: Final[tuple[tuple[Words, _Check], ...]] = (
    (Words("计量单位无法换算", "the units do not convert"), _sold_in_one_unit),
    (Words("供应期与需求期不重叠", "not in season when it is needed"), _in_season),
    (Words("单价高于最高限价", "dearer than the highest price"), _affordable),
    (Words("起售量大于需求量或库存", "the smallest lot is too large"), _lot_fits),
)
_NOT_OFFERED: Final = Words("无同名或同类产品在售", "no such product on offer")
_NOT_WANTED: Final = Words("无对应的采购需求", "no such product is wanted")


class Goods:
    """Offers by product and by kind (货源索引)."""

    def __init__(self, offers: Iterable[Offer]) -> None:
        self._products: defaultdict[str, list[Offer]] = defaultdict(list)
        self._kinds: defaultdict[str, list[Offer]] = defaultdict(list)
        for offer in offers:
            self._products[same_name(offer.product)].append(offer)
            self._kinds[same_name(offer.kind)].append(offer)

    def like(self, demand: Demand) -> Sequence[Offer]:
        """The offers of the product, or of the kind, that a demand asks for."""
        if demand.product:
            return self._products.get(same_name(demand.product), ())
        return self._kinds.get(same_name(demand.kind), ())


def pairs_of(
    offers: Sequence[Offer], demands: Sequence[Demand], on: date
) -> tuple[Pair, ...]:
    """Every offer with every demand that it can serve."""
    goods, today = Goods(offers), (on, None)
    return tuple(
        Pair(offer, demand, max(on, days[0] or on), days[1])
        for demand in demands
        for offer in goods.like(demand)
        if (days := _days(offer, demand, today))
    )


def _days(offer: Offer, demand: Demand, today: Window) -> Window | None:
    """The days on which one can serve the other; None where it can't."""
    if not all(check(offer, demand) for _, check in _CHECKS):
        return None
    return overlap(overlap(offer.window, demand.window) or today, today)


def why_unserved(demand: Demand, offers: Sequence[Offer]) -> Words:
    """Why no offer can serve a demand: the check that the last ones fail."""
    alike = ((offer, demand) for offer in Goods(offers).like(demand))
    near = near_names(demand.product, (offer.product for offer in offers))
    return _obstacle(alike, _or_near(_NOT_OFFERED, near))


def why_unwanted(offer: Offer, demands: Sequence[Demand]) -> Words:
    """Why no demand can be served by an offer: the check that the last ones fail."""
    goods = Goods([offer])
    alike = ((offer, demand) for demand in demands if goods.like(demand))
    near = near_names(offer.product, (demand.product for demand in demands))
    return _obstacle(alike, _or_near(_NOT_WANTED, near))


def _or_near(none: Words, near: Sequence[str]) -> Words:
    """That there is no such name, with similar names."""
    if not near:
        return none
    return Words(
        f"{none.zh}；名称相近的有“{'”“'.join(near)}”，未自动对接，应核对",
        f"{none.en}; “{'”, “'.join(near)}” have names like it: look",
    )


def _obstacle(candidates: Iterator[tuple[Offer, Demand]], none: Words) -> Words:
    left, why = list(candidates), none
    for reason, check in _CHECKS:
        if not left:
            break
        left, why = [one for one in left if check(*one)], reason
    return why
