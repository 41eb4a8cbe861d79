"""Report and registers → the contents of the annex (佐证台账说明)."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from quanheng.core.computed.measured import Computed
from quanheng.core.report import Report
from quanheng.evidence.bindings.agreement import agrees
from quanheng.evidence.evidence import Evidence
from quanheng.forms.composing.backing import BackedValue, Backing, RegisterFile, Rows
from quanheng.registers.entry_lines import entry_lines
from quanheng.registers.register import Register
from quanheng.tasks.evidence.provider import EvidenceProvider
from quanheng.tasks.workplace import Workplace

_MOST_LISTED: Final = 100
"""Entries of a register that are listed for one value."""


def list_backing(
    report: Report, source: EvidenceProvider, workplace: Workplace
) -> tuple[Backing, ...]:
    """The registers and rows behind the computed values of each project.

    The report is the one as typed, without computed values.
    """
    found = (
        source.of(project, workplace.law_of(project)) for project in report.projects
    )
    return tuple(_backing(evidence or Evidence()) for evidence in found)


def _backing(evidence: Evidence) -> Backing:
    values = tuple(
        BackedValue(computed, agrees(computed), tuple(_sources(computed, evidence)))
        for computed in (*evidence.money, *evidence.indicators.values())
    )
    names = dict.fromkeys(
        name for value in values for name in _registers(value.computed)
    )
    found = ((name, evidence.registers.get(name)) for name in names)
    return Backing(
        values,
        tuple(
            _file(register, is_closed=name in evidence.completeness.closed)
            for name, register in found
            if register is not None
        ),
    )


def _registers(computed: Computed) -> tuple[str, ...]:
    also = computed.measured.also if computed.measured else ()
    return (computed.binding.register, *sorted(also))


def _sources(computed: Computed, evidence: Evidence) -> Iterator[Rows]:
    measured = computed.measured
    if measured is None:
        return
    rows = {computed.binding.register: measured.used, **measured.also}
    for name in _registers(computed):
        register = evidence.registers[name]
        yield Rows(register.kind.title.zh, rows[name], _listing(register, rows[name]))


def _listing(register: Register, rows: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    return tuple(entry_lines(register, islice(rows, _MOST_LISTED)))


def _file(register: Register, *, is_closed: bool) -> RegisterFile:
    return RegisterFile(
        title=register.kind.title.zh,
        file=register.file,
        entries=len(register),
        refused=len(register.refused),
        is_closed=is_closed,
        digest=register.digest,
    )
