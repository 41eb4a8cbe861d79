"""Locate each cell of a workbook in the bytes of its sheet (原位)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from quanheng.annotate.markup import (
    Splice,
    Tag,
    into,
    locate,
    opening,
    refilled,
    with_attributes,
)
from quanheng.annotate.parts import Parts
from quanheng.core.source import Source
from quanheng.office.xml import parse
from quanheng.readers.workbook.sheet import Place
from quanheng.readers.workbook.xlsx import Workbook
from quanheng.readers.workbook.xlsx_parts import cells, main_part, rows, whole

_ROW: Final = "row"
_CELL: Final = "c"
_DATA: Final = "sheetData"


@dataclass(slots=True)
class NewCell:
    """The new style and content of a cell (单元格改动).

    Attributes:
        style: Number of its style.
        kind: Type of its content (``t``), None to keep the content.
        content: Its content as XML.
    """

    style: int
    kind: str | None = None
    content: str = ""


@dataclass(slots=True)
class SheetOrigin:
    """A sheet, with the position of each place in its bytes.

    Attributes:
        name: The sheet's name.
        part: The name of its part.
        data: The bytes of that part.
        root: Its tree.
        cells: The ``c`` element of each place.
    """

    name: str
    part: str
    data: bytes
    root: etree._Element
    cells: dict[Place, etree._Element] = field(default_factory=dict)
    _located: list[Tag] = field(default_factory=list)
    _tags: dict[etree._Element, Tag] = field(default_factory=dict)
    _rows: dict[int, etree._Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._located = locate(self.data, {_DATA, _ROW, _CELL})
        for name in (_ROW, _CELL):
            tags = [tag for tag in self._located if tag.name == name]
            elements = self.root.iter(f"{{*}}{name}")
            self._tags.update(zip(elements, tags, strict=True))
        for number, row in rows(self.root):
            self._rows.setdefault(number, row)
            for column, cell in cells(row):
                self.cells.setdefault((number, column), cell)

    def place(self, at: Source) -> Place | None:
        """The cell for a note: of a sheet or row, the first cell that is not empty."""
        if at.row and at.column:
            return at.row - 1, at.column - 1
        filled = (place for place, cell in self.cells.items() if len(cell))
        return next((p for p in filled if at.row in (0, p[0] + 1)), None)

    def style(self, place: Place) -> int:
        """The number of a cell's style."""
        cell = self.cells.get(place)
        return 0 if cell is None else whole(cell.get("s"))

    def splices(self, new: Mapping[Place, NewCell]) -> Iterator[Splice]:
        """The edits of the part that change cells."""
        missing: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        for (row, column), cell in sorted(new.items()):
            current = self.cells.get((row, column))
            if current is not None:
                yield self._changed(current, cell)
            else:
                missing[row].append((column, self._new_cell((row, column), cell)))
        new_rows = []
        for number, listed in missing.items():
            if number in self._rows:
                yield from self._into_row(self._rows[number], listed)
            else:
                new_rows.append((number, self._new_row(number, listed)))
        if new_rows:
            numbered = [(number, self._tags[row]) for number, row in self._rows.items()]
            yield from self._put(self._sheet_data, numbered, new_rows)

    @property
    def prefix(self) -> str:
        """The namespace prefix of the part, empty without one."""
        return self._sheet_data.prefix

    @property
    def _sheet_data(self) -> Tag:
        return next(tag for tag in self._located if tag.name == _DATA)

    def _into_row(
        self, row: etree._Element, listed: Sequence[tuple[int, str]]
    ) -> Iterator[Splice]:
        numbered = [
            (column, self._tags[cell])
            for column, cell in cells(row)
            if cell in self._tags
        ]
        yield from self._put(self._tags[row], numbered, listed)

    def _put(
        self,
        outer: Tag,
        known: Sequence[tuple[int, Tag]],
        new: Sequence[tuple[int, str]],
    ) -> Iterator[Splice]:
        """Insert numbered elements into an ordered list."""
        if outer.is_closed:
            yield into(self.data, outer, "".join(element for _, element in new))
            return
        for number, element in new:
            later = (tag.start for other, tag in known if other > number)
            place = min(later, default=outer.close)
            yield Splice(place, place, element)

    def _new_row(self, number: int, listed: Sequence[tuple[int, str]]) -> str:
        p = self.prefix
        content = "".join(cell for _, cell in listed)
        return f'<{p}row r="{number + 1}">{content}</{p}row>'

    def _new_cell(self, place: Place, cell: NewCell) -> str:
        p, kind = self.prefix, f' t="{cell.kind}"' if cell.kind else ""
        attributes = f'r="{reference(place)}" s="{cell.style}"{kind}'
        return f"<{p}c {attributes}>{cell.content}</{p}c>"

    def _changed(self, known: etree._Element, cell: NewCell) -> Splice:
        tag = self._tags[known]
        start = opening(self.data, tag)
        if whole(known.get("s")) != cell.style:
            start = with_attributes(start, {"s": str(cell.style)})
        if cell.kind is None:
            return Splice(tag.start, tag.inner, start)
        return refilled(tag, with_attributes(start, {"t": cell.kind}), cell.content)


def reference(place: Place) -> str:
    """The reference of a place: ``B3``."""
    row, column = place
    letters, left = "", column + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


class Book:
    """A workbook whose sheets are located on demand.

    Attributes:
        reader: The reader of its cells.
        main: The name of its main part.
    """

    def __init__(self, parts: Parts) -> None:
        self.main = main_part(parts.package)
        self.reader = Workbook(parts.package)
        self._parts = parts
        self._listed = dict(self.reader.sheets())
        self._sheets: dict[str, SheetOrigin] = {}

    def sheet(self, at: Source) -> SheetOrigin | None:
        """The sheet of a place, the first one for the whole file; None if missing."""
        name = at.sheet or next(iter(self._listed), "")
        if name not in self._sheets and name in self._listed:
            part = self._listed[name]
            root = parse(self._parts.package.read(part), part)
            self._sheets[name] = SheetOrigin(name, part, self._parts.read(part), root)
        return self._sheets.get(name)
