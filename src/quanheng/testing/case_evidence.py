"""The evidence of a case: register rows, bindings, proofs as plain data (用例台账)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.core.report import Project
from quanheng.evidence.bindings.compute import Ground
from quanheng.evidence.bindings.limits import limits_in, tolerances_in
from quanheng.evidence.bindings.named import named_bindings
from quanheng.evidence.bindings.project import values_of
from quanheng.evidence.completeness import Completeness
from quanheng.evidence.evidence import Evidence
from quanheng.evidence.proof import Link, Proof, ProofKind
from quanheng.law.book import Law
from quanheng.registers.kinds import kinds
from quanheng.registers.reading.entries import read_register
from quanheng.registers.reading.rows import table_of
from quanheng.registers.reading.values.outcome import Circumstances
from quanheng.registers.register import Register

_KEYS: Final = frozenset(
    {
        "registers",
        "bindings",
        "proofs",
        "closed",
        "period",
        "unread",
        "unread_files",
        "unseen",
    }
)


def evidence_of(data: Mapping[str, Any], project: Project, law: Law) -> Evidence:
    """Plain data → the evidence for a project.

    Args:
        data: ``registers`` by kind, each a list of rows of field name → text, the
            first of them row 2 of its file; ``bindings`` as in ``bindings.yaml``;
            ``proofs``; ``closed`` registers, by default all; ``period`` as two days,
            by default the evaluation year; ``unread``, the registers with rows that
            can't be read; ``unread_files`` by kind; ``unseen`` proof files.
        project: The project in the report.
        law: The parameters that apply to it.

    Raises:
        ValueError: There is an unknown key.
    """
    if unknown := set(data) - _KEYS:
        raise ValueError(f"unknown keys of evidence: {sorted(unknown)}")
    given = data.get("registers") or {}
    registers = {name: _register(name, rows) for name, rows in given.items()}
    for name in registers.keys() - set(data.get("unread") or ()):
        if refused := registers[name].refused:
            raise ValueError(f"{name}: {refused}")
    period = _period(data.get("period"), project.evaluation_year)
    completeness = Completeness(
        frozenset(data.get("closed", registers)), data.get("unread_files") or {}
    )
    ground = Ground(registers, period, limits_in(law), tolerances_in(law), completeness)
    named = tuple(named_bindings(as_text(data.get("bindings") or ()), "bindings"))
    values = values_of(project, named, ground)
    return Evidence(
        registers=registers,
        period=period,
        indicators=values.indicators,
        money=values.money,
        proofs=tuple(map(_proof, data.get("proofs") or ())),
        completeness=completeness,
        unseen=tuple(Words(said, said) for said in data.get("unseen") or ()),
    )


def _register(name: str, rows: Sequence[Mapping[str, Any]]) -> Register:
    """The rows as read from a file."""
    kind = kinds()[name]
    known = {field.name for field in kind.fields}
    if unknown := {field for row in rows for field in row} - known:
        raise ValueError(f"{name} has no field {sorted(unknown)}")
    table = replace(table_of(kind, rows), file=f"{name}.csv")
    return read_register(kind, table, Circumstances(card_words=()))


def _period(data: Any, year: int | None) -> tuple[date, date] | None:
    if data:
        first, last = data
        return first, last
    return (date(year, 1, 1), date(year, 12, 31)) if year else None


def _proof(data: Mapping[str, Any]) -> Proof:
    links = tuple(Link(**link) for link in data.get("links") or ())
    said = {
        **data,
        "links": links,
        "dates": tuple(data.get("dates") or ()),
        "kind": ProofKind(data.get("kind", ProofKind.OTHER)),
    }
    return Proof(**{"digest": str(data["path"]), **said})


def as_text(value: Any) -> Any:
    """Plain data with all values as texts; null stays null."""
    if isinstance(value, Mapping):
        return {str(key): as_text(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_text(item) for item in value]
    return value if value is None else str(value)
