"""The indicator tables of one project while they are being read (指标表)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quanheng.core.field import Field
from quanheng.core.report import IndicatorTable
from quanheng.core.source import Source
from quanheng.core.unread import WHOLE_PERIOD, Unread
from quanheng.forms.labels import meaning
from quanheng.forms.recognising.indicator_header import Header
from quanheng.forms.recognising.indicator_table import IndicatorBlock, shape_of
from quanheng.forms.recognising.rows import Row


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

    def __init__(self) -> None:
        self._parts: list[_Part] = []

    def __bool__(self) -> bool:
        return bool(self._parts)

    def open(self, header: Header, at: Source, *, in_annex: bool) -> IndicatorBlock:
        """A block for the rows below a header; the last one where it is repeated."""
        if self._parts and self._parts[-1].goes_on_with(header, in_annex=in_annex):
            block = self._parts[-1].block
            block.continue_with(header)
            return block
        self._parts.append(_Part(IndicatorBlock(header, at), in_annex))
        return self._parts[-1].block

    def take_rest(self, rows: Sequence[Row]) -> bool:
        """Read rows without a header that go on with the last table."""
        if not self._parts or not self._parts[-1].block.goes_on_in(rows):
            return False
        for row in rows:
            self._parts[-1].block.take(row)
        return True

    def take_total(self, row: Row) -> bool:
        """Read a total row that stands apart from its table."""
        filled = row.filled
        if not self._parts or meaning("total_row", filled[0].text) != "total":
            return False
        return self._parts[-1].block.take(row)

    @property
    def grade(self) -> Field | None:
        """The grade in a total row."""
        return next(
            (p.block.grade for p in reversed(self._parts) if p.block.grade), None
        )

    def left_out(self) -> Iterator[Unread]:
        """The indicators of the whole period that stand beside those of the year."""
        blocks = [part.block for part in self._parts]
        has_annual = any(not block.header.period for block in blocks)
        for block in blocks:
            is_passed_over = block.header.period and has_annual and block.rows
            if block.has_period_beside or is_passed_over:
                yield Unread(block.at, WHOLE_PERIOD)

    def chosen(self) -> tuple[IndicatorTable | None, tuple[IndicatorTable, ...]]:
        """The main table, and the tables inside the narrative beside it.

        Of indicators for the whole period and for the year those for the year stand.
        """
        parts = [part for part in self._parts if not part.block.header.period]
        parts = parts or self._parts
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
