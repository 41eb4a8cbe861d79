"""What units still want to buy (待落实的采购需求)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import LeftOut
from quanheng.core.quantity import Unit
from quanheng.matching.supply_demand.goods import (
    Window,
    in_base,
    price_in_base,
    sale_unit,
    same_name,
)
from quanheng.matching.supply_demand.leaving import Leaving
from quanheng.matching.supply_demand.placed import Placed
from quanheng.registers.register import Register

_FIELDS: Final = (
    "listed_on",
    "number",
    "buyer",
    "product",
    "kind",
    "quantity",
    "unit",
    "highest_price",
    "needed_from",
    "needed_until",
    "divisible",
)
_INCOMPLETE: Final = Words(
    "未填写产品和品类，或未填写数量", "without product and kind, or without quantity"
)
_LATER: Final = Words("登记日期在对接日之后", "listed after the day of the matching")
_OVER: Final = Words("已过需求期", "the time it was needed is over")
_ORDERED: Final = Words("已下订单", "ordered already")


@dataclass(frozen=True, slots=True)
class Demand:
    """What one unit wants to buy of one product or kind (采购需求).

    Quantities are in base units (公斤 for 吨), prices in 元 for one of them.

    Attributes:
        row: Its row in the register of demands.
        number: Its number.
        buyer: The unit that buys.
        product: Name of the product; empty where any of the kind will do.
        kind: Kind of the product (品类), empty where it is not told.
        unit: Unit it is bought in.
        quantity: What is still wanted.
        ordered: What orders serve already.
        ceiling: Highest price; None for any.
        window: First and last day it can be delivered.
        is_whole: Whether it must be served as a whole or not at all.
    """

    row: int
    number: str
    buyer: str
    product: str
    kind: str
    unit: Unit
    quantity: Decimal
    ordered: Decimal
    ceiling: Decimal | None
    window: Window
    is_whole: bool

    @property
    def goods(self) -> str:
        """The product, or the kind where any product of it will do."""
        return self.product or self.kind


def demands_of(
    register: Register, placed: Sequence[Placed], on: date
) -> tuple[tuple[Demand, ...], tuple[LeftOut, ...]]:
    """What of a register of demands is still wanted on a day, and what is not."""
    serving: defaultdict[str, list[Placed]] = defaultdict(list)
    for order in placed:
        serving[order.demand].append(order)
    found, leaving = [], Leaving()
    for row, *values in zip(register.rows, *map(register.column, _FIELDS), strict=True):
        said: dict[str, Any] = dict(zip(_FIELDS, values, strict=True))
        if not (said["product"] or said["kind"]) or not said["quantity"]:
            leaving.leave(row, _INCOMPLETE)
        elif said["listed_on"] > on:
            leaving.leave(row, _LATER)
        elif said["needed_until"] is not None and said["needed_until"] < on:
            leaving.leave(row, _OVER)
        else:
            demand = _demand(row, said, serving[said["number"]])
            if demand.quantity > 0:
                found.append(demand)
            else:
                leaving.leave(row, _ORDERED)
    return tuple(found), leaving.all()


def _demand(row: int, said: dict[str, Any], serving: Sequence[Placed]) -> Demand:
    unit, ceiling = sale_unit(said["unit"]), said["highest_price"]
    product = said["product"] or ""
    ordered = sum(
        (
            order.quantity
            for order in serving
            if order.unit.base == unit.base
            and (not product or order.product in {"", same_name(product)})
        ),
        Decimal(0),
    )
    return Demand(
        row=row,
        number=said["number"],
        buyer=said["buyer"],
        product=product,
        kind=said["kind"] or "",
        unit=unit,
        quantity=in_base(said["quantity"], unit) - ordered,
        ordered=ordered,
        ceiling=None if ceiling is None else price_in_base(ceiling, unit),
        window=(said["needed_from"], said["needed_until"]),
        is_whole=said["divisible"] is False,
    )
