"""Reader of old workbooks (xls) (读取旧版 Excel)."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.refusals import damaged, password_protected
from quanheng.core.source import Source
from quanheng.core.unread import Unread
from quanheng.document.blocks import Block, Document
from quanheng.readers.compound import CompoundFile
from quanheng.readers.limits import PlaceBudget
from quanheng.readers.workbook import biff_records as biff
from quanheng.readers.workbook.biff_records import Record, Stream, Texts, short
from quanheng.readers.workbook.cell_text import TRUTH, NumberStyles
from quanheng.readers.workbook.layout import blocks_of
from quanheng.readers.workbook.sheet import CellBudget, Sheet

_STREAMS: Final = ("Workbook", "Book")
_CODE_PAGES: Final = {936: "gb18030", 950: "big5", 1200: "utf-16-le"}
_USUAL_ENCODING: Final = "gb18030"
_ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_DOUBLE: Final = struct.Struct("<d")
_PLACE: Final = struct.Struct("<HHH")
_MERGE: Final = struct.Struct("<HHHH")
_NOT_A_NUMBER: Final = b"\xff\xff"
_TEXT_RESULT, _TRUTH_RESULT, _ERROR_RESULT = 0, 1, 2
_ROW_HIDDEN: Final = 0x20
_COLUMN_HIDDEN: Final = 0x1
_WORKSHEET: Final = 0
_FAULTS: Final = (ValueError, IndexError, struct.error)
"""Errors raised by damaged records."""
_BROKEN: Final = Words("有损坏的记录，未全部读入", "damaged in part, not read whole")


class XlsReader:
    """Reads workbooks of Excel 5 to 2003 and of WPS (et), like those of xlsx."""

    def read(self, data: bytes, name: str) -> Document:
        """The lines and tables of a workbook.

        Raises:
            UnreadableFileError: The file is damaged, protected or too large.
        """
        with damage_refused():
            book = OldWorkbook(data)
            blocks = tuple(book.blocks())
            if book.broken and not blocks:
                raise ValueError("no record of a sheet can be read")
            broken = (Unread(Source(sheet=s), _BROKEN, True) for s in book.broken)
            return Document(name, blocks, unread=(*broken, *book.unread))


@contextmanager
def damage_refused() -> Iterator[None]:
    """Turn errors of damaged records into one refusal.

    Raises:
        UnreadableFileError: A record is damaged.
    """
    try:
        yield
    except _FAULTS as error:
        raise damaged(
            Words("工作簿的记录不完整", "the records of the workbook are incomplete")
        ) from error


@dataclass(frozen=True, slots=True)
class _SheetEntry:
    start: int
    is_shown: bool
    name: str


class OldWorkbook:
    """A workbook with the data shared by its sheets.

    Attributes:
        encoding: Encoding of its texts, None if each states its own.
        strings: Its shared texts.
        styles: Its number formats.
        broken: Names of the sheets with damaged records.
    """

    def __init__(self, data: bytes) -> None:
        self.broken: list[str] = []
        self.unread: list[Unread] = []
        file = CompoundFile(data)
        stream = Stream(next(filter(None, map(file.stream, _STREAMS)), b""))
        self._stream = stream
        self.encoding: str | None = _USUAL_ENCODING
        self.strings: list[str] = []
        self._entries: list[Record] = []
        formats: list[Record] = []
        styles: list[int] = []
        since_1904 = False
        for record in stream.part(0):
            match record.kind:
                case biff.BEGIN if short(record.data, 0) >= biff.VERSION_8:
                    self.encoding = None
                case biff.FILE_PASSWORD:
                    raise password_protected()
                case biff.CODE_PAGE if self.encoding:
                    page = short(record.data, 0)
                    self.encoding = _CODE_PAGES.get(page, _USUAL_ENCODING)
                case biff.DATE_MODE:
                    since_1904 = short(record.data, 0) == 1
                case biff.SHEET_ENTRY:
                    self._entries.append(record)
                case biff.FORMAT:
                    formats.append(record)
                case biff.CELL_FORMAT:
                    styles.append(short(record.data, 2))
                case biff.STRING_TABLE:
                    self._read_strings(record)
        codes = {short(r.data, 0): self.text(r, 2, 1) for r in formats}
        self.styles = NumberStyles(codes, styles, since_1904)

    def blocks(self) -> Iterator[Block]:
        """The lines and tables of all visible sheets."""
        places = PlaceBudget()
        for sheet in self.filled_sheets():
            yield from blocks_of(sheet, places)
            self.unread += sheet.unread()

    def filled_sheets(self) -> Iterator[Sheet]:
        """All visible sheets with their cells."""
        cells = CellBudget()
        for entry in map(self._entry, self._entries):
            if entry.is_shown:
                sheet = Sheet(entry.name, cells)
                reading = _SheetReading(self, sheet)
                if not reading.read(self._stream.part(entry.start)):
                    self.broken.append(entry.name)
                yield sheet

    def text(self, record: Record, start: int, length_bytes: int = 2) -> str:
        """The text in a record; ``length_bytes`` applies to version 5 only."""
        size = length_bytes if self.encoding else 2
        return Texts(record.chunks, self.encoding, start).next(size)

    def _entry(self, record: Record) -> _SheetEntry:
        start, visibility, kind = struct.unpack_from("<IBB", record.data)
        name = Texts(record.chunks, self.encoding, 6).next(1)
        return _SheetEntry(start, kind == _WORKSHEET and not visibility & 3, name)

    def _read_strings(self, record: Record) -> None:
        texts = Texts(record.chunks, None, 8)
        # If the table is truncated, cells without text are reported as damaged.
        with suppress(*_FAULTS):
            while texts.has_more:
                self.strings.append(texts.next())


class _SheetReading:
    """Reads the records of one sheet."""

    def __init__(self, book: OldWorkbook, sheet: Sheet) -> None:
        self._book = book
        self._sheet = sheet
        self._formula = (0, 0)
        self._readers = {
            biff.NUMBER: self._number,
            biff.RK: self._rk,
            biff.MANY_RK: self._many_rk,
            biff.SHARED_LABEL: self._shared_label,
            biff.LABEL: self._label,
            biff.RICH_LABEL: self._label,
            biff.TRUTH_OR_ERROR: self._truth_or_error,
            biff.FORMULA: self._formula_result,
            biff.RESULT_TEXT: self._result_text,
            biff.ROW: self._row,
            biff.COLUMN_INFO: self._columns,
            biff.MERGED_CELLS: self._merges,
        }

    def read(self, records: Iterator[Record]) -> bool:
        """Read all readable records; return whether that was all."""
        faults = 0
        try:
            for record in records:
                faults += not self._read_one(record)
        except ValueError:
            # The sheet has no end.
            faults += 1
        return not faults

    def _read_one(self, record: Record) -> bool:
        try:
            if reader := self._readers.get(record.kind):
                reader(record)
        except _FAULTS:
            return False
        return True

    def _put_number(self, row: int, column: int, style: int, value: float) -> None:
        self._sheet.put(row, column, self._book.styles.text(value, style))

    def _number(self, record: Record) -> None:
        row, column, style = _PLACE.unpack_from(record.data)
        (value,) = _DOUBLE.unpack_from(record.data, 6)
        self._put_number(row, column, style, value)

    def _rk(self, record: Record) -> None:
        row, column, style = _PLACE.unpack_from(record.data)
        self._put_number(row, column, style, _unpacked(record.data, 6))

    def _many_rk(self, record: Record) -> None:
        data = record.data
        row, first = short(data, 0), short(data, 2)
        for number in range((len(data) - 6) // 6):
            place = 4 + 6 * number
            value = _unpacked(data, place + 2)
            self._put_number(row, first + number, short(data, place), value)

    def _shared_label(self, record: Record) -> None:
        row, column, _ = _PLACE.unpack_from(record.data)
        (number,) = struct.unpack_from("<I", record.data, 6)
        self._sheet.put(row, column, self._book.strings[number])

    def _label(self, record: Record) -> None:
        row, column, _ = _PLACE.unpack_from(record.data)
        self._sheet.put(row, column, self._book.text(record, 6))

    def _truth_or_error(self, record: Record) -> None:
        row, column, _ = _PLACE.unpack_from(record.data)
        value, is_error = record.data[6], record.data[7]
        self._sheet.put(row, column, _error(value) if is_error else _truth(value))

    def _formula_result(self, record: Record) -> None:
        row, column, style = _PLACE.unpack_from(record.data)
        result = record.data[6:14]
        if result[6:8] != _NOT_A_NUMBER:
            self._put_number(row, column, style, _DOUBLE.unpack(result)[0])
        elif result[0] == _TRUTH_RESULT:
            self._sheet.put(row, column, _truth(result[2]))
        elif result[0] == _ERROR_RESULT:
            self._sheet.put(row, column, _error(result[2]))
        else:
            self._formula = (row, column)

    def _result_text(self, record: Record) -> None:
        self._sheet.put(*self._formula, self._book.text(record, 0))

    def _row(self, record: Record) -> None:
        if record.data[12] & _ROW_HIDDEN:
            self._sheet.hidden_rows.add(short(record.data, 0))

    def _columns(self, record: Record) -> None:
        first, last, width = _PLACE.unpack_from(record.data)
        if not width or short(record.data, 8) & _COLUMN_HIDDEN:
            self._sheet.hide_columns(first, last)

    def _merges(self, record: Record) -> None:
        for number in range(short(record.data, 0)):
            area = _MERGE.unpack_from(record.data, 2 + 8 * number)
            top, bottom, left, right = area
            self._sheet.merges.append((top, left, bottom, right))


def _unpacked(data: bytes, place: int) -> float:
    """An RK number: thirty bits, a type bit and a hundredth bit."""
    (stored,) = struct.unpack_from("<i", data, place)
    if stored & 2:
        value = float(stored >> 2)
    else:
        (value,) = _DOUBLE.unpack(struct.pack("<Q", (stored & 0xFFFFFFFC) << 32))
    return value / 100 if stored & 1 else value


def _truth(value: int) -> str:
    return TRUTH[value != 0]


def _error(value: int) -> str:
    return _ERRORS.get(value, "#N/A")
