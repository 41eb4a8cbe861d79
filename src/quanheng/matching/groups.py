"""How much poor households sell, and all others (分群体售出情况)."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.quantity import rounded
from quanheng.matching.report import Group, Sale
from quanheng.matching.supply_demand.offers import Offer

_POOR: Final = Words("脱贫户、监测户", "poor households")
_OTHERS: Final = Words("其他主体", "others")


def groups_of(offers: Sequence[Offer], sales: Sequence[Sale]) -> tuple[Group, ...]:
    """Both groups with the value of their stock and of their sales."""
    return tuple(
        _group(
            title,
            [offer for offer in offers if offer.is_poor is poor],
            [sale for sale in sales if sale.offer.is_poor is poor],
        )
        for title, poor in ((_POOR, True), (_OTHERS, False))
    )


def _group(title: Words, offers: Sequence[Offer], sales: Iterable[Sale]) -> Group:
    priced = (offer.stock * offer.price for offer in offers if offer.price)
    offered = rounded(sum(priced, Decimal(0)))
    sold = sum((sale.amount or Decimal(0) for sale in sales), Decimal(0))
    return Group(
        title=title,
        sellers=len({offer.producer for offer in offers}),
        offered=offered,
        sold=sold,
        share=rounded(sold * 100 / offered) if offered else None,
    )
