"""Where the cells of a composed form stand (栏位位置)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import Report
from quanheng.core.source import Source
from quanheng.document.blocks import AnnexStart, Block, Document, Paragraph
from quanheng.document.table import Cell, Table
from quanheng.forms.recognise import recognise
from quanheng.live.terms import Place, cell, in_row, place_of, text

_NAME: Final = "填报"
_CELLS: Final = (
    *("name", "level1", "level2", "sign", "target", "unit"),
    *("actual", "weight", "completion", "score", "reason"),
)


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """The places of one indicator row (指标行位置); None where a form has no such cell.

    Attributes:
        name: Its level-three name.
        level1: Its level-one cell.
        level2: Its level-two cell.
        target: The target.
        actual: The actual.
        weight: The points.
        completion: The completion rate.
        score: The score.
        reason: The reason of a deviation.
        sign: The sign, where it stands apart from the target.
        unit: The unit, where it stands apart from the target.
        is_execution: Whether the row states the execution rate.
    """

    name: Place
    level1: Place | None
    level2: Place | None
    target: Place | None
    actual: Place | None
    weight: Place | None
    completion: Place | None
    score: Place | None
    reason: Place | None
    sign: Place | None = None
    unit: Place | None = None
    is_execution: bool = False

    @property
    def row(self) -> int:
        """The grid row."""
        return self.name[0]

    def cells(self) -> Mapping[str, str]:
        """Each cell as it stands in formulas of the row; missing ones are empty."""
        places = {name: getattr(self, name) for name in _CELLS}
        return {name: self._cell(place) for name, place in places.items()}

    def _cell(self, place: Place | None) -> str:
        if place is None:
            return text("")
        return in_row(place[1]) if place[0] == self.row else cell(place)


def read_back(document: Document) -> tuple[Document, Report]:
    """A composed document with its places, and what is read where in it.

    Reading it is what finds the cells: whatever layout composed it, each field of the
    report stands where a reader of the file will find it.
    """
    blocks = tuple(_placed(document.blocks))
    placed = replace(document, blocks=blocks)
    lines = tuple(
        Paragraph(block.label) if isinstance(block, AnnexStart) else block
        for block in blocks
    )
    return placed, recognise(replace(document, name=_NAME, blocks=lines))


def _placed(blocks: tuple[Block, ...]) -> Iterator[Block]:
    count = 0
    for block in blocks:
        if not isinstance(block, Table):
            yield block
            continue
        count += 1
        cells = tuple(_at(cell, count) for cell in block.cells)
        yield replace(block, cells=cells, at=Source(table=count))


def _at(cell: Cell, table: int) -> Cell:
    at = Source(table=table, row=cell.row + 1, column=cell.column + 1)
    spans = cell.row_span, cell.column_span
    return Cell(cell.text, cell.row, cell.column, *spans, cell.align, at)


def row_places(row: Indicator) -> RowPlaces:
    """The places of a row that was read back."""
    return RowPlaces(
        name=place_of(row.name.at),
        level1=_place(row.level1),
        level2=_place(row.level2),
        target=_place(row.target),
        actual=_place(row.actual),
        weight=_place(row.weight),
        completion=_place(row.completion),
        score=_place(row.score),
        reason=_place(row.reason),
        is_execution=row.is_execution,
    )


def _place(field: Field | None) -> Place | None:
    return place_of(field.at) if field is not None and field.at.row else None
