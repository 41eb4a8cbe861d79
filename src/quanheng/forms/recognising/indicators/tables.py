"""The indicator tables of one project while they are being read (指标表)."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import Final

from quanheng.core.field import Field, text_of
from quanheng.core.report import IndicatorTable
from quanheng.core.source import Source
from quanheng.forms.recognising.indicators.header import Header, goes_on, headers_of
from quanheng.forms.recognising.indicators.table import IndicatorBlock, shape_of
from quanheng.forms.recognising.judging.decisions import Decisions
from quanheng.forms.recognising.rows import Row

HEAD: Final = frozenset(("head",))
BODY: Final = HEAD | {"indicator", "class", "filler", "subtotal", "total", "note"}
"""Kinds of the rows of an indicator table; a page may repeat its head."""


def end_of(rows: Sequence[Row], number: int, kinds: frozenset[str]) -> int:
    """Where the rows of these kinds end that begin here; blank rows are among them."""
    end = number
    while end < len(rows) and (rows[end].kind in kinds or not rows[end].filled):
        end += 1
    return end


def _with_one_head(run: Sequence[Row]) -> list[Row]:
    """The rows, those that say again what the head says told as rows of no content."""
    height = end_of(run, 0, HEAD)
    said = {cell.text for row in run[:height] for cell in row.filled}
    return [
        replace(row, kind="filler") if n >= height and _repeats(row, said) else row
        for n, row in enumerate(run)
    ]


def _repeats(row: Row, said: Set[str]) -> bool:
    """Whether a row holds words of the head alone, several of them."""
    texts = {cell.text for cell in row.filled}
    return len(texts) > 1 and texts <= said


@dataclass(frozen=True, slots=True)
class _Part:
    block: IndicatorBlock
    in_annex: bool

    def goes_on_with(self, header: Header, *, in_annex: bool) -> bool:
        """Whether a header repeats this table's; section tables stay apart."""
        known = self.block.header
        return (
            self.in_annex == in_annex
            and known.period == header.period
            and known.columns.keys() == header.columns.keys()
            and "level1" in header.columns
        )


class TableReading:
    """Collects the indicator tables of a project."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self._parts: list[_Part] = []
        self._last: list[IndicatorBlock] = []

    def __bool__(self) -> bool:
        return bool(self._parts)

    def take(
        self, rows: Sequence[Row], number: int, at: Source, *, in_annex: bool
    ) -> int:
        """Read the rows of an indicator table.

        Returns:
            Where they end; the number itself where none begins.
        """
        run = _with_one_head(rows[number : end_of(rows, number, BODY)])
        read = begin = 0
        while begin < len(run):
            body = end_of(run, begin, HEAD)
            last = end_of(run, body, BODY - HEAD)
            if self._take_part(run[begin:body], run[body:last], at, in_annex):
                read = last
            begin = last
        return number + read

    def _take_part(
        self, head: Sequence[Row], body: Sequence[Row], at: Source, in_annex: bool
    ) -> bool:
        """Read one head with the rows below it; without a head what goes on."""
        blocks = self._blocks(head, body, at, in_annex)
        for block in blocks:
            block.read(body)
            self._decisions.note_columns(body, block.header.choices)
        self._last = blocks or self._last
        return bool(blocks)

    def _blocks(
        self, head: Sequence[Row], body: Sequence[Row], at: Source, in_annex: bool
    ) -> list[IndicatorBlock]:
        filled = [row for row in body if row.kind == "indicator"]
        if not head and not filled:
            has_total = any(row.kind == "total" for row in body)
            return self._last if has_total else []
        if not head and self._last:
            headers = [block.header for block in self._last]
            if goes_on(headers, filled):
                return self._last
        headers = headers_of(head, filled)
        return [self._open(header, at, in_annex=in_annex) for header in headers]

    def _open(self, header: Header, at: Source, *, in_annex: bool) -> IndicatorBlock:
        """A block for the rows below a header; the last one where it is repeated."""
        alike = (p for p in self._parts[::-1] if p.block.header.period == header.period)
        part = next(alike, None)
        if part and part.goes_on_with(header, in_annex=in_annex):
            part.block.continue_with(header)
            return part.block
        self._parts.append(_Part(IndicatorBlock(header, at), in_annex))
        return self._parts[-1].block

    @property
    def grade(self) -> Field | None:
        """The grade in a total row."""
        return next(
            (p.block.grade for p in reversed(self._parts) if p.block.grade), None
        )

    def of_year(self) -> tuple[IndicatorTable | None, tuple[IndicatorTable, ...]]:
        """The main table, and the tables inside the narrative beside it.

        Indicators of the whole period are those of the year where there are no others.
        """
        parts = self._of(period=False) or self._of(period=True)
        tables = [part.block.table() for part in parts]
        annex = [
            table for table, part in zip(tables, parts, strict=True) if part.in_annex
        ]
        # A workbook holds its section tables behind the annex heading too.
        whole = [table for table in annex if "level1" in table.labels] or annex
        whole = whole or [table for table in tables if "level1" in table.labels]
        if whole:
            return _joined(whole), tuple(t for t in tables if t not in whole)
        return (_joined(tables) if tables else None), ()

    def of_period(self) -> IndicatorTable | None:
        """The indicators of the whole period beside those of the year."""
        if not self._of(period=False):
            return None
        tables = [part.block.table() for part in self._of(period=True)]
        stated = [t for t in tables if any(text_of(row.target) for row in t.rows)]
        return _joined(stated) if stated else None

    def _of(self, *, period: bool) -> list[_Part]:
        return [part for part in self._parts if part.block.header.period == period]


def _joined(tables: Sequence[IndicatorTable]) -> IndicatorTable:
    """Tables one after the other as one; the last total stands."""
    if len(tables) == 1:
        return tables[0]
    last = next((table for table in reversed(tables) if table.total_score), tables[-1])
    rows = tuple(row for table in tables for row in table.rows)
    return replace(
        tables[0],
        rows=rows,
        total_weight=last.total_weight,
        total_score=last.total_score,
        shape=shape_of(tables[0].at, rows),
    )
