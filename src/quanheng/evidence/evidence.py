"""Everything that stands behind one project's figures (佐证与台账)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from quanheng.core.measured import Computed
from quanheng.evidence.proof import Proof
from quanheng.evidence.register import Register


@dataclass(frozen=True)
class Evidence:
    """Registers, computed values and proofs of one project (台账与佐证).

    Attributes:
        registers: Name of a kind → the register.
        period: First and last day that count: the evaluation year unless the project
            says otherwise; None where the year is unknown.
        indicators: Position of an indicator row → what was computed for it.
        money: What was computed for cells of the budget table.
        proofs: The files of the folder, each once.
        closed: Names of the registers that are marked as closed for the period; an
            open one is preliminary.
    """

    registers: Mapping[str, Register] = field(default_factory=dict)
    period: tuple[date, date] | None = None
    indicators: Mapping[int, Computed] = field(default_factory=dict)
    money: tuple[Computed, ...] = ()
    proofs: Sequence[Proof] = ()
    closed: frozenset[str] = frozenset()
