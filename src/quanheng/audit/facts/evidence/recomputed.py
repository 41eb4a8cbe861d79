"""Typed values compared with those from registers (填报值与台账值)."""

from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.registers import NO_EVIDENCE
from quanheng.core.computed.measured import Computed
from quanheng.core.indicator import Indicator
from quanheng.evidence.bindings.agreement import agrees


def computed_values(dossier: Dossier) -> Iterator[Computed]:
    """The computed values of budget cells, then of indicators in order."""
    evidence = dossier.evidence or NO_EVIDENCE
    yield from evidence.money
    yield from evidence.indicators.values()


def computed_for(dossier: Dossier, row: Indicator) -> Computed | None:
    """The computed value of a row, None for a row without a binding."""
    bound = (dossier.evidence or NO_EVIDENCE).indicators
    rows = dossier.project.indicators
    return next((found for at, found in bound.items() if rows[at] is row), None)


def is_contradicted(dossier: Dossier, row: Indicator) -> bool:
    """Whether a closed register gives another value for a row (EV204 reports it)."""
    computed = computed_for(dossier, row)
    return computed is not None and computed.is_final and agrees(computed) is False


def is_backed(dossier: Dossier, row: Indicator) -> bool:
    """Whether a complete register confirms the value of a row."""
    computed = computed_for(dossier, row)
    if computed is None or not computed.is_final or computed.unread.zh:
        return False
    return agrees(computed) is True


def is_all_backed(dossier: Dossier) -> bool:
    """Whether registers confirm the values of all scored rows (全部按台账复算).

    The execution rate follows from the budget table and is left aside.
    """
    rows = [row for row in dossier.scorecard.rows if not row.is_execution]
    return bool(rows) and all(
        row.indicator is not None and is_backed(dossier, row.indicator) for row in rows
    )
