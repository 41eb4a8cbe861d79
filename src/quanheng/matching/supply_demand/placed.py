"""Orders that bind stock or serve a demand already (已下订单)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import LeftOut
from quanheng.core.quantity import Unit
from quanheng.matching.supply_demand.goods import in_base, sale_unit, same_name
from quanheng.matching.supply_demand.leaving import Leaving
from quanheng.matching.supply_demand.sellers import Sellers
from quanheng.registers.register import Register

_OPEN: Final = "履约中"
_VOID: Final = frozenset({"已取消", "已退货"})
_FIELDS: Final = (
    "ordered_on",
    "status",
    "supplier",
    "product",
    "demand",
    "quantity",
    "unit",
)
_UNCLEAR: Final = Words(
    "履约中的订单未写明供应商、产品、数量或单位，未从库存扣除",
    "open orders without supplier, product, quantity or unit: not taken off stock",
)


@dataclass(frozen=True, slots=True)
class Placed:
    """An order that was neither cancelled nor sent back (有效订单).

    Attributes:
        producer: Number of the seller, empty where it is not told.
        product: Name of the product for comparing.
        demand: Number of the demand that it serves, empty where it is not told.
        quantity: Quantity in base units.
        unit: Its unit.
        day: The day it was placed.
        is_open: Whether it is still to be delivered (履约中).
    """

    producer: str
    product: str
    demand: str
    quantity: Decimal
    unit: Unit
    day: date
    is_open: bool


def orders_placed(
    register: Register | None, sellers: Sellers, on: date
) -> tuple[tuple[Placed, ...], tuple[LeftOut, ...]]:
    """The orders up to a day that count, and the open ones that tell too little."""
    if register is None:
        return (), ()
    placed, leaving = [], Leaving()
    for row, *values in zip(register.rows, *map(register.column, _FIELDS), strict=True):
        order = _placed(values, sellers)
        if order is None or order.day > on:
            continue
        if order.is_open and not (order.producer and order.product and order.quantity):
            leaving.leave(row, _UNCLEAR)
        placed.append(order)
    return tuple(placed), leaving.all()


def _placed(values: Sequence[object], sellers: Sellers) -> Placed | None:
    day, status, supplier, product, demand, quantity, unit = values
    if status in _VOID or not isinstance(day, date):
        return None
    own = sale_unit(str(unit or ""))
    amount = quantity if isinstance(quantity, Decimal) and unit else Decimal(0)
    return Placed(
        producer=sellers.number(str(supplier or "")),
        product=same_name(str(product or "")),
        demand=str(demand or ""),
        quantity=in_base(amount, own),
        unit=own,
        day=day,
        is_open=status == _OPEN,
    )
