"""What the columns of an indicator table hold (指标表表头)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from quanheng.document.table import Cell
from quanheng.forms.labels import meaning
from quanheng.forms.recognising.columns import Column, columns_of, misfit, roles
from quanheng.forms.recognising.evidence import evidence
from quanheng.forms.recognising.rows import Row

LEVELS: Final = frozenset({"level1", "level2", "level3"})
_LIKELY: Final = 0.9
_MISFIT: Final = 1.5
"""Of generated tables 99 % of the halves lose less, other rows lose three and more."""
_VALUES: Final = frozenset(("target", "both", "actual", "weight", "score"))


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of an indicator table (表头).

    Attributes:
        columns: Meaning → grid columns below its head cell.
        labels: Meaning → head cell.
        notes: Head cells of columns that have no place in the report (备注).
        beside: Columns of indicators of the whole period.
        period: Whether it heads the indicators of the whole period (实施期指标).
        is_double: Whether target and actual stand in one cell, a line each.
        rows: The rows that it takes.
    """

    columns: Mapping[str, tuple[int, ...]]
    labels: Mapping[str, Cell] = field(default_factory=dict)
    notes: Sequence[Cell] = ()
    beside: tuple[int, ...] = ()
    period: bool = False
    is_double: bool = False
    rows: Sequence[Row] = ()

    @property
    def kinds(self) -> dict[int, str]:
        """Grid column → meaning."""
        return {columns[0]: name for name, columns in self.columns.items()}


def header_of(head: Sequence[Row], body: Sequence[Row]) -> Header | None:
    """What the columns of a table hold, None where it names no indicators.

    Args:
        head: The rows of its head; none where a page goes on without.
        body: The rows of its indicators.
    """
    if any(row.is_ragged for row in body):
        body = []
    columns = columns_of(head, body)
    chosen = (choice.label for choice in roles(columns))
    held = list(zip(columns, chosen, strict=True))
    by_role = {
        role: column for column, role in held if role not in ("note", "period_target")
    }
    if is_double := "both" in by_role:
        by_role["target"] = by_role["actual"] = by_role.pop("both")
    if "level3" not in by_role or not by_role.keys() & _VALUES:
        return None
    if not any(_speaks_of_levels(column) for column in columns):
        return None
    return Header(
        columns={role: column.places for role, column in by_role.items()},
        labels={role: c.heads[-1] for role, c in by_role.items() if c.heads},
        notes=[c.heads[-1] for c in _of_role("note", held) if c.heads],
        beside=tuple(p for c in _of_role("period_target", held) for p in c.places),
        period=any(
            meaning("indicator_block", cell.text) == "period"
            for row in head
            for cell in (*row.own, *row.carried)
        ),
        is_double=is_double,
        rows=head,
    )


def goes_on(header: Header, body: Sequence[Row]) -> bool:
    """Whether rows without a head suit the columns of the table before."""
    columns = columns_of((), body)
    role_at = {place: role for role, at in header.columns.items() for place in at}
    if header.is_double:
        role_at |= dict.fromkeys(header.columns["target"], "both")
    held = [_role_of(column, role_at) for column in columns]
    return misfit(columns, held) < _MISFIT


def _role_of(column: Column, role_at: Mapping[int, str]) -> str:
    return next((role_at[place] for place in column.places if place in role_at), "note")


def _of_role(role: str, held: Sequence[tuple[Column, str]]) -> list[Column]:
    return [column for column, name in held if name == role]


def _speaks_of_levels(column: Column) -> bool:
    """Whether a column is headed as a level or holds names of classes."""
    if any(LEVELS & _spoken_for(cell.text) for cell in column.heads):
        return True
    return any(
        cell is not None and "category" in evidence(cell.text).exact
        for cell in column.cells
    )


def _spoken_for(head: str) -> set[str]:
    told = evidence(head)
    if "indicator_block" in told.exact:
        return {"level3"}
    if name := told.exact.get("indicator"):
        return {name}
    return {
        name
        for name, much in told.likely.get("indicator", {}).items()
        if much > _LIKELY
    }
