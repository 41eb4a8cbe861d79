"""Reader of workbooks (xlsx) (读取 Excel)."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from lxml import etree

from quanheng.core.bilingual import Words
from quanheng.core.refusals import damaged
from quanheng.core.unread import Unread
from quanheng.document.blocks import Block, Document
from quanheng.office.package import Package
from quanheng.office.xml import parse
from quanheng.readers.limits import PlaceBudget
from quanheng.readers.workbook.cell_text import TRUTH, NumberStyles
from quanheng.readers.workbook.layout import blocks_of
from quanheng.readers.workbook.sheet import MOST_COLUMNS, Area, CellBudget, Sheet
from quanheng.readers.workbook.xlsx_parts import (
    cells,
    elements,
    last_printed,
    main_part,
    place,
    rows,
    shown_sheets,
    space,
    whole,
)

_ON: Final = frozenset({"1", "true", "on"})
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DAY: Final = timedelta(days=1)


class XlsxReader:
    """Reads workbooks as displayed, without hidden parts.

    Numbers, dates and results of formulas are texts in the cell's number format. Each
    visible sheet yields lines and one table.

    Places: the sheet's name with row and column, A = 1; a merged cell is at its upper
    left corner.
    """

    def read(self, data: bytes, name: str) -> Document:
        """The lines and tables of a workbook.

        Raises:
            UnreadableFileError: The file is damaged, unsafe, too large or xlsb.
        """
        book = Workbook(Package(data))
        blocks = tuple(book.blocks())
        return Document(name, blocks, unread=tuple(book.unread))


class Workbook:
    """A workbook whose sheets are read one by one.

    Attributes:
        styles: Its number formats.
        strings: Its shared texts.
        unread: The hidden rows with numbers found so far.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = main_part(package)
        self._root = parse(package.read(self._main), "workbook.xml")
        since_1904 = any(
            properties.get("date1904") in _ON
            for properties in elements(self._root, "workbookPr")
        )
        self.styles = _styles(self._related("styles"), since_1904)
        self.strings = _strings(self._related("sharedStrings"))
        self.unread: list[Unread] = []

    def sheets(self) -> Iterator[tuple[str, str]]:
        """The name and the part of each visible sheet, in order."""
        return shown_sheets(self._package, self._main, self._root)

    def blocks(self) -> Iterator[Block]:
        """The lines and tables of all visible sheets."""
        places = PlaceBudget()
        for sheet in self.filled_sheets():
            yield from blocks_of(sheet, places)
            self.unread += sheet.unread()

    def filled_sheets(self) -> Iterator[Sheet]:
        """All visible sheets with their cells."""
        budget = CellBudget()
        printed = last_printed(self._root)
        for name, part in self.sheets():
            sheet = Sheet(name, budget)
            if name in printed:  # what stands beside a form computes, or is a draft
                sheet.hide_columns(printed[name] + 1, MOST_COLUMNS - 1)
            _read(self, sheet, parse(self._package.read(part), part))
            yield sheet

    def text(self, cell: etree._Element, sheet: str) -> str:
        """The displayed text of a ``c`` element of a sheet."""
        tags = space(cell)
        value = ""
        for part in cell:
            if part.tag == f"{tags}v":
                value = part.text or ""
            elif part.tag == f"{tags}is":
                return text_of(part)
        kind = cell.get("t", "n")
        if kind == "s":
            return self._shared(value, sheet)
        if kind == "b":
            return TRUTH[value.strip() in _ON]
        if kind in ("n", "d"):
            return self._number(value.strip(), kind, whole(cell.get("s")))
        return _unescaped(value)

    def _related(self, kind: str) -> etree._Element | None:
        part = self._package.related(self._main, kind)
        return parse(self._package.read(part), part) if part else None

    def _shared(self, index: str, sheet: str) -> str:
        if not index.strip():
            return ""
        number = whole(index.strip(), len(self.strings))
        if number >= len(self.strings):
            raise damaged(
                Words(
                    f"工作表“{sheet}”缺少单元格文字",
                    f"texts of the sheet “{sheet}” are missing",
                )
            )
        return self.strings[number]

    def _number(self, value: str, kind: str, style: int) -> str:
        try:
            if kind == "d":
                moment = datetime.fromisoformat(value).replace(tzinfo=None)
                days = (moment - self.styles.epoch) / _DAY
            else:
                days = float(value)
        except ValueError:
            return value
        return self.styles.text(days, style)


def _read(book: Workbook, sheet: Sheet, root: etree._Element) -> None:
    for width in elements(root, "col"):
        first, last = whole(width.get("min")), whole(width.get("max"))
        if first and _is_hidden(width, "width"):
            sheet.hide_columns(first - 1, last - 1)
    for number, row in rows(root):
        if _is_hidden(row, "ht"):
            sheet.hidden_rows.add(number)
        for column, cell in cells(row):
            if len(cell):
                sheet.put(number, column, book.text(cell, sheet.name))
    for merge in elements(root, "mergeCell"):
        if area := _area(merge.get("ref", "")):
            sheet.merges.append(area)


def _strings(root: etree._Element | None) -> Sequence[str]:
    return [] if root is None else [text_of(item) for item in elements(root, "si")]


def text_of(item: etree._Element) -> str:
    """The text of a string, its runs joined and phonetics (拼音) dropped."""
    tags = space(item)
    plain, run = f"{tags}t", f"{tags}r"
    parts: list[str] = []
    for part in item:
        if part.tag == plain:
            parts.append(part.text or "")
        elif part.tag == run:
            parts += (text.text or "" for text in part.iterchildren(plain))
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    """Decode characters stored as numbers (``_x000D_``)."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda match: _printable(chr(int(match[1], 16))), text)


def _printable(character: str) -> str:
    return character if character.isprintable() or character in "\t\n\r" else ""


def _styles(root: etree._Element | None, since_1904: bool) -> NumberStyles:
    if root is None:
        return NumberStyles(since_1904=since_1904)
    codes = {
        whole(format_.get("numFmtId")): format_.get("formatCode", "")
        for format_ in next(elements(root, "numFmts"), ())
    }
    cells = next(elements(root, "cellXfs"), ())
    formats = [whole(style.get("numFmtId")) for style in cells]
    return NumberStyles(codes, formats, since_1904)


def _is_hidden(line: etree._Element, size: str) -> bool:
    """Whether a row or column is hidden or has no size."""
    return line.get("hidden") in _ON or line.get(size) in ("0", "0.0")


def _area(reference: str) -> Area | None:
    """The area of ``A1:C2``, None if invalid."""
    first, _, last = reference.partition(":")
    start, end = place(first), place(last)
    return (*start, *end) if start and end else None
