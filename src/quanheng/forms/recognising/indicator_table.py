"""Rows below an indicator header → indicators (指标表)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from quanheng.core.field import Field, Remark
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable, TableShape
from quanheng.core.source import Source
from quanheng.document.table import Cell
from quanheng.forms.recognising.class_rows import class_levels, names_in
from quanheng.forms.recognising.evidence import shape as look_of
from quanheng.forms.recognising.indicator_header import Header
from quanheng.forms.recognising.rows import Row, compact, field, prose

_FILLER: Final = re.compile(
    r"(?:(?:具体)?指标\d*[:：.．、]?)?[\s.…．·/／\-—－]*", re.ASCII
)
_LEVEL_WEIGHT: Final = re.compile(
    r"[（(]\s*(\d+(?:\.\d+)?)\s*分?\s*[)）]?$|(\d+(?:\.\d+)?)\s*分\s*[)）]?$"
)
_KIND: Final = ("定性", "定量")
_GRADE: Final = re.compile("优秀?|良好?|中等?|差|合格|不合格|一般")
COLUMNS: Final = ("weight", "actual", "completion", "score", "reason")


class IndicatorBlock:
    """An indicator table while its rows are being read.

    Args:
        header: Its header.
        at: The table.
    """

    def __init__(self, header: Header, at: Source) -> None:
        self.header = header
        self.at = at
        self.rows: list[Indicator] = []
        self.total_weight: Field | None = None
        self.total_score: Field | None = None
        self.grade: Field | None = None
        self.has_period_beside = False
        self._levels: dict[str, Field] = {}

    def continue_with(self, header: Header) -> None:
        """A repeated header: the table goes on, perhaps with other columns."""
        self.header = header

    def read(self, body: Sequence[Row]) -> None:
        """Read the rows below a head, each by its kind."""
        levels = class_levels(body)
        for row in body:
            if row.kind == "class":
                self._take_class(names_in(row), next(levels))
            elif row.filled:
                self._take(row)

    def _take(self, row: Row) -> None:
        if row.kind == "indicator":
            self._take_indicator(row)
        elif row.kind == "total":
            self._take_total(row)

    def table(self) -> IndicatorTable:
        """What was read."""
        return IndicatorTable(
            rows=tuple(self.rows),
            labels=_labels(self.header.labels),
            total_weight=self.total_weight,
            total_score=self.total_score,
            at=self.at,
            shape=shape_of(self.at, self.rows),
        )

    def _take_class(self, names: Sequence[Cell], level: int) -> None:
        """A row that names the class of the indicators below it."""
        if level == 1 or "level2" in self.header.columns:
            self._levels.clear()
            level = 1
        for number, cell in enumerate(names[: 3 - level], level):
            self._levels[f"level{number}"] = field(cell)

    def _take_indicator(self, row: Row) -> None:
        beside = (row.cell(column) for column in self.header.beside)
        self.has_period_beside |= any(
            cell is not None and not _FILLER.fullmatch(cell.text) for cell in beside
        )
        level1 = self._level(row, "level1")
        level2 = self._level(row, "level2")
        name = self._joined(row, "level3")
        if name is None or _FILLER.fullmatch(name.raw):
            return
        columns = {key: self._value(row, key) for key in COLUMNS}
        target = self._target(row)
        if self.header.is_double and (cell := self._cell(row, "target")):
            target, columns["actual"] = _halves(prose(cell))
        self.rows.append(
            Indicator(
                name=name,
                level1=level1,
                level2=level2,
                target=target,
                level1_weight=self._level(row, "level1_weight") or _weight_in(level1),
                level2_weight=self._level(row, "level2_weight") or _weight_in(level2),
                at=row.at,
                remarks=tuple(self._remarks(row)),
                **columns,
            )
        )

    def _level(self, row: Row, key: str) -> Field | None:
        """The level cell, filled down over merged and left-out cells."""
        if key not in self.header.columns:
            return self._levels.get(key)
        cell = self._cell(row, key)
        if cell is None or _FILLER.fullmatch(cell.text):
            at = cell.at if cell else row.at
            return self._levels.get(key) or Field("", at)
        known, level = self._levels.get(key), field(cell)
        if known != level:
            if key == "level1" and (known is None or known.raw != level.raw):
                self._levels.clear()
            self._levels[key] = level
        return self._levels[key]

    def _cell(self, row: Row, key: str) -> Cell | None:
        """The first cell of a column that holds text, else its first cell."""
        first = None
        for column in self.header.columns.get(key, ()):
            if cell := row.cell(column):
                if cell.text:
                    return cell
                first = first or cell
        return first

    def _joined(self, row: Row, key: str) -> Field | None:
        """The cells below one head as one text."""
        if key not in self.header.columns:
            return None
        cells: list[Cell] = []
        for column in self.header.columns[key]:
            cell = row.cell(column)
            if cell and cell.text and (not cells or cells[-1] is not cell):
                cells.append(cell)
        if not cells:
            cell = self._cell(row, key)
            return Field("", cell.at if cell else row.at)
        first, *others = cells
        if not others:
            return field(first)
        text = "".join(compact(cell.text) for cell in cells)
        return Field(text, first.at, tuple(cell.at for cell in others))

    def _value(self, row: Row, key: str) -> Field | None:
        if key == "reason":
            cell = self._cell(row, key)
            if cell is None:
                return self._joined(row, key)
            return prose(cell)
        return self._joined(row, key)

    def _target(self, row: Row) -> Field | None:
        """Sign, value and unit, which may stand in cells of their own."""
        value = self._joined(row, "target")
        sign, unit = self._joined(row, "sign"), self._joined(row, "unit")
        if value is None or not value.raw:
            return value if value is not None or sign is None else sign
        raw, also = value.raw, list(value.also)
        if unit and look_of(unit.raw) not in ("dash", "blank", "prose"):
            also.append(unit.at)
            if not raw.endswith(unit.raw):
                raw += unit.raw
        if sign and sign.raw not in _KIND and look_of(sign.raw) == "sign":
            also.append(sign.at)
            if not raw.startswith(sign.raw):
                raw = sign.raw + raw
        return Field(raw, value.at, tuple(also))

    def _remarks(self, row: Row) -> Iterator[Remark]:
        """What the columns say that have no place of their own."""
        for head in self.header.notes:
            cell = row.cell(head.column)
            if cell and cell.text:
                yield Remark(field(head), prose(cell))
        kind = self._cell(row, "sign")
        if kind and kind.text in _KIND:
            yield Remark(field(self.header.labels["sign"]), field(kind))

    def _take_total(self, row: Row) -> None:
        """The total row; where its cells stand off the columns, its one figure."""
        label, *others = row.filled
        figures = [
            cell for cell in others if look_of(cell.text) in ("number", "points")
        ]
        weight, score = self._cell(row, "weight"), self._cell(row, "score")
        if score in others and score not in figures:
            weight, score = None, figures[0] if len(figures) == 1 else None
        if weight is not None and weight is not label:
            self.total_weight = field(weight)
        if score is not None and score is not label:
            self.total_score = field(score)
        for cell in others:
            if _GRADE.fullmatch(compact(cell.text)):
                self.grade = field(cell)


def shape_of(at: Source, rows: Iterable[Indicator]) -> TableShape:
    """How a table stands in its file, by the places of its rows."""
    if not (at.table or at.sheet):
        return TableShape.LINES
    tables = {(row.at.sheet, row.at.table) for row in rows}
    return TableShape.SEVERAL if len(tables) > 1 else TableShape.ONE


_PART: Final = re.compile(
    r"\s*(?:目标|指标|计划|预期|实际|完成)(?:值|完成值?)?\s*[:：]\s*"
)


def _halves(both: Field) -> tuple[Field, Field]:
    """Target and actual out of one cell, with or without their labels."""
    first, *others = both.raw.split("\n", 1) if "\n" in both.raw else both.raw.split()
    second = "".join(others)
    parts = (compact(_PART.sub("", part, count=1)) for part in (first, second))
    target, actual = (Field(part, both.at) for part in parts)
    return target, actual


def _labels(cells: Mapping[str, Cell]) -> dict[str, Field]:
    return {
        name: field(cell)
        for name, cell in cells.items()
        if name in ("level1", "level2", "level3", "target", *COLUMNS)
    }


def _weight_in(level: Field | None) -> Field | None:
    match = _LEVEL_WEIGHT.search(level.raw) if level else None
    if level is None or match is None:
        return None
    return Field(match[1] or match[2], level.at)
