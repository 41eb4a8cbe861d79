"""The layout of Word documents, collected during reading (版面)."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, Decimal
from functools import lru_cache
from typing import Final

from lxml import etree

from quanheng.core.layout import TableLayout, Typesetting
from quanheng.core.quantity import rounded
from quanheng.core.source import Source
from quanheng.document.blocks import Block
from quanheng.document.layout import DocumentLayout
from quanheng.document.table import Cell, Table
from quanheng.office.package import Package
from quanheng.readers.docx import names as w
from quanheng.readers.docx.formats import Format, Formats
from quanheng.readers.docx.sections import Section, Sections, alignment, points
from quanheng.readers.docx.side_parts import side_data
from quanheng.readers.docx.styles import StyleSheet
from quanheng.readers.docx.traces import Mark, placed, properties_of
from quanheng.readers.docx.walk import Place

_LINE_HEIGHT: Final = Decimal("1.3")
"""Height of a line of Chinese text, relative to its font size."""
_MM_PER_POINT: Final = Decimal("25.4") / 72
_FEWEST_ROWS: Final = 10
"""A table with fewer rows is a form or text in cells, not a list."""
_WIDE_BLANK: Final = "\u3000"


class LayoutReading:
    """Collects the layout of paragraphs and tables while a tidied body is read.

    ``marks`` are the traces of editing, taken before the body was tidied.
    """

    def __init__(
        self,
        package: Package,
        main: str,
        body: etree._Element,
        styles: StyleSheet,
        marks: tuple[Mark, ...],
    ) -> None:
        self._package = package
        self._marks = marks
        self._formats = Formats(
            styles, lambda: side_data(package, package.related(main, "theme"))
        )
        self._sections = Sections(package, main, self._formats)
        self._ends = [end for end in body.iter(w.SECTION) if not _is_replaced(end)]
        self._last = {
            paragraph
            for end in self._ends
            for paragraph in end.iterancestors(w.PARAGRAPH)
        }
        self._read: list[Section] = []
        self._is_new = True
        self._paragraphs: dict[Source, Typesetting] = {}
        self._tables: list[TableLayout] = []
        self._places: dict[etree._Element, Source] = {}

    def add(self, blocks: Sequence[Block], places: Sequence[Place]) -> None:
        """Collect one paragraph or table of the body."""
        if not places:
            return
        at, element = places[0]
        self._begin_section(at)
        if self._marks:
            self._places.update((e, place) for place, e in places)
        if element.tag == w.CELL:
            for block in blocks:
                if isinstance(block, Table):
                    self._tables.append(self._table(block, element, places))
            return
        if blocks:
            found = self._formats.paragraph(element)
            self._paragraphs[at] = typesetting(found, self._grid, _blanks(element))
        self._is_new = element in self._last

    def layout(self) -> DocumentLayout:
        """The collected layout."""
        return DocumentLayout(
            tuple(section.page for section in self._read),
            self._paragraphs,
            tuple(self._tables),
            placed(self._marks, self._places),
            properties_of(self._package),
        )

    @property
    def _grid(self) -> Decimal:
        return self._read[-1].grid if self._read else Decimal(0)

    def _begin_section(self, at: Source) -> None:
        if self._is_new and len(self._read) < len(self._ends):
            end = self._ends[len(self._read)]
            self._read.append(self._sections.read(end, at))
        self._is_new = False

    def _table(
        self, table: Table, first: etree._Element, places: Sequence[Place]
    ) -> TableLayout:
        row = next(first.iterancestors(w.ROW))
        repeats = _has(row, w.HEADER_ROW)
        is_measured = table.row_count >= _FEWEST_ROWS and not repeats
        room = self._read[-1].page.room if self._read else Decimal(0)
        return TableLayout(
            table.row_count,
            self._height(table, row, places) if is_measured else Decimal(0),
            room,
            repeats_head=repeats,
            ragged=tuple(_ragged(table, row.getparent())),
            at=table.at,
        )

    def _height(
        self, table: Table, row: etree._Element, places: Sequence[Place]
    ) -> Decimal:
        """The least height in millimetres of a table's lines."""
        widths = _widths(row.getparent(), table.column_count)
        if not widths:
            return Decimal(0)
        paragraph = next(places[len(places) // 2][1].iter(w.PARAGRAPH), None)
        found = Format() if paragraph is None else self._formats.paragraph(paragraph)
        size = points(found.size)
        half = int(size * 10)
        lines = [1] * table.row_count
        for cell in table.cells:
            if cell.row_span == 1 and len(cell.text) > 1:
                needed = _lines(cell, widths, half)
                lines[cell.row] = max(lines[cell.row], needed)
        return rounded(sum(lines) * size * _LINE_HEIGHT * _MM_PER_POINT, 0)


def _is_replaced(section: etree._Element) -> bool:
    """Whether these are the properties before a tracked change."""
    parent = section.getparent()
    return parent is not None and parent.tag == w.SECTION_CHANGE


def _lines(cell: Cell, widths: Sequence[int], half: int) -> int:
    """Lines of a cell's text, given column widths and half a character's in twips."""
    width = sum(widths[cell.column : cell.column + cell.column_span])
    room = max(2, width // half)
    # A Chinese character has three bytes in UTF-8: it counts twice, a digit once.
    return sum(
        max(1, -(-(len(line) + len(line.encode())) // 2 // room))
        for line in cell.text.split("\n")
    )


def _widths(table: etree._Element | None, columns: int) -> tuple[int, ...]:
    """Column widths in twips, empty unless all are given."""
    grid = None if table is None else next(table.iterchildren(w.TABLE_GRID), None)
    if grid is None:
        return ()
    widths = tuple(
        w.whole(column.get(w.WIDTH, "").partition(".")[0]) or 0
        for column in grid.iterchildren(w.GRID_COLUMN)
    )
    return widths if len(widths) >= columns and all(widths) else ()


def _ragged(table: Table, element: etree._Element | None) -> Iterator[int]:
    """Rows with an undeclared gap; a note row of one cell is none."""
    covered = sum(cell.row_span * cell.column_span for cell in table.cells)
    if element is None or covered == table.row_count * table.column_count:
        return
    rows = element.iterchildren(w.ROW)
    for number, (grid_row, row) in enumerate(zip(table.grid, rows, strict=False), 1):
        cells = len(set(map(id, filter(None, grid_row))))
        is_declared = _has(row, w.GRID_BEFORE) or _has(row, w.GRID_AFTER)
        if None in grid_row and cells > 1 and not is_declared:
            yield number


def _has(row: etree._Element, name: str) -> bool:
    """Whether a row property is set and not off."""
    for properties in row.iterchildren(w.ROW_PROPERTIES):
        for item in properties.iterchildren(name):
            return w.is_on(item.get(w.VAL))
    return False


def _blanks(paragraph: etree._Element) -> Decimal:
    """Width of a paragraph's leading blank space, in characters."""
    text = next(paragraph.iter(w.TEXT), None)
    written = "" if text is None else text.text or ""
    if not written[:1].isspace():
        return Decimal(0)
    blank = written[: len(written) - len(written.lstrip())]
    return Decimal(len(blank) + blank.count(_WIDE_BLANK)) / 2


@lru_cache(maxsize=1024)
def typesetting(found: Format, grid: Decimal, blanks: Decimal) -> Typesetting:
    """A format as it appears on the page.

    Args:
        found: The resolved format.
        grid: Line pitch of the page in points, 0 without a grid.
        blanks: Leading blank space in characters.
    """
    size = points(found.size)
    if found.indent_chars is None:
        indent = Decimal(found.indent or 0) / 20 / size
    else:
        indent = Decimal(found.indent_chars) / 100
    return Typesetting(
        found.font or "",
        size,
        rounded(_pitch(found, size, grid), 1),
        rounded(indent + blanks, 1),
        alignment(found.align),
    )


def _pitch(found: Format, size: Decimal, grid: Decimal) -> Decimal:
    line = Decimal(found.line or 240)
    if found.line_rule == "exact":
        return line / 20
    needed = size * _LINE_HEIGHT
    if grid:
        needed = (needed / grid).to_integral_value(ROUND_CEILING) * grid
    return (
        max(needed, line / 20) if found.line_rule == "atLeast" else needed * line / 240
    )
