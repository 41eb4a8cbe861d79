"""Records of old workbooks (BIFF 记录): number, length and data.

The numbers are those of [MS-XLS] §2.3; version 5 (1993) stores texts in the system's
code page, version 8 (1997) in UTF-16.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import Struct
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.refusals import too_large

MOST_RECORDS: Final = 4_000_000
"""Most records read from one file, repeated parts included; each cell has a record, and
a sheet at most 65,536 rows."""

FORMULA: Final = 0x06
END: Final = 0x0A
DATE_MODE: Final = 0x22
FILE_PASSWORD: Final = 0x2F
CONTINUED: Final = 0x3C
CODE_PAGE: Final = 0x42
COLUMN_INFO: Final = 0x7D
SHEET_ENTRY: Final = 0x85
MANY_RK: Final = 0xBD
RICH_LABEL: Final = 0xD6
CELL_FORMAT: Final = 0xE0
MERGED_CELLS: Final = 0xE5
STRING_TABLE: Final = 0xFC
SHARED_LABEL: Final = 0xFD
NUMBER: Final = 0x203
LABEL: Final = 0x204
TRUTH_OR_ERROR: Final = 0x205
RESULT_TEXT: Final = 0x207
ROW: Final = 0x208
RK: Final = 0x27E
FORMAT: Final = 0x41E
BEGIN: Final = 0x809

VERSION_8: Final = 0x600

_HEAD: Final = Struct("<HH")
_SHORT: Final = Struct("<H")


@dataclass(frozen=True, slots=True)
class Record:
    """A record; ``chunks`` are its data and those of its continuation records."""

    kind: int
    chunks: tuple[bytes, ...]

    @property
    def data(self) -> bytes:
        """The data of the record itself."""
        return self.chunks[0]


class Stream:
    """The stream of a workbook, read record by record."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._left = MOST_RECORDS

    def part(self, start: int) -> Iterator[Record]:
        """The records of the part at an offset; charts nested in it are skipped.

        Raises:
            ValueError: No part begins there, or it does not end.
            UnreadableFileError: The file has too many records.
        """
        depth = 0
        for record in self._joined(start):
            depth += (record.kind == BEGIN) - (record.kind == END)
            if depth < 1 and record.kind == END:
                return
            if depth < 1:
                break
            if depth == 1:
                yield record
        raise ValueError("part without begin or end")

    def _joined(self, start: int) -> Iterator[Record]:
        """Records from an offset on, joined with their continuations."""
        kind, chunks = -1, [b""]
        for number, data in self._single(start):
            if number == CONTINUED:
                chunks.append(data)
                continue
            if kind >= 0:
                yield Record(kind, tuple(chunks))
            kind, chunks = number, [data]
        yield Record(kind, tuple(chunks))

    def _single(self, place: int) -> Iterator[tuple[int, bytes]]:
        while place + _HEAD.size <= len(self._data):
            self._left -= 1
            if self._left < 0:
                raise too_large(
                    Words(
                        f"工作簿记录超过{MOST_RECORDS // 10_000}万条",
                        f"it has more than {MOST_RECORDS:,} records",
                    )
                )
            number, length = _HEAD.unpack_from(self._data, place)
            place += _HEAD.size
            yield number, self._data[place : place + length]
            place += length


class Texts:
    """Reads texts from the data of a record and its continuations.

    Args:
        chunks: The data of the record and its continuations.
        encoding: Encoding of texts in version 5; None in version 8.
        start: Offset in the first chunk.
    """

    def __init__(
        self, chunks: tuple[bytes, ...], encoding: str | None, start: int = 0
    ) -> None:
        self._chunks = chunks
        self._encoding = encoding
        self._number = 0
        self._place = start

    @property
    def has_more(self) -> bool:
        """Whether data is left."""
        last = len(self._chunks) - 1
        return self._number < last or self._place < len(self._chunks[-1])

    def next(self, length_bytes: int = 2) -> str:
        """The next text without its formatting and phonetics.

        Args:
            length_bytes: Size of the length field.

        Raises:
            ValueError: The data ends before the text does.
        """
        count = int.from_bytes(self._take(length_bytes), "little")
        if self._encoding:
            return self._take(count).decode(self._encoding, "replace")
        flags = self._take(1)[0]
        runs = int.from_bytes(self._take(2), "little") if flags & 8 else 0
        extra = int.from_bytes(self._take(4), "little") if flags & 4 else 0
        text = self._characters(count, wide=bool(flags & 1))
        self._take(4 * runs + extra)
        return text

    def _characters(self, count: int, *, wide: bool) -> str:
        parts: list[str] = []
        while count:
            if self._left == 0:
                # A continuation may store the rest in the other width.
                wide = bool(self._take(1)[0] & 1)
            size = 2 if wide else 1
            here = min(count, self._left // size)
            if not here:
                raise ValueError("text cut within a character")
            data = self._take(here * size)
            parts.append(data.decode("utf-16-le" if wide else "latin-1", "replace"))
            count -= here
        return "".join(parts)

    @property
    def _left(self) -> int:
        return len(self._chunks[self._number]) - self._place

    def _take(self, count: int) -> bytes:
        taken: list[bytes] = []
        while True:
            part = self._chunks[self._number][self._place : self._place + count]
            taken.append(part)
            self._place += len(part)
            count -= len(part)
            if not count:
                return b"".join(taken)
            if self._number + 1 == len(self._chunks):
                raise ValueError("record ends too early")
            self._number, self._place = self._number + 1, 0


def short(data: bytes, place: int) -> int:
    """The two-byte number at an offset.

    Raises:
        struct.error: The data ends before it.
    """
    number: int = _SHORT.unpack_from(data, place)[0]
    return number
