"""Why sellers were chosen, stock is left unsold and demands are left open (说明)."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.matching.supply_demand.demands import Demand
from quanheng.matching.supply_demand.offers import Offer
from quanheng.matching.supply_demand.pairs import Pair, why_unserved, why_unwanted

_ONLY: Final = Words("唯一符合的货源", "the only one that fits")
_POOR: Final = Words("优先帮扶户", "a household that comes first")
_ENDS: Final = Words("季末临近", "season near its end")
_CHEAPEST: Final = Words("价格最低", "lowest price")
_SOONEST: Final = Words("交货最早", "earliest delivery")
_REST: Final = Words("补足需求", "fills what is left")
_OPEN_PRICE: Final = Words("单价待议", "price to be agreed on")
_SOLD_OUT: Final = Words("对应货源已全部安排", "all stock that fits is taken")
_NOT_WHOLE: Final = Words(
    "要求整单供应，货源不足", "to be served as a whole, and stock is short"
)
_BOUND: Final = Words(
    "受起售量、整单要求或帮扶户份额所限",
    "held back by smallest lots, whole demands or the share of poor households",
)
_SERVED: Final = Words("对应需求已满足", "the demands that fit are served")
_TAKEN_IN_TURN: Final = Words(
    "对应需求按优先顺序安排给其他主体或受起售量所限",
    "others came first for the demands that fit, or lots are too large",
)


def why_sold(pair: Pair, rivals: Sequence[Pair], ends: bool) -> tuple[Words, ...]:
    """Why this offer serves this demand rather than its rivals."""
    prices = {one.offer.price for one in rivals if one.offer.price is not None}
    others = [one for one in rivals if one is not pair]
    said = (
        (not others, _ONLY),
        (pair.offer.is_poor, _POOR),
        (ends, _ENDS),
        (len(prices) > 1 and pair.offer.price == min(prices), _CHEAPEST),
        (others and all(pair.first < one.first for one in others), _SOONEST),
    )
    reasons = tuple(words for holds, words in said if holds) or (_REST,)
    return (*reasons, _OPEN_PRICE) if pair.offer.price is None else reasons


def why_unmet(
    demand: Demand,
    pairs: Sequence[Pair],
    left: Mapping[int, Decimal],
    offers: Sequence[Offer],
) -> Words:
    """Why a demand is not wholly served; ``left`` is what each offer still has."""
    if not pairs:
        return why_unserved(demand, offers)
    if demand.is_whole:
        return _NOT_WHOLE
    rest = any(left[pair.offer.row] for pair in pairs)
    return _BOUND if rest else _SOLD_OUT


def why_unsold(
    offer: Offer,
    pairs: Sequence[Pair],
    missing: Mapping[int, Decimal],
    demands: Sequence[Demand],
) -> Words:
    """Why an offer is not wholly sold; ``missing`` is what each demand's row lacks."""
    if not pairs:
        return why_unwanted(offer, demands)
    rest = any(missing[pair.demand.row] for pair in pairs)
    return _TAKEN_IN_TURN if rest else _SERVED


def days_left(offer: Offer, on: date, most: int) -> int | None:
    """Days until a season ends, None if there are more than ``most``."""
    last = offer.window[1]
    if last is None or (last - on).days > most:
        return None
    return (last - on).days
