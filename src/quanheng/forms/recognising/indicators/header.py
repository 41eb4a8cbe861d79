"""What the columns of an indicator table hold (指标表表头)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from quanheng.document.table import Cell
from quanheng.forms.labels import meaning
from quanheng.forms.recognising.indicators.columns import (
    Column,
    columns_of,
    likeliness,
    misfit,
    roles,
)
from quanheng.forms.recognising.judging.evidence import evidence
from quanheng.forms.recognising.judging.path import Choice
from quanheng.forms.recognising.rows import Row

LEVELS: Final = frozenset({"level1", "level2", "level3"})
_LIKELY: Final = 0.9
_MISFIT: Final = 4.0
"""Of generated tables 95 % of the last rows lose less, 95 % of other rows more."""
_MOST_SETS: Final = 4
"""Most places where a second set of columns is tried: forms have one."""
_VALUES: Final = frozenset(("target", "both", "actual", "weight", "score"))


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of an indicator table (表头).

    Attributes:
        columns: Meaning → grid columns below its head cell.
        labels: Meaning → head cell.
        notes: Head cells of columns that have no place in the report (备注).
        period: Whether it heads the indicators of the whole period (实施期指标).
        is_double: Whether target and actual stand in one cell, a line each.
        labelled: Meanings of columns without a head whose cells say what they hold.
        rows: The rows that it takes.
        choices: Grid column → what it was judged to hold, with its head cell.
    """

    columns: Mapping[str, tuple[int, ...]]
    labels: Mapping[str, Cell] = field(default_factory=dict)
    notes: Sequence[Cell] = ()
    period: bool = False
    is_double: bool = False
    labelled: frozenset[str] = frozenset()
    rows: Sequence[Row] = ()
    choices: Mapping[int, tuple[Choice, Cell | None]] = field(default_factory=dict)

    @property
    def kinds(self) -> dict[int, str]:
        """Grid column → meaning."""
        return {columns[0]: name for name, columns in self.columns.items()}


def headers_of(head: Sequence[Row], body: Sequence[Row]) -> list[Header]:
    """What the columns of a table hold; nothing where it names no indicators.

    Indicators of the whole period that stand beside those of the year have a header of
    their own, which comes first.

    Args:
        head: The rows of its head; none where a page goes on without.
        body: The rows of its indicators.
    """
    if any(row.is_ragged for row in body):
        body = []
    columns = columns_of(head, body)
    if not any(map(_speaks_of_levels, columns)):
        return []
    if apart := _two_sets(columns, head):
        return _side_by_side(*apart)
    chosen = roles(columns)
    header = _header(columns, chosen, head)
    return _with_period_targets(header, columns, chosen) if header else []


def _two_sets(
    columns: Sequence[Column], head: Sequence[Row]
) -> tuple[Header, Header] | None:
    """The headers of two sets of columns side by side, where both are likelier."""
    best, found = 0.0, None
    for place in islice(_second_sets(columns), _MOST_SETS):
        left, right = columns[:place], columns[place:]
        best = best or likeliness(columns)
        apart = likeliness(left) + likeliness(right)
        one, other = (_header(part, roles(part), head) for part in (left, right))
        if apart > best and one and other:
            best, found = apart, (one, other)
    return found


def _second_sets(columns: Sequence[Column]) -> Iterator[int]:
    """Where a level is headed again behind values, or one of unknown head before it."""
    seen: set[str] = set()
    has_values = False
    for place, column in enumerate(columns):
        found = LEVELS & _spoken_for(column.heads[-1].text) if column.heads else set()
        if found & seen and has_values:
            yield from range(max(place - 1, 1), place + 1)
        seen |= found
        has_values |= "level3" in seen and not found


def _header(
    columns: Sequence[Column], chosen: Sequence[Choice], head: Sequence[Row]
) -> Header | None:
    held = [(c, choice.label) for c, choice in zip(columns, chosen, strict=True)]
    by_role = {
        role: column for column, role in held if role not in ("note", "period_target")
    }
    period = [column for column, role in held if role == "period_target"]
    if is_alone := bool(period) and "target" not in by_role and "both" not in by_role:
        by_role["target"] = period[0]
    if is_double := "both" in by_role:
        by_role["target"] = by_role["actual"] = by_role.pop("both")
    if "level3" not in by_role or not by_role.keys() & _VALUES:
        return None
    return Header(
        columns={role: column.places for role, column in by_role.items()},
        labels={role: c.heads[-1] for role, c in by_role.items() if c.heads},
        notes=[c.heads[-1] for c, role in held if role == "note" and c.heads],
        period=is_alone or any(_is_of_period(cell.text) for cell in _corners(head)),
        is_double=is_double,
        labelled=frozenset(role for c, role in held if c.said == role),
        rows=head,
        choices={
            place: (choice, column.heads[-1] if column.heads else None)
            for column, choice in zip(columns, chosen, strict=True)
            for place in column.places
        },
    )


def _corners(head: Sequence[Row]) -> Iterator[Cell]:
    for row in head:
        yield from row.own
        yield from row.carried


def _is_of_period(text: str) -> bool:
    return meaning("indicator_block", text) == "period"


def _with_period_targets(
    header: Header, columns: Sequence[Column], chosen: Sequence[Choice]
) -> list[Header]:
    """A header, behind that of the targets for the whole period where it has some."""
    held = zip(columns, chosen, strict=True)
    period = next((c for c, choice in held if choice.label == "period_target"), None)
    if header.period or period is None:
        return [header]
    kept = ("level1", "level2", "level3")
    places = {role: at for role, at in header.columns.items() if role in kept}
    labels = {role: cell for role, cell in header.labels.items() if role in kept}
    if period.heads:
        labels["target"] = period.heads[-1]
    of_period = replace(
        header,
        columns={**places, "target": period.places},
        labels=labels,
        notes=(),
        period=True,
        is_double=False,
    )
    return [of_period, header]


def _side_by_side(left: Header, right: Header) -> list[Header]:
    """Two headers, that of the whole period first; levels left of both are shared."""
    shared = {
        role: at
        for role, at in left.columns.items()
        if role == "level1" and role not in right.columns
    }
    named = {role: left.labels[role] for role in shared if role in left.labels}
    right = replace(
        right, columns=shared | dict(right.columns), labels=named | dict(right.labels)
    )
    return [replace(left, period=True), replace(right, period=False)]


def goes_on(headers: Sequence[Header], body: Sequence[Row]) -> bool:
    """Whether rows without a head suit the columns of the table before."""
    columns = columns_of((), body)
    role_at = {place: role for header in headers for place, role in _roles_at(header)}
    held = [_role_of(column, role_at) for column in columns]
    return misfit(columns, held) < _MISFIT


def _roles_at(header: Header) -> Iterator[tuple[int, str]]:
    for role, places in header.columns.items():
        is_both = header.is_double and role in ("target", "actual")
        for place in places:
            yield place, "both" if is_both else role


def _role_of(column: Column, role_at: Mapping[int, str]) -> str:
    return next((role_at[place] for place in column.places if place in role_at), "note")


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
