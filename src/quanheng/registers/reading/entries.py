"""Reading of the entries of a register from rows of texts (读取记录).

A million rows are read in blocks, column by column: a Python call for each cell
would take a minute.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, compress, islice
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.registers.kind import RegisterKind
from quanheng.registers.reading.columns import Column
from quanheng.registers.reading.contradictions import contradictions
from quanheng.registers.reading.headings import (
    MOST_ROWS_ABOVE,
    HeadedColumn,
    counts_rows,
    find_header,
)
from quanheng.registers.reading.not_entries import (
    is_aside,
    refused_row,
    repeated,
    repeated_row,
)
from quanheng.registers.reading.table import RawTable
from quanheng.registers.reading.values import cell_reader
from quanheng.registers.reading.values.many import many_reader
from quanheng.registers.reading.values.outcome import SAMPLE, Circumstances, Problem
from quanheng.registers.register import Noted, Refused, Register

_BLOCK: Final = 512
"""Rows at a time: few enough to be freed before a garbage collection, which would go
through everything read so far."""
_UNNAMED: Final = Words("无列名的单元格，未读取", "cells below no heading; not read")
_MERGED: Final = Words(
    "有合并单元格：内容只算在第一行，其余各行为空",
    "merged cells: what they say counts for their first row alone",
)
_ASIDE: Final = Words("合计或附注，不是记录", "totals or notes, not entries")
_SURPLUS: Final = Problem(
    Words(
        "单元格比表头多，可能有未加引号的分隔符",
        "more cells than the heading; perhaps a separator without quotation marks",
    )
)


def read_register(
    kind: RegisterKind, table: RawTable, given: Circumstances, digest: str = ""
) -> Register:
    """The register in a table; every row is an entry or refused with a reason.

    Raises:
        QuanhengError: There is no heading, or a required column is missing.
    """
    rows = iter(table.rows)
    head = list(islice(rows, MOST_ROWS_ABOVE))
    header = find_header(kind, head)
    headings = head[header.index]
    if given.is_text_file:
        # Behind the last heading a comma too many would shift every cell.
        headings = _without_blank_end(headings)
    reading = _Reading(kind, header.columns, headings, given)
    below = chain(head[header.index + 1 :], rows)
    first = header.index + 2
    while block := list(islice(below, _BLOCK)):
        reading.take(block, first)
        first += len(block)
    reading.strike_out_repeated()
    register = Register(
        kind=kind,
        file=table.file,
        columns={column.field.name: column.entries for column in reading.columns},
        rows=reading.rows,
        refused=tuple(sorted(reading.refused, key=lambda refused: refused.row)),
        digest=digest,
        noted=(*header.noted, *reading.noted()),
        blank=reading.blank,
        samples=reading.samples,
        asides=tuple(reading.asides),
    )
    odd = (
        *register.noted,
        *_merged(register, table),
        *contradictions(register, given),
    )
    return replace(register, noted=odd)


def _merged(register: Register, table: RawTable) -> Iterator[Noted]:
    if rows := tuple(sorted(table.merged.intersection(register.rows))):
        yield Noted("", _MERGED, rows)


class _Reading:
    """A register while its rows are being read."""

    def __init__(
        self,
        kind: RegisterKind,
        headed: Sequence[HeadedColumn],
        headings: Sequence[str],
        given: Circumstances,
    ) -> None:
        self._kind = kind
        self._width = len(headings)
        self._unnamed = [i for i, text in enumerate(headings) if not text.strip()]
        self._numbering = {i for i, text in enumerate(headings) if counts_rows(text)}
        self._places = [column.index for column in headed]
        self.columns = [
            Column(
                column.field,
                cell_reader(column.field, column.unit, given),
                many_reader(column.field, column.unit),
            )
            for column in headed
        ]
        self.rows: list[int] = []
        self.refused: list[Refused] = []
        self.blank = 0
        self.samples = 0
        self.asides: list[int] = []
        self._odd: defaultdict[tuple[str, Words], list[int]] = defaultdict(list)

    def take(self, block: Sequence[Sequence[str]], first: int) -> None:
        """Read consecutive rows from a row number on."""
        surplus = {}
        if set(map(len, block)) != {self._width}:
            surplus = dict(self._surplus(block))
            block = [_fitted(row, self._width) for row in block]
        texts = list(zip(*block, strict=True))
        found = [
            column.take(texts[place])
            for column, place in zip(self.columns, self._places, strict=True)
        ]
        problems = self._problems(found, surplus)
        for at, faults in problems.items():
            self._leave_out(block[at], first + at, faults)
        self._note(texts, first, problems)
        counts = [at not in problems for at in range(len(block))] if problems else None
        for column, values in zip(self.columns, found, strict=True):
            column.entries += compress(values, counts) if counts else values
        numbers = range(first, first + len(block))
        self.rows += compress(numbers, counts) if counts else numbers

    def _surplus(self, block: Iterable[Sequence[str]]) -> Iterator[tuple[int, Problem]]:
        for at, row in enumerate(block):
            if any(map(str.strip, row[self._width :])):
                yield at, _SURPLUS

    def _problems(
        self, found: Sequence[Sequence[Any]], surplus: dict[int, Problem]
    ) -> dict[int, list[tuple[str, Problem]]]:
        """Place in the block → the fields at fault, each with its problem."""
        problems: defaultdict[int, list[tuple[str, Problem]]] = defaultdict(list)
        for at, problem in surplus.items():
            problems[at].append(("", problem))
        for column, values in zip(self.columns, found, strict=True):
            for at, problem in column.problems(values):
                problems[at].append((column.field.title.zh, problem))
        return problems

    def _leave_out(
        self, row: Sequence[str], number: int, faults: Sequence[tuple[str, Problem]]
    ) -> None:
        if is_aside(row):
            self.asides.append(number)
        elif not any(
            cell.strip() for at, cell in enumerate(row) if at not in self._numbering
        ):
            self.blank += 1
        elif any(problem is SAMPLE for _, problem in faults):
            self.samples += 1
        else:
            self.refused.append(refused_row(number, faults))

    def _note(
        self, texts: Sequence[Sequence[str]], first: int, problems: dict[int, Any]
    ) -> None:
        for column, place in zip(self.columns, self._places, strict=True):
            if column.warnings:
                for at, text in enumerate(texts[place]):
                    if text in column.warnings and at not in problems:
                        key = column.field.title.zh, column.warnings[text]
                        self._odd[key].append(first + at)
        for place in self._unnamed:
            for at, text in enumerate(texts[place]):
                if text.strip() and at not in problems:
                    self._odd["", _UNNAMED].append(first + at)

    def noted(self) -> Iterator[Noted]:
        """Notes on the rows that count, and on totals and notes among them."""
        counted = set(self.rows) if self._odd else set()
        for (field, reason), rows in self._odd.items():
            if left := [row for row in rows if row in counted]:
                yield Noted(field, reason, tuple(left))
        if self.asides:
            yield Noted("", _ASIDE, tuple(self.asides))

    def strike_out_repeated(self) -> None:
        """Refuse every entry with the key of an earlier one."""
        known = {column.field.name: column.entries for column in self.columns}
        keys = [known[name] for name in self._kind.key if name in known]
        if not keys or self._kind.key[0] not in known:
            return
        twins = repeated(keys)
        if not twins:
            return
        title = "、".join(self._kind.field(name).title.zh for name in self._kind.key)
        for at, earlier in twins.items():
            again = repeated_row(self.rows[at], title, self.rows[earlier])
            self.refused.append(again)
        counts = [at not in twins for at in range(len(self.rows))]
        for column in self.columns:
            column.entries = list(compress(column.entries, counts))
        self.rows = list(compress(self.rows, counts))


def _without_blank_end(headings: Sequence[str]) -> Sequence[str]:
    last = max(i for i, text in enumerate(headings) if text.strip())
    return headings[: last + 1]


def _fitted(row: Sequence[str], width: int) -> Sequence[str]:
    return [*row[:width], *("",) * (width - len(row))]
