"""The result of a matching (对接结果)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import LeftOut
from quanheng.matching.supply_demand.demands import Demand
from quanheng.matching.supply_demand.offers import Offer


@dataclass(frozen=True, slots=True)
class Sale:
    """A quantity that one seller is to deliver to one buyer (对接建议).

    Attributes:
        demand: The demand that is served.
        offer: The offer that serves it.
        quantity: The quantity in the demand's unit.
        price: Price for one such unit in 元; None where it is still open.
        amount: Quantity × price in 元, rounded to 0.01.
        first: First day on which it can be delivered.
        last: Last day; None where it is open.
        reasons: Why this seller.
    """

    demand: Demand
    offer: Offer
    quantity: Decimal
    price: Decimal | None
    amount: Decimal | None
    first: date
    last: date | None
    reasons: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Unsold:
    """Stock that finds no buyer (未售出).

    Attributes:
        offer: The offer.
        quantity: What is left of it, in its own unit.
        reason: Why.
        days_left: Days until its season ends, if that is near; None otherwise.
    """

    offer: Offer
    quantity: Decimal
    reason: Words
    days_left: int | None


@dataclass(frozen=True, slots=True)
class Unmet:
    """What a buyer is still short of (未满足的需求).

    Attributes:
        demand: The demand.
        quantity: What is missing, in its own unit.
        reason: Why.
    """

    demand: Demand
    quantity: Decimal
    reason: Words


@dataclass(frozen=True, slots=True)
class Group:
    """How much a group of sellers sells (分群体售出情况).

    Attributes:
        title: The group.
        sellers: How many have stock on offer.
        offered: Value of their priced stock in 元.
        sold: Value of what they are to sell of it in 元.
        share: Sold of offered in %, to 0.01; None where nothing is priced.
    """

    title: Words
    sellers: int
    offered: Decimal
    sold: Decimal
    share: Decimal | None


@dataclass(frozen=True, slots=True)
class MatchReport:
    """A proposal of who sells what to whom (产销对接建议).

    Attributes:
        sales: The proposed sales, by demand.
        unsold: Stock that is left, the one most to be warned of first.
        unmet: Demands that are not wholly served.
        groups: How much 脱贫户 and 监测户, and all others, sell.
        left_out: Name of a register → its rows that take no part, by reason.
        notes: What else a reader should know.
    """

    sales: tuple[Sale, ...]
    unsold: tuple[Unsold, ...]
    unmet: tuple[Unmet, ...]
    groups: tuple[Group, ...]
    left_out: Mapping[str, tuple[LeftOut, ...]]
    notes: tuple[Words, ...]
