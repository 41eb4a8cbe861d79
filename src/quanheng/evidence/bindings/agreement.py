"""Whether a typed value says what was computed (填报值与取数结果是否一致)."""

from decimal import Decimal

from quanheng.core.expression import Duration, Number
from quanheng.core.grammar.units import read_unit
from quanheng.core.measured import Computed
from quanheng.core.quantity import BARE, Quantity


def typed_in_unit(computed: Computed) -> Decimal | None:
    """The typed value in the unit of the computed one.

    A bare number is in the unit of its head, else in that of the computed value.

    Returns:
        None where nothing was typed, where it is no single value and where its unit
        does not convert.
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


def agrees(computed: Computed, tolerance: Decimal = Decimal(0)) -> bool | None:
    """Whether both values are the same, None where they can't be compared.

    Args:
        computed: The two values.
        tolerance: How far a rate may be off, in percentage points; a count may not.
    """
    measured = computed.measured
    typed = typed_in_unit(computed)
    if measured is None or measured.value is None or typed is None:
        return None
    allowed = tolerance if measured.unit == "%" else Decimal(0)
    return abs(typed - measured.value) <= allowed
