"""Formatted disk pages (FKP): the formats of each range of bytes."""

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.refusals import too_large

MOST_RUNS: Final = 1_000_000
"""Most character runs per file; a report of 500 pages has 50,000."""

_PAGE: Final = 512
_PARAGRAPH_ENTRY: Final = 13
_PAGE_NUMBER: Final = (1 << 22) - 1

Run = tuple[int, int, bytes]
"""First byte, end byte (exclusive) and formats."""


class ParagraphPages:
    """Paragraph formats, read page by page on demand."""

    def __init__(self, word: bytes, listing: bytes) -> None:
        self._word = word
        self._starts, self._numbers = _listed(listing)
        self._last: tuple[int, list[int], list[Run]] = -1, [], []
        """Number and content of the page read last."""

    def formats(self, byte: int) -> bytes:
        """The style and the modifiers of the paragraph mark at a byte.

        Returns:
            Style number in two bytes, then modifiers; empty if there are none.
        """
        place = bisect_right(self._starts, byte) - 1
        if not 0 <= place < len(self._numbers):
            return b""
        starts, runs = self._page(self._numbers[place])
        found = bisect_right(starts, byte) - 1
        if found < 0 or byte >= runs[found][1]:
            return b""
        return runs[found][2]

    def _page(self, number: int) -> tuple[list[int], list[Run]]:
        if number != self._last[0]:
            page = self._word[number * _PAGE : (number + 1) * _PAGE]
            runs = list(_runs(page, _PARAGRAPH_ENTRY, _paragraph_formats))
            self._last = number, [start for start, _, _ in runs], runs
        return self._last[1:]


def character_runs(word: bytes, listing: bytes) -> Iterator[Run]:
    """The character runs in byte order, without overlaps.

    Raises:
        UnreadableFileError: The file has too many runs.
    """
    reached, count = 0, 0
    for number in dict.fromkeys(_listed(listing)[1]):
        page = word[number * _PAGE : (number + 1) * _PAGE]
        for run in _runs(page, 1, _character_formats):
            if run[0] >= reached:
                reached = run[1]
                count += 1
                yield run
        if count > MOST_RUNS:
            raise too_large(
                Words(
                    f"文字格式超过{MOST_RUNS // 10_000}万段",
                    f"more than {MOST_RUNS:,} runs of characters",
                )
            )


def _listed(listing: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First byte and number of each page."""
    count = max(0, (len(listing) - 4) // 8)
    numbers = struct.unpack_from(f"<{2 * count + 1}I", listing.ljust(4, b"\0"))
    return numbers[:count], tuple(n & _PAGE_NUMBER for n in numbers[count + 1 :])


def _runs(
    page: bytes, entry: int, formats: Callable[[bytes, int], bytes]
) -> Iterator[Run]:
    if len(page) < _PAGE:
        return
    count = page[-1]
    entries = 4 * (count + 1)
    if not count or entries + count * entry >= _PAGE:
        return
    places = struct.unpack_from(f"<{count + 1}I", page)
    for number in range(count):
        start, end = places[number : number + 2]
        if start < end:
            at = 2 * page[entries + number * entry]
            yield start, end, formats(page, at) if at else b""


def _paragraph_formats(page: bytes, at: int) -> bytes:
    # A zero means that the next byte holds the length.
    if page[at]:
        return page[at + 1 : at + 2 * page[at]]
    size = page[at + 1] if at + 1 < _PAGE else 0
    return page[at + 2 : at + 2 + 2 * size]


def _character_formats(page: bytes, at: int) -> bytes:
    return page[at + 1 : at + 1 + page[at]]
