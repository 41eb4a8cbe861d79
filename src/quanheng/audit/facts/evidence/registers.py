"""Figures and rows from the registers of a project (台账事实)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Insufficient, NotApplicable
from quanheng.core.bilingual import Words
from quanheng.core.computed.binding import Binding, Condition
from quanheng.core.computed.measured import Measured
from quanheng.core.days import as_day
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.quantity import Dimension
from quanheng.evidence.bindings.compute import Ground, compute
from quanheng.evidence.evidence import Evidence
from quanheng.evidence.measures.base.ask import Ask, Limits
from quanheng.evidence.measures.base.due import due_moments, in_time
from quanheng.evidence.measures.base.entries import Entries
from quanheng.language.words import any_of
from quanheng.registers.kinds import kinds
from quanheng.registers.register import Register
from quanheng.scoring.reading import quantity_of

NO_EVIDENCE: Final = Evidence()
_NOTHING: Final = Decimal(0)
NO_LIMITS: Final = Limits(_NOTHING, _NOTHING, _NOTHING, _NOTHING)
"""For measures that compare their figures with no limit."""
OR_BLANK: Final = ""
"""The value of a condition that blank entries fulfil."""


def register_of(dossier: Dossier, name: str) -> Register | None:
    """A register by the name of its kind; None if it has no entries."""
    found = (dossier.evidence or NO_EVIDENCE).registers.get(name)
    return found if found is not None and len(found) else None


def no_entries(dossier: Dossier, name: str) -> NotApplicable | Insufficient:
    """The answer of a rule whose register has no entries.

    While rows or files can't be read, it is unknown whether there are entries.
    """
    unread = next((dossier.evidence or NO_EVIDENCE).unread(name), None)
    if unread is not None:
        return Insufficient(unread)
    title = kinds()[name].title
    return NotApplicable(
        Words(f"{title.zh}无记录", f"the register “{title.en.lower()}” has no entries")
    )


def question(
    dossier: Dossier,
    register: str,
    measure: str,
    of: str = "",
    *,
    where: Mapping[str, Sequence[str]] | None = None,
    options: Mapping[str, str] | None = None,
    limits: Limits = NO_LIMITS,
) -> Ask:
    """The question that a measure answers about a register.

    Args:
        dossier: The project; its folder has the register.
        register: Name of the register.
        measure: Name of the measure.
        of: The field that is measured.
        where: Field → values that count.
        options: Further arguments of the measure.
        limits: Figures of the law.
    """
    evidence = dossier.evidence or NO_EVIDENCE
    limited = tuple(Condition(k, tuple(v)) for k, v in (where or {}).items())
    return Ask(
        register=evidence.registers[register],
        binding=Binding(register, measure, of, limited, options=options or {}),
        period=evidence.period,
        limits=limits,
        others=evidence.registers,
    )


def figure(ask: Ask) -> Measured | None:
    """The value of a measure; None if the registers give none."""
    ground = Ground(ask.others, ask.period, ask.limits)
    measured = compute("", Field(""), ask.binding, ground).measured
    return measured if measured and measured.value is not None else None


def overdue(ask: Ask, entries: Entries, last: date) -> Sequence[int]:
    """The rows due in the period that were done late, or not yet done.

    Args:
        ask: The question; its measured field is the moment of completion.
        entries: Its entries without those that never fell due.
        last: The last day that counts.
    """
    due = due_moments(ask, entries)
    done = entries.values(ask.binding.of)
    first, end = ask.period or (date.min, date.max)
    kept = in_time(due, done)
    return [
        row
        for row, limit, moment, in_term in zip(
            entries.rows, due, done, kept, strict=True
        )
        if not in_term
        and first <= as_day(limit) <= end
        and (moment is not None or as_day(limit) < last)
    ]


def last_day(dossier: Dossier) -> date:
    """The last day that counts: the end of the period, or an earlier day of audit."""
    evidence = dossier.evidence or NO_EVIDENCE
    return min(evidence.period[1], dossier.as_of) if evidence.period else dossier.as_of


def entries_of(
    register: Register, period: tuple[date, date] | None, *names: str
) -> Iterator[tuple[Any, ...]]:
    """Row and named values of every entry whose day lies in the period."""
    first, last = period or (date.min, date.max)
    days = register.column(register.kind.day)
    columns = map(register.column, names)
    for day, row, *values in zip(days, register.rows, *columns, strict=True):
        if day is not None and first <= as_day(day) <= last:
            yield row, *values


def rows_about(
    dossier: Dossier, register: str, words: Collection[str]
) -> tuple[Indicator, ...]:
    """The indicator rows bound to a register, or with a related name."""
    bound = (dossier.evidence or NO_EVIDENCE).indicators
    return tuple(
        row
        for at, row in enumerate(dossier.project.indicators)
        if (at in bound and bound[at].binding.register == register)
        or any_of(words, row.title)
    )


def stated_in(dossier: Dossier, row: Indicator, dimension: Dimension) -> Decimal | None:
    """The actual of a row as a rate in percent or an amount in 元, else None.

    A bare number has the unit of its name or of the target.
    """
    for reading in dossier.readings:
        if reading.indicator is row:
            quantity = quantity_of(reading.actual)
            if quantity and quantity.unit.dimension is dimension:
                return quantity.base_value
    return None


def place_of(dossier: Dossier, rows: Sequence[Indicator]) -> Field:
    """The first actual of some rows, else the place of the table."""
    cells = (row.actual for row in rows if row.actual is not None)
    return next(cells, Field("", dossier.project.table_at))
