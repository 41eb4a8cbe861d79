"""What the tags of a pdf say of its texts (标签结构): which signs are one text.

Only files that this program wrote are read by their tags: there each cell, heading
and paragraph is an element of its own, each line of it that was ended on purpose
too, and every blank is in the file. Other programs do as they like.
"""

import ctypes
from collections import defaultdict
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

MOST_VISITS: Final = 2_000_000
"""Entries of elements that are looked at in one file, each a µs; what comes after is
read as from a file without tags. A page looks at all that stands beside its own."""
_DEEPEST: Final = 40
_STRETCH: Final = "Span"
_INLINE: Final = frozenset({_STRETCH, "Link"})
_CELLS: Final = frozenset({"TD", "TH"})
_CONTENTS: Final = "TOC"
_LONGEST_TYPE: Final = 64

_Kid = tuple[int, Any]
"""Number of a piece of content, else negative; an element, else None. What is on
another page, or is empty, is neither."""


class Tag(NamedTuple):
    """Where a sign stands in the structure (标签).

    Attributes:
        place: Number of its piece of the page's content, in reading order.
        line: Number of the text that it belongs to, up to an intended line break.
        block: Number of the cell, heading or paragraph.
        table: Number of the table, 0 outside tables.
        rows: Rows that the cell covers, 0 outside tables.
        in_contents: Whether it belongs to the table of contents.
    """

    place: int
    line: int = 0
    block: int = 0
    table: int = 0
    rows: int = 0
    in_contents: bool = False


@dataclass(slots=True)
class Tags:
    """Reads the tags of the pages of one file, in order (标签读取).

    Elements that go on over pages keep their numbers, and so does a line that is
    parted into several where its looks change.
    """

    _count: int = 0
    _line: int = 0
    _visits: int = 0
    _open: defaultdict[str, list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def of(self, page: Any) -> dict[int, Tag]:
        """The tags of a page by the marks of its content.

        Args:
            page: A page of pdfium.
        """
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        if not tree:
            return {}
        before, self._open = self._open, defaultdict(list)
        try:
            return {
                tag.place: tag
                for index in range(pdfium.FPDF_StructTree_CountChildren(tree))
                for tag in self._walk(
                    pdfium.FPDF_StructTree_GetChildAtIndex(tree, index),
                    Tag(0),
                    before,
                    0,
                )
            }
        finally:
            pdfium.FPDF_StructTree_Close(tree)

    def _walk(
        self, element: Any, above: Tag, before: dict[str, list[int]], depth: int
    ) -> Generator[Tag, None, bool]:
        """Yields the tags below an element; returns whether it goes on."""
        kids = _kids(element)
        self._visits += len(kids)
        if not kids or depth > _DEEPEST or self._visits > MOST_VISITS:
            return False
        kind = _kind(element)
        only_looks = _tells_looks(element, kind)
        number = above.line if only_looks else self._number(kind, kids, before)
        tag = above._replace(
            line=number,
            block=above.block if kind in _INLINE else number,
            table=number if kind == "Table" else above.table,
            rows=_rows(element) if kind in _CELLS else above.rows,
            in_contents=above.in_contents or kind == _CONTENTS,
        )
        goes_on = False
        for place, inner in kids:
            if place >= 0:
                self._line = number if number == self._line else 0
                yield tag._replace(place=place)
                goes_on = False
            elif inner:
                goes_on = yield from self._walk(inner, tag, before, depth + 1)
            else:
                goes_on = True
        if goes_on:
            self._open[kind].append(number)
        return goes_on

    def _number(self, kind: str, kids: list[_Kid], before: dict[str, list[int]]) -> int:
        """The element's number: a new one unless it goes on with an earlier one."""
        if before[kind] and _began_before(kids):
            number = before[kind].pop(0)
        elif kind == _STRETCH and self._line:
            number = self._line
        else:
            self._count += 1
            number = self._count
            self._line = 0
        if kind == _STRETCH:
            self._line = number
        return number


def _kids(element: Any) -> list[_Kid]:
    if not element:
        return []
    return [
        (
            pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index),
            pdfium.FPDF_StructElement_GetChildAtIndex(element, index),
        )
        for index in range(pdfium.FPDF_StructElement_CountChildren(element))
    ]


def _began_before(kids: list[_Kid]) -> bool:
    """Whether the first of an element's kids is not on the page, at some depth."""
    for _ in range(_DEEPEST):
        if not kids:
            return False
        place, inner = kids[0]
        if place >= 0 or not inner:
            return place < 0
        kids = _kids(inner)
    return False


def _kind(element: Any) -> str:
    buffer = ctypes.create_string_buffer(_LONGEST_TYPE)
    size = pdfium.FPDF_StructElement_GetType(element, buffer, _LONGEST_TYPE)
    return buffer.raw[: min(size, _LONGEST_TYPE)].decode("utf-16-le").rstrip("\0")


def _tells_looks(element: Any, kind: str) -> bool:
    """Whether an element is a stretch of a line that only looks different."""
    attributes = pdfium.FPDF_StructElement_GetAttributeCount
    return kind == _STRETCH and attributes(element) > 0


def _rows(cell: Any) -> int:
    """The rows that a cell covers."""
    value = ctypes.c_float()
    for index in range(pdfium.FPDF_StructElement_GetAttributeCount(cell)):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(cell, index)
        found = pdfium.FPDF_StructElement_Attr_GetValue(attributes, b"RowSpan")
        if found and pdfium.FPDF_StructElement_Attr_GetNumberValue(found, value):
            return int(value.value)
    return 1
