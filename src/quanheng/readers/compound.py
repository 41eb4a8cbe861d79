"""Compound files (复合文档), the container of old office files."""

import struct
from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.core.refusals import damaged, too_large

LARGEST_STREAM: Final = 128 * 1024 * 1024
"""Most bytes of one stream; three are in memory at a time."""

_HEADER: Final = struct.Struct("<H12xII4xII4xI")
"""Sector shift, number of FAT sectors, first directory sector, mini stream cutoff,
first mini FAT sector, first DIFAT sector."""
_HEADER_AT: Final = 0x1E
_FIRST_FAT_SECTORS: Final = slice(0x4C, 0x200)
_SECTOR_SHIFTS: Final = frozenset({9, 12})
_MINI_SECTOR: Final = 64
_ENTRY: Final = 128
_LINKS: Final = struct.Struct("<HBx3I")
_LINKS_AT: Final = 64
_CONTENT: Final = struct.Struct("<II")
_CONTENT_AT: Final = 116
_STREAM: Final = 2
_NONE: Final = 0xFFFFFFFA
"""Numbers from here on are marks, not sectors."""


class CompoundFile:
    """The streams at the root of a compound file.

    A chain never has more steps than there are sectors, so that none is endless, and
    the tree of entries is walked without recursion.
    """

    def __init__(self, data: bytes) -> None:
        try:
            header = _HEADER.unpack_from(data, _HEADER_AT)
        except struct.error as error:
            raise _broken() from error
        shift, fats, directory, self._cutoff, mini_fat, more = header
        if shift not in _SECTOR_SHIFTS:
            raise _broken()
        self._data = data
        self._size = 1 << shift
        self._count = max(0, -(-len(data) // self._size) - 1)
        self._fat: Sequence[int] = ()
        self._fat = self._read_fat(fats, more)
        entries = self._join(directory)
        # Names are case-insensitive ([MS-CFB] 2.6.4).
        self._streams = {
            name.upper(): content for name, content in _streams_at_root(entries)
        }
        self._mini_fat = _numbers(self._join(mini_fat))
        self._mini = self._join(_CONTENT.unpack_from(entries, _CONTENT_AT)[0])

    def __contains__(self, name: str) -> bool:
        return name.upper() in self._streams

    def stream(self, name: str) -> bytes:
        """The content of a stream, empty if there is none of that name.

        Raises:
            UnreadableFileError: It is truncated or too large.
        """
        if name not in self:
            return b""
        start, size = self._streams[name.upper()]
        if size < self._cutoff:
            sectors = _chain(start, self._mini_fat)
            content = b"".join(
                self._mini[at * _MINI_SECTOR : (at + 1) * _MINI_SECTOR]
                for at in sectors
            )
        else:
            content = self._join(start)
        if len(content) < size:
            raise _broken()
        return content[:size]

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._data[at : at + self._size]

    def _join(self, start: int) -> bytes:
        sectors = list(_chain(start, self._fat))
        if len(sectors) * self._size > LARGEST_STREAM:
            limit = LARGEST_STREAM >> 20
            raise too_large(
                Words(f"一个数据流超过 {limit} MB", f"a stream over {limit} MB")
            )
        return b"".join(map(self._sector, sectors))

    def _read_fat(self, fats: int, more: int) -> Sequence[int]:
        numbers = list(_numbers(self._data[_FIRST_FAT_SECTORS]))
        for _ in range(self._count):
            if more >= self._count or len(numbers) >= fats:
                break
            *further, more = _numbers(self._sector(more))
            numbers += further
        fat = b"".join(self._sector(n) for n in numbers[:fats] if n < self._count)
        return _numbers(fat)[: self._count]


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack_from(f"<{len(data) // 4}I", data)


def _chain(start: int, following: Sequence[int]) -> Iterator[int]:
    """The sectors of a chain; the table gives the successor of each."""
    for _ in range(len(following)):
        if start >= len(following):
            break
        yield start
        start = following[start]
    if start < _NONE:
        raise _broken()


def _streams_at_root(entries: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """Name, first sector and size of each stream below the root."""
    count = len(entries) // _ENTRY
    if not count:
        raise _broken()
    waiting, seen = [_LINKS.unpack_from(entries, _LINKS_AT)[4]], set[int]()
    while waiting:
        number = waiting.pop()
        if number >= count or number in seen:
            continue
        seen.add(number)
        at = number * _ENTRY
        length, kind, left, right, _ = _LINKS.unpack_from(entries, at + _LINKS_AT)
        waiting += (right, left)
        if kind == _STREAM:
            name = entries[at : at + max(0, min(length, _LINKS_AT) - 2)]
            content = _CONTENT.unpack_from(entries, at + _CONTENT_AT)
            yield name.decode("utf-16-le", "replace"), content


def _broken() -> UnreadableFileError:
    return damaged(Words("复合文档不完整", "its compound file is incomplete"))
