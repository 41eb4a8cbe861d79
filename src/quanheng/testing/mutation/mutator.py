"""One kind of planted fault: where it may stand and which rule must see it (变异)."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from quanheng.testing.mutation.faults import FAULTS
from quanheng.testing.mutation.operations import changed, year_of
from quanheng.testing.mutation.sites import (
    Record,
    Steps,
    row_of,
    sites,
    value_at,
    with_items,
    with_value,
)
from quanheng.testing.mutation.upkeep import UPKEEP, is_execution, number

_NAMED: Final = {**UPKEEP, **FAULTS}


class Role(StrEnum):
    """What the spoilt record is on the auditor's desk (用途)."""

    REPORT = "report"
    """The report that is audited."""
    REPORT_BESIDE_APPROVAL = "report beside approval"
    """The report; the clean one is its approval."""
    LAST_YEAR = "last year"
    """Last year's report, turned back a year; the clean one is audited."""
    DEPARTMENT = "department summary"
    """The summary of a department; the clean one is each of its reports."""
    PEERS = "peers"
    """Reports of other units; the clean one is audited."""
    SAME_UNIT = "reports of the unit"
    """Further reports of its unit; the clean one is audited."""
    TWICE = "submitted twice"
    """The report that is audited; its file is there under another name too."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change: at the places of a path, or by a named function (步骤).

    Attributes:
        at: The path; empty for a named function.
        where: Key → pattern of the row; ``full`` says whether it has full marks,
            ``execution`` whether it is the execution rate.
        matches: Pattern that the text at the place must hold.
        do: The change; ``drop``, ``twice`` and ``swap`` for items of a list.
        everywhere: Whether one mutant has the change at all places.
        call: The named function.
    """

    at: str = ""
    where: Mapping[str, Any] | None = None
    matches: str = ""
    do: Any = None
    everywhere: bool = False
    call: str = ""

    def mutants(self, record: Record) -> Iterator[Record]:
        """The record with this change, one mutant a place."""
        if self.call:
            result = _NAMED[self.call](record)
            if result is not None and result != record:
                yield result
            return
        places = [
            place for place in sites(record, self.at) if self._fits(record, place)
        ]
        if self.everywhere:
            result = record
            for place in reversed(places):
                result = self._change(result, place)
            if result != record:
                yield result
            return
        for place in places:
            result = self._change(record, place)
            if result != record:
                yield result

    def carried_along(self, record: Record) -> Record:
        """The record with this change where it can be made, else as it is."""
        return next(self.mutants(record), record)

    def _fits(self, record: Record, place: Steps) -> bool:
        if self.matches and not re.search(self.matches, str(value_at(record, place))):
            return False
        row = row_of(record, place)
        return all(_row_has(row, *item) for item in (self.where or {}).items())

    def _change(self, record: Record, place: Steps) -> Record:
        old = value_at(record, place)
        if self.do == "drop":
            return with_value(record, place, None)
        if self.do == "twice":
            return with_items(record, place, old, deepcopy(old))
        if self.do == "swap":
            return _swapped(record, place)
        return with_value(record, place, changed(old, self.do, year_of(record)))


def _row_has(row: Record | None, key: str, wanted: Any) -> bool:
    if row is None:
        return False
    if key == "full":
        return (number(row.get("score")) == number(row.get("weight"))) is wanted
    if key == "execution":
        return is_execution(row) is wanted
    return re.search(str(wanted), str(row.get(key, ""))) is not None


def _swapped(record: Record, place: Steps) -> Record:
    """A copy with an item and the next one changed over."""
    result = deepcopy(record)
    items, position = value_at(result, place[:-1]), place[-1]
    if isinstance(position, int) and position + 1 < len(items):
        pair = slice(position, position + 2)
        items[pair] = items[pair][::-1]
    return result


_FIRST: Final = 0


@dataclass(frozen=True, slots=True)
class Mutator:
    """One kind of planted fault (变异算子).

    Attributes:
        name: What is done.
        catches: The rules that must see it.
        steps: The fault first; then what is carried along.
        role: What the spoilt record is on the desk.
        given: Path → pattern of the reports that have room for the fault.
        left_out: Reports in which the same change would be no fault.
        disclosure: Whether the report is to be published.
        region: Region of the report; empty for the whole country.
    """

    name: str
    catches: tuple[str, ...]
    steps: tuple[Step, ...]
    role: Role = Role.REPORT
    given: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    disclosure: bool = False
    region: str = ""

    def mutants(self, record: Record) -> tuple[Record, ...]:
        """The spoilt records, one a place; none where there is nothing to spoil."""
        if not all(_says(record, *item) for item in self.given.items()):
            return ()
        found = list(self.steps[_FIRST].mutants(record))
        for step in self.steps[1:]:
            found = [step.carried_along(mutant) for mutant in found]
        return tuple(found)


def _says(record: Record, path: str, pattern: str) -> bool:
    return any(
        re.search(pattern, str(value_at(record, place)))
        for place in sites(record, path)
    )
