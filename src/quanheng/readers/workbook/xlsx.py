"""Workbooks of today (xlsx) to documents (读取 Excel)."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final

from lxml import etree

from quanheng.document.blocks import Block, Document
from quanheng.readers.limits import PlaceBudget
from quanheng.readers.package import Package
from quanheng.readers.refusals import damaged, no_reader
from quanheng.readers.workbook.cell_text import TRUTH, NumberStyles
from quanheng.readers.workbook.layout import blocks_of
from quanheng.readers.workbook.sheet import Area, CellBudget, Sheet
from quanheng.readers.xml import parse

_USUAL_MAIN_PART: Final = "xl/workbook.xml"
_ON: Final = frozenset({"1", "true", "on"})
_PLACE: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_EPOCH: Final = datetime(1899, 12, 30)
_EPOCH_1904: Final = datetime(1904, 1, 1)
_DAY: Final = timedelta(days=1)


class XlsxReader:
    """Reads workbooks as they look when they are opened, hidden parts left out.

    Numbers, dates and results of formulas are texts in the cell's number format.
    Each sheet that is shown gives its lines and one table, in order.

    Places: the sheet's name with row and column as the program names them, A = 1; a
    merged cell stands at its upper left corner.
    """

    def read(self, data: bytes, name: str) -> Document:
        """The lines and tables of a workbook.

        Raises:
            UnreadableFileError: The file is damaged, not safe, too large or a binary
                workbook (xlsb).
        """
        package = Package(data)
        main = package.related("", "officeDocument") or _USUAL_MAIN_PART
        if main.endswith(".bin"):
            raise no_reader("二进制工作簿（xlsb）", "a binary workbook (xlsb)")
        if main not in package:
            raise damaged("缺少工作簿部件 workbook.xml", "workbook.xml is missing")
        return Document(name, tuple(_Workbook(package, main).blocks()))


class _Workbook:
    """One workbook while its sheets are being read."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._main = main
        self._root = parse(package.read(main), "workbook.xml")
        since_1904 = any(
            properties.get("date1904") in _ON
            for properties in _all(self._root, "workbookPr")
        )
        self.styles = _styles(self._related("styles"), since_1904)
        self.strings = _strings(self._related("sharedStrings"))

    def blocks(self) -> Iterator[Block]:
        cells, places = CellBudget(), PlaceBudget()
        parts = self._package.targets(self._main, "worksheet")
        for entry in _all(self._root, "sheet"):
            key = next((v for k, v in entry.items() if str(k).endswith("}id")), "")
            # Each part is one sheet: naming it again is a fault.
            part = parts.pop(str(key), None)
            if part and entry.get("state", "visible") == "visible":
                root = parse(self._package.read(part), part)
                sheet = Sheet(entry.get("name", ""), cells)
                _SheetReading(self, sheet, root).read()
                yield from blocks_of(sheet, places)

    def _related(self, kind: str) -> etree._Element | None:
        part = self._package.related(self._main, kind)
        return parse(self._package.read(part), part) if part else None


class _SheetReading:
    """One sheet while its cells are being read."""

    def __init__(self, book: _Workbook, sheet: Sheet, root: etree._Element) -> None:
        self._book = book
        self._sheet = sheet
        self._root = root
        # Both dialects of the format differ in the namespace alone.
        space = _space(root)
        self._value, self._inline = f"{space}v", f"{space}is"

    def read(self) -> None:
        for column in _all(self._root, "col"):
            first, last = _whole(column.get("min")), _whole(column.get("max"))
            if first and _is_hidden(column, "width"):
                self._sheet.hide_columns(first - 1, last - 1)
        number = -1
        for row in _all(self._root, "row"):
            number = _whole(row.get("r"), number + 2) - 1
            if _is_hidden(row, "ht"):
                self._sheet.hidden_rows.add(number)
            self._read_row(row, number)
        for merge in _all(self._root, "mergeCell"):
            if area := _area(merge.get("ref", "")):
                self._sheet.merges.append(area)

    def _read_row(self, row: etree._Element, number: int) -> None:
        column = -1
        for cell in row:
            place = _place(cell.get("r", ""))
            column = place[1] if place else column + 1
            if len(cell):
                self._sheet.put(number, column, self._text(cell))

    def _text(self, cell: etree._Element) -> str:
        value = ""
        for part in cell:
            if part.tag == self._value:
                value = part.text or ""
            elif part.tag == self._inline:
                return _text_of(part)
        kind = cell.get("t", "n")
        if kind == "s":
            return self._shared(value)
        if kind == "b":
            return TRUTH[value.strip() in _ON]
        if kind in ("n", "d"):
            return self._number(value.strip(), kind, _whole(cell.get("s")))
        return _unescaped(value)

    def _shared(self, index: str) -> str:
        number = _whole(index.strip(), len(self._book.strings))
        if number >= len(self._book.strings):
            raise damaged(
                f"工作表“{self._sheet.name}”缺少单元格文字",
                f"texts of the sheet “{self._sheet.name}” are missing",
            )
        return self._book.strings[number]

    def _number(self, value: str, kind: str, style: int) -> str:
        styles = self._book.styles
        try:
            days = _days(value, styles.since_1904) if kind == "d" else float(value)
        except ValueError:
            return value
        return styles.text(days, style)


def _days(value: str, since_1904: bool) -> float:
    moment = datetime.fromisoformat(value).replace(tzinfo=None)
    return (moment - (_EPOCH_1904 if since_1904 else _EPOCH)) / _DAY


def _strings(root: etree._Element | None) -> Sequence[str]:
    return [] if root is None else [_text_of(item) for item in _all(root, "si")]


def _text_of(item: etree._Element) -> str:
    """The text of a string, its runs joined, readings (拼音) left out."""
    space = _space(item)
    plain, run = f"{space}t", f"{space}r"
    parts: list[str] = []
    for part in item:
        if part.tag == plain:
            parts.append(part.text or "")
        elif part.tag == run:
            parts += (text.text or "" for text in part.iterchildren(plain))
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    """A text without the characters that are stored as numbers (``_x000D_``)."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda match: _printable(chr(int(match[1], 16))), text)


def _printable(character: str) -> str:
    return character if character.isprintable() or character in "\t\n\r" else ""


def _styles(root: etree._Element | None, since_1904: bool) -> NumberStyles:
    if root is None:
        return NumberStyles(since_1904=since_1904)
    codes = {
        _whole(format_.get("numFmtId")): format_.get("formatCode", "")
        for format_ in next(_all(root, "numFmts"), ())
    }
    cells = next(_all(root, "cellXfs"), ())
    formats = [_whole(style.get("numFmtId")) for style in cells]
    return NumberStyles(codes, formats, since_1904)


def _all(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return root.iter(f"{_space(root)}{name}")


def _space(element: etree._Element) -> str:
    """The namespace of an element in braces."""
    return element.tag[: element.tag.find("}") + 1]


def _is_hidden(line: etree._Element, size: str) -> bool:
    """Whether a row or column is hidden, or drawn with no size at all."""
    return line.get("hidden") in _ON or line.get(size) in ("0", "0.0")


def _area(reference: str) -> Area | None:
    """The area of ``A1:C2``, None where the text is none."""
    first, _, last = reference.partition(":")
    start, end = _place(first), _place(last)
    return (*start, *end) if start and end else None


@lru_cache(maxsize=65536)
def _place(reference: str) -> tuple[int, int] | None:
    """Row and column of ``B3``, from 0; None where the text is none."""
    match = _PLACE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def _whole(value: str | None, missing: int = 0) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 9 else missing
