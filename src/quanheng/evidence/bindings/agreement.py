"""Comparison of a typed with a computed value (填报值与取数结果是否一致).

``compute``, the trace of a score, the annex and EV204 all use it.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.core.computed.measured import Computed
from quanheng.core.expression import Duration, Number
from quanheng.core.grammar.units import read_unit
from quanheng.core.quantity import BARE, Dimension, Quantity

_AMOUNT_UNIT: Final = Decimal(10_000)
"""The tolerance of an amount is in 万元."""


@dataclass(frozen=True, slots=True)
class Tolerances:
    """How far a typed value may be off (允许误差).

    Attributes:
        rate: Of a rate, in percentage points.
        amount: Of an amount, in 万元.
    """

    rate: Decimal = Decimal(0)
    amount: Decimal = Decimal(0)

    def of(self, unit: str) -> Decimal:
        """The tolerance of a value in a unit; 0 for a count."""
        known = read_unit(unit)
        if known and known.dimension is Dimension.RATE:
            return self.rate
        if known and known.dimension is Dimension.MONEY:
            return self.amount * _AMOUNT_UNIT / known.factor
        return Decimal(0)


def typed_in_unit(computed: Computed) -> Decimal | None:
    """The typed value in the unit of the computed one.

    A bare number is in the unit of its head, else in that of the computed value.

    Returns:
        None if nothing was typed, it is no single value, or its unit does not convert.
    """
    typed = computed.typed.value
    if computed.measured is None or not isinstance(typed, Number | Duration):
        return None
    own = read_unit(computed.measured.unit) or BARE
    quantity: Quantity = typed.quantity.in_unit(read_unit(computed.head_unit) or own)
    if isinstance(typed, Number) and typed.scaled and typed.quantity.unit == BARE:
        quantity = typed.quantity.in_unit(own)
    found = quantity.to(own)
    return found.value if found else None


def agrees(computed: Computed) -> bool | None:
    """Whether both values are equal within the tolerance; None if not comparable."""
    measured = computed.measured
    typed = typed_in_unit(computed)
    if measured is None or measured.value is None or typed is None:
        return None
    return abs(typed - measured.value) <= computed.allowed
