"""A value given in the unit that is asked for (换算单位)."""

from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.core.grammar.units import read_unit
from quanheng.core.quantity import Dimension, Quantity


def in_unit(value: Decimal, own: str, wanted: str) -> tuple[Decimal, str]:
    """A value converted from its own unit to the wanted one: 元 → 万元.

    Raises:
        QuanhengError: The one does not convert to the other.
    """
    if not wanted or wanted == own:
        return value, own
    one, other = read_unit(own), read_unit(wanted)
    quantity = Quantity(value, one).to(other) if one and other else None
    if quantity is None:
        raise QuanhengError(
            Words(f"{own}无法换算为{wanted}", f"{own} does not convert to {wanted}"),
            Words("请核对取数方式的 unit", "see the unit of the binding"),
        )
    return quantity.value, wanted


def counted_in(number: int, own: str, wanted: str) -> tuple[Decimal, str]:
    """A number of things, called as asked: 2条 → 2次, 12000人 → 1.2万人.

    Raises:
        QuanhengError: The asked unit is no unit of counting.
    """
    unit = read_unit(wanted) if wanted else None
    if unit is None:
        return Decimal(number), wanted or own
    if unit.dimension is not Dimension.COUNT:
        return in_unit(Decimal(number), own, wanted)
    return Quantity(Decimal(number) / unit.factor, unit).value, wanted
