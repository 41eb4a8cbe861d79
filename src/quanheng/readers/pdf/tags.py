"""The structure tags of PDF files, which show what belongs to one text (标签结构).

Only files written by this program are read by tags: there each cell, heading,
paragraph and hard-broken line is an element, and every blank is stored. Other
programs tag differently.
"""

import ctypes
from collections import defaultdict
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

MOST_VISITS: Final = 2_000_000
"""Most structure entries visited per file, at 1 µs each; the rest is read untagged.
Each page visits the siblings of its elements, too."""
_DEEPEST: Final = 40
_STRETCH: Final = "Span"
_INLINE: Final = frozenset({_STRETCH, "Link"})
_CELLS: Final = frozenset({"TD", "TH"})
_CONTENTS: Final = "TOC"
_LONGEST_TYPE: Final = 64

_Kid = tuple[int, Any]
"""Number of a piece of content, else negative; an element, else None. A kid on another
page or without content is neither."""


class Tag(NamedTuple):
    """The position of a character in the structure (标签).

    Attributes:
        place: Number of its piece of the page's content, in reading order.
        line: Number of the text up to a hard line break.
        block: Number of the cell, heading or paragraph.
        table: Number of the table, 0 outside tables.
        rows: Row span of the cell, 0 outside tables.
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
    """Reads the tags of the pages of one file in order (标签读取).

    Elements that span pages keep their numbers, and so do the parts of a line that
    differ in appearance.
    """

    _count: int = 0
    _line: int = 0
    _visits: int = 0
    _open: defaultdict[str, list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def of(self, page: Any) -> dict[int, Tag]:
        """The tags of a PDFium page by marked-content ID."""
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
        """Yield the tags below an element; return whether it spans to the next page."""
        kids = _kids(element)
        self._visits += len(kids)
        if not kids or depth > _DEEPEST or self._visits > MOST_VISITS:
            return False
        kind = _kind(element)
        number = (
            above.line
            if _is_formatting(element, kind)
            else self._number(kind, kids, before)
        )
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
        """The element's number, new unless it continues an earlier one."""
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
    """Whether the first of an element's kids, at any depth, is on another page."""
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


def _is_formatting(element: Any, kind: str) -> bool:
    """Whether an element is a part of a line that only differs in appearance."""
    attributes = pdfium.FPDF_StructElement_GetAttributeCount
    return kind == _STRETCH and attributes(element) > 0


def _rows(cell: Any) -> int:
    """The row span of a cell."""
    value = ctypes.c_float()
    for index in range(pdfium.FPDF_StructElement_GetAttributeCount(cell)):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(cell, index)
        found = pdfium.FPDF_StructElement_Attr_GetValue(attributes, b"RowSpan")
        if found and pdfium.FPDF_StructElement_Attr_GetNumberValue(found, value):
            return int(value.value)
    return 1
