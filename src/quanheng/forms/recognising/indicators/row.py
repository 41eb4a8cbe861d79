"""A row below an indicator header → an indicator (指标行)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.core.field import Field, Remark
from quanheng.core.indicator import Indicator
from quanheng.document.table import Cell
from quanheng.forms.recognising.indicators.header import LEVELS, Header
from quanheng.forms.recognising.indicators.labelled_cells import labelled
from quanheng.forms.recognising.judging.evidence import shape as look_of
from quanheng.forms.recognising.rows import Row, compact, field, prose
from quanheng.language.folding import folded

_FILLER: Final = re.compile(
    r"(?:(?:具体)?指标\d*[:：.．、]?)?[\s.…．·/／\-—－]*", re.ASCII
)
_LEVEL_WEIGHT: Final = re.compile(
    r"[（(]\s*(\d+(?:\.\d+)?)\s*分?\s*[)）]?$|(\d+(?:\.\d+)?)\s*分\s*[)）]?$"
)
_POINTS: Final = re.compile(r"[（(]\s*(\d+(?:\.\d+)?)\s*分\s*[)）]\s*$")
_CLASSES: Final = ("level1", "level2")
_KIND: Final = ("定性", "定量")
_NO_UNITS: Final = frozenset(
    ("dash", "blank", "prose", "number", "percent", "points", "signed", "range", "date")
)
COLUMNS: Final = ("weight", "actual", "completion", "score", "reason")


class RowReading:
    """Reads row after row below one header; levels are filled down.

    Args:
        header: What the columns hold.
    """

    def __init__(self, header: Header) -> None:
        self.header = header
        self._levels: dict[str, Field] = {}

    def take_class(self, row: Row, names: Sequence[Cell], level: int) -> None:
        """A row that names the class of the indicators below it.

        In the column of a level it is of that level, and of another one none.
        """
        if any(self._stands_below(row, c, key) for c in names for key in _CLASSES):
            for key in _CLASSES:
                self._level(row, key)
            return
        if level == 1 or "level2" in self.header.columns:
            self._levels.clear()
            level = 1
        for number, cell in enumerate(names[: 3 - level], level):
            self._levels[f"level{number}"] = field(cell)

    def names_alone(self, row: Row) -> bool:
        """Whether it holds an indicator's name alone, beside columns of classes."""
        columns, filled = self.header.columns, row.filled
        if not columns.keys() >= LEVELS or len(filled) != 1:
            return False
        return self._stands_below(row, filled[0], "level3")

    def _stands_below(self, row: Row, cell: Cell, key: str) -> bool:
        """Whether a cell takes the room of this column alone."""
        covered = {place for place, other in enumerate(row.slots) if other is cell}
        return covered <= set(self.header.columns.get(key, ()))

    def indicator(self, row: Row) -> Indicator | None:
        """The indicator of a row, None where it has no name."""
        level1 = self._level(row, "level1")
        level2 = self._level(row, "level2")
        name = self._joined(row, "level3")
        if name is None or _FILLER.fullmatch(name.raw):
            return None
        columns = {key: self._value(row, key) for key in COLUMNS}
        if "weight" not in self.header.columns:
            columns["weight"] = _points_in(name)
        target = self._target(row)
        if self.header.is_double and (cell := self.cell(row, "target")):
            both = prose(cell)
            target, columns["actual"] = _halves(both) if both.raw else (both, both)
        return Indicator(
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

    def _level(self, row: Row, key: str) -> Field | None:
        """The level cell, filled down over merged and left-out cells."""
        if key not in self.header.columns:
            return self._levels.get(key)
        cell = self.cell(row, key)
        if cell is None or _FILLER.fullmatch(cell.text):
            at = cell.at if cell else row.at
            return self._levels.get(key) or Field("", at)
        known, level = self._levels.get(key), field(cell)
        if known != level:
            if key == "level1" and (known is None or known.raw != level.raw):
                self._levels.clear()
            self._levels[key] = level
        return self._levels[key]

    def cell(self, row: Row, key: str) -> Cell | None:
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
            cell = self.cell(row, key)
            return Field("", cell.at if cell else row.at)
        first, *others = cells
        if not others:
            return self._without_own_label(key, field(first))
        text = "".join(compact(cell.text) for cell in cells)
        return Field(text, first.at, tuple(cell.at for cell in others))

    def _without_own_label(self, key: str, value: Field) -> Field:
        """A value without 目标值 before it, where no head says what it is."""
        if key not in self.header.labelled:
            return value
        return Field(labelled(value.raw)[1] or value.raw, value.at)

    def _value(self, row: Row, key: str) -> Field | None:
        if key == "reason":
            cell = self.cell(row, key)
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
        if unit and look_of(unit.raw) not in _NO_UNITS:
            also.append(unit.at)
            if not raw.endswith(unit.raw):
                raw += unit.raw
        if sign and sign.raw not in _KIND and look_of(sign.raw) == "sign":
            also.append(sign.at)
            if not raw.startswith(sign.raw):
                raw = sign.raw + raw
        return Field(raw, value.at, tuple(also))

    def _remarks(self, row: Row) -> Iterator[Remark]:
        """What the columns say that have no place of their own.

        A head that stands beside all rows (绩效指标) says nothing of any of them.
        """
        for head in self.header.notes:
            cell = row.cell(head.column)
            if cell and cell.text and cell.text != head.text:
                yield Remark(field(head), prose(cell))
        kind = self.cell(row, "sign")
        if kind and kind.text in _KIND and "sign" in self.header.labels:
            yield Remark(field(self.header.labels["sign"]), field(kind))


_PART: Final = re.compile(r"\s*(?:目标|指标|计划|预期|实际|完成)(?:值|完成值?)?\s*")
_COLON: Final = re.compile("[:：﹕]")


def _halves(both: Field) -> tuple[Field, Field]:
    """Target and actual out of one cell, with or without their labels."""
    first, *others = both.raw.split("\n", 1) if "\n" in both.raw else both.raw.split()
    second = "".join(others)
    target, actual = (
        Field(compact(_without_label(part)), both.at) for part in (first, second)
    )
    return target, actual


def _without_label(part: str) -> str:
    """A half without 目标： or 实际： before it, in whatever script."""
    colon = _COLON.search(part)
    if colon and _PART.fullmatch(folded(part[: colon.start()])):
        return part[colon.end() :]
    return part


def _points_in(name: Field) -> Field | None:
    """The points behind a name in brackets: 值守点位数（15分）."""
    match = _POINTS.search(name.raw)
    return Field(match[1], name.at) if match else None


def _weight_in(level: Field | None) -> Field | None:
    match = _LEVEL_WEIGHT.search(level.raw) if level else None
    if level is None or match is None:
        return None
    return Field(match[1] or match[2], level.at)
