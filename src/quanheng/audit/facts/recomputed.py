"""Typed values beside those that registers give (填报值与台账值)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.registers import NO_EVIDENCE
from quanheng.core.grammar.units import read_unit
from quanheng.core.indicator import Indicator
from quanheng.core.measured import Computed
from quanheng.core.quantity import Dimension
from quanheng.evidence.bindings.agreement import typed_in_unit
from quanheng.law.book import Law

RATE_TOLERANCE: Final = "self_evaluation.rate_tolerance"
AMOUNT_TOLERANCE: Final = "self_evaluation.amount_tolerance"
TOLERANCES: Final = (RATE_TOLERANCE, AMOUNT_TOLERANCE)
_AMOUNT_UNIT: Final = Decimal(10_000)
"""The tolerance of an amount is in 万元."""


def computed_values(dossier: Dossier) -> Iterator[Computed]:
    """What was computed for cells of the budget, then for indicators in order."""
    evidence = dossier.evidence or NO_EVIDENCE
    yield from evidence.money
    yield from evidence.indicators.values()


def is_off(computed: Computed, law: Law) -> bool:
    """Whether a typed value is another than the computed one, beyond the tolerance.

    A count may not be off at all.
    """
    typed = typed_in_unit(computed)
    if typed is None or computed.measured is None or computed.measured.value is None:
        return False
    allowed = allowed_off(computed.measured.unit, law)
    return abs(typed - computed.measured.value) > allowed


def allowed_off(unit: str, law: Law) -> Decimal:
    """How far a value in a unit may be off: a rate, an amount; nothing else."""
    known = read_unit(unit)
    if known and known.dimension is Dimension.RATE:
        return law.number(RATE_TOLERANCE)
    if known and known.dimension is Dimension.MONEY:
        return law.number(AMOUNT_TOLERANCE) * _AMOUNT_UNIT / known.factor
    return Decimal(0)


def is_final(computed: Computed, dossier: Dossier) -> bool:
    """Whether the register of a value is closed for the period."""
    evidence = dossier.evidence or NO_EVIDENCE
    return computed.binding.register in evidence.closed


def computed_for(dossier: Dossier, row: Indicator) -> Computed | None:
    """What was computed for a row, None for one that is not bound."""
    bound = (dossier.evidence or NO_EVIDENCE).indicators
    rows = dossier.project.indicators
    return next((found for at, found in bound.items() if rows[at] is row), None)


def is_contradicted(dossier: Dossier, row: Indicator) -> bool:
    """Whether a closed register gives another value for a row, which is told of it."""
    computed = computed_for(dossier, row)
    return (
        computed is not None
        and is_final(computed, dossier)
        and is_off(computed, dossier.law)
    )


def is_backed(dossier: Dossier, row: Indicator) -> bool:
    """Whether a register gives the very value of a row."""
    computed = computed_for(dossier, row)
    if computed is None or typed_in_unit(computed) is None:
        return False
    return not is_off(computed, dossier.law)


def is_all_backed(dossier: Dossier) -> bool:
    """Whether registers give the values of all scored rows (全部按台账复算).

    The execution rate follows from the budget table and is left aside.
    """
    rows = [row for row in dossier.scorecard.rows if not row.is_execution]
    return bool(rows) and all(
        row.indicator is not None and is_backed(dossier, row.indicator) for row in rows
    )
