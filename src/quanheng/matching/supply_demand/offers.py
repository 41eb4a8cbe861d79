"""Stock that is on offer: produce less what orders have bound (可售货源)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import LeftOut
from quanheng.core.quantity import Unit
from quanheng.matching.supply_demand.goods import (
    Window,
    in_base,
    overlap,
    price_in_base,
    sale_unit,
    same_name,
)
from quanheng.matching.supply_demand.leaving import Leaving
from quanheng.matching.supply_demand.placed import Placed
from quanheng.matching.supply_demand.sellers import Sellers
from quanheng.registers.register import Register

_FIELDS: Final = (
    "listed_on",
    "producer",
    "product",
    "kind",
    "quantity",
    "unit",
    "price",
    "sold_from",
    "sold_until",
    "smallest_lot",
)
_INCOMPLETE: Final = Words(
    "未填写主体编号、数量或计量单位", "without producer, quantity or unit"
)
_LATER: Final = Words("登记日期在对接日之后", "listed after the day of the matching")
_OVER: Final = Words("已过可售期", "the season is over")
_RELISTED: Final = Words(
    "同一主体同一产品有更近的登记，以最近一次为准",
    "listed anew by the same producer: the last listing counts",
)
_BOUND: Final = Words("已被订单占用", "bound by orders")


@dataclass(frozen=True, slots=True)
class Offer:
    """Produce of one seller that can still be sold (货源).

    Quantities are in base units (公斤 for 吨), prices in 元 for one of them.

    Attributes:
        row: Its row in the register of produce.
        producer: Number of the seller.
        is_poor: Whether the seller is a 脱贫户 or 监测户.
        product: Name of the product.
        kind: Kind of the product (品类), empty where it is not told.
        unit: Unit it is sold in.
        stock: What is left to sell.
        bound: What orders have bound of the listed quantity.
        price: Price; None where it is open.
        window: First and last day of the season.
        lot: Smallest quantity that is sold at once; 0 for any.
        listed_on: The day it was listed.
    """

    row: int
    producer: str
    is_poor: bool
    product: str
    kind: str
    unit: Unit
    stock: Decimal
    bound: Decimal
    price: Decimal | None
    window: Window
    lot: Decimal
    listed_on: date


def offers_of(
    register: Register, sellers: Sellers, placed: Sequence[Placed], on: date
) -> tuple[tuple[Offer, ...], tuple[LeftOut, ...]]:
    """What of a register of produce is on offer on a day, and what is not.

    A quantity is what could be sold on the day it was listed. Open orders and those
    placed since then are taken off.
    """
    leaving = Leaving()
    listed = _standing(_listed(register, sellers, on, leaving), leaving)
    found = []
    for offer in _less_bound(listed, placed):
        last = offer.window[1]
        if last is not None and last < on:
            leaving.leave(offer.row, _OVER)
        elif offer.stock <= 0:
            leaving.leave(offer.row, _BOUND)
        else:
            found.append(offer)
    return tuple(found), leaving.all()


def _listed(
    register: Register, sellers: Sellers, on: date, leaving: Leaving
) -> Iterator[Offer]:
    for row, *values in zip(register.rows, *map(register.column, _FIELDS), strict=True):
        said: dict[str, Any] = dict(zip(_FIELDS, values, strict=True))
        if not (said["producer"] and said["quantity"] and said["unit"]):
            leaving.leave(row, _INCOMPLETE)
        elif said["listed_on"] > on:
            leaving.leave(row, _LATER)
        else:
            yield _offer(row, said, sellers)


def _offer(row: int, said: dict[str, Any], sellers: Sellers) -> Offer:
    unit, number = sale_unit(said["unit"]), sellers.number(said["producer"])
    price = said["price"]
    return Offer(
        row=row,
        producer=number,
        is_poor=number in sellers.poor,
        product=said["product"],
        kind=said["kind"] or "",
        unit=unit,
        stock=in_base(said["quantity"], unit),
        bound=Decimal(0),
        price=None if price is None else price_in_base(price, unit),
        window=(said["sold_from"], said["sold_until"]),
        lot=in_base(said["smallest_lot"] or Decimal(0), unit),
        listed_on=said["listed_on"],
    )


def _standing(listed: Iterable[Offer], leaving: Leaving) -> Iterator[tuple[Offer, ...]]:
    """The offers of one seller and product that stand: of one season the last."""
    groups: defaultdict[tuple[str, str, str], list[Offer]] = defaultdict(list)
    for offer in listed:
        key = offer.producer, same_name(offer.product), offer.unit.base
        groups[key].append(offer)
    for group in groups.values():
        standing: list[Offer] = []
        for offer in sorted(group, key=lambda one: (one.listed_on, one.row))[::-1]:
            if any(overlap(offer.window, other.window) for other in standing):
                leaving.leave(offer.row, _RELISTED)
            else:
                standing.append(offer)
        yield tuple(sorted(standing, key=lambda one: one.window[0] or date.min))


def _less_bound(
    groups: Iterable[tuple[Offer, ...]], placed: Sequence[Placed]
) -> list[Offer]:
    """The offers less what orders bind, the earliest season first."""
    by_goods: defaultdict[tuple[str, str, str], list[Placed]] = defaultdict(list)
    for order in placed:
        by_goods[order.producer, order.product, order.unit.base].append(order)
    found = []
    for group in groups:
        offer = group[0]
        key = offer.producer, same_name(offer.product), offer.unit.base
        left = [(order, order.quantity) for order in by_goods[key]]
        for one in group:
            bound, rest = Decimal(0), []
            for order, quantity in left:
                counts = order.is_open or order.day >= one.listed_on
                taken = min(quantity, one.stock - bound) if counts else Decimal(0)
                bound += taken
                rest.append((order, quantity - taken))
            left = rest
            found.append(replace(one, stock=one.stock - bound, bound=bound))
    return sorted(found, key=lambda one: one.row)
