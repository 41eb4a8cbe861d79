"""Sections of Word documents: paper, margins, page numbers (分节)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from lxml import etree

from quanheng.core.layout import Alignment, PageNumber, PageSetup
from quanheng.core.quantity import rounded
from quanheng.core.source import Source
from quanheng.office.package import Package
from quanheng.readers.docx import names as w
from quanheng.readers.docx.formats import Formats
from quanheng.readers.docx.side_parts import side_root

_PAGE_FIELD: Final = re.compile(r"\s*PAGE\b")
_DASH: Final = re.compile(r"[—–―─－-]")
_IN_DASHES: Final = "numberInDash"
_A4: Final = {w.WIDTH: 11906, w.HEIGHT: 16838}
_TWIPS_PER_MM: Final = Decimal(1440) / Decimal("25.4")
_PITCHED_GRIDS: Final = frozenset({"lines", "linesAndChars", "snapToChars"})
_ALIGNMENTS: Final = {
    "center": Alignment.CENTER,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "outside": Alignment.OUTSIDE,
    "both": Alignment.BOTH,
    "distribute": Alignment.BOTH,
}


def alignment(stored: str | None) -> Alignment:
    """The alignment for a stored value."""
    return _ALIGNMENTS.get(stored or "", Alignment.LEFT)


def points(half_points: int | None) -> Decimal:
    """A stored font size in points, Word's default if there is none."""
    return Decimal(half_points or 20) / 2


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the body (节).

    Attributes:
        page: Its paper, margins and page numbers.
        grid: Line pitch of its grid in points, 0 without one.
    """

    page: PageSetup
    grid: Decimal


class Sections:
    """Reads the sections of one document; headers and footers are inherited."""

    def __init__(self, package: Package, main: str, formats: Formats) -> None:
        self._package = package
        self._formats = formats
        self._parts = {
            **package.targets(main, "header"),
            **package.targets(main, "footer"),
        }
        self._inherited: dict[tuple[str, str], str] = {}
        self._numbers: dict[str, PageNumber | None] = {}
        self._has_even = bool(self._parts) and _turns_on_even(
            side_root(package, package.related(main, "settings"))
        )

    def read(self, element: etree._Element, at: Source) -> Section:
        """A section by its ``w:sectPr``.

        Args:
            element: The properties.
            at: Where the section begins.
        """
        size = next(element.iterchildren(w.PAGE_SIZE), None)
        margins = next(element.iterchildren(w.PAGE_MARGINS), None)
        gutter = _length(margins, w.GUTTER)
        page = PageSetup(
            _mm(_length(size, w.WIDTH) or _A4[w.WIDTH]),
            _mm(_length(size, w.HEIGHT) or _A4[w.HEIGHT]),
            _mm(_length(margins, w.TOP)),
            _mm(_length(margins, w.BOTTOM)),
            _mm(_length(margins, w.LEFT) + gutter),
            _mm(_length(margins, w.RIGHT)),
            tuple(self._page_numbers(element)),
            at,
        )
        grid = next(element.iterchildren(w.LINE_GRID), None)
        pitched = grid is not None and grid.get(w.TYPE) in _PITCHED_GRIDS
        return Section(
            page, Decimal(_length(grid, w.LINE_PITCH) if pitched else 0) / 20
        )

    def _page_numbers(self, section: etree._Element) -> Iterator[PageNumber]:
        for reference in section.iterchildren(w.HEADER, w.FOOTER):
            place = reference.tag, reference.get(w.TYPE, "default")
            key = reference.get(w.RELATION) or reference.get(w.STRICT_RELATION)
            if part := self._parts.get(key or ""):
                self._inherited[place] = part
        numbers = next(section.iterchildren(w.NUMBER_TYPE), None)
        in_dashes = numbers is not None and numbers.get(w.NUMBER_FORMAT) == _IN_DASHES
        for (_, kind), part in self._inherited.items():
            if kind == "first" or (kind == "even" and not self._has_even):
                continue
            if part not in self._numbers:
                self._numbers[part] = self._page_number(side_root(self._package, part))
            number = self._numbers[part]
            if number is not None:
                yield replace(
                    number,
                    is_dashed=number.is_dashed or in_dashes,
                    is_even=kind == "even",
                )

    def _page_number(self, root: etree._Element | None) -> PageNumber | None:
        """The first page number in a header or footer, None without one."""
        fields = () if root is None else root.iter(w.INSTRUCTION, w.SIMPLE_FIELD)
        for field in fields:
            code = field.get(w.SIMPLE_INSTRUCTION) or field.text or ""
            paragraph = next(field.iterancestors(w.PARAGRAPH), None)
            if paragraph is None or not _PAGE_FIELD.match(code):
                continue
            run = next(field.iterancestors(w.RUN), None)
            found = self._formats.run(
                paragraph, next(field.iter(w.RUN), None) if run is None else run
            )
            text = "".join(part.text or "" for part in paragraph.iter(w.TEXT))
            return PageNumber(
                found.latin or "",
                points(found.size),
                _frame_alignment(paragraph) or alignment(found.align),
                is_dashed=len(_DASH.findall(text)) > 1 or "Dash" in code,
            )
        return None


def _turns_on_even(settings: etree._Element | None) -> bool:
    switches = () if settings is None else settings.iterchildren(w.EVEN_AND_ODD)
    return any(w.is_on(switch.get(w.VAL)) for switch in switches)


def _frame_alignment(paragraph: etree._Element) -> Alignment | None:
    """Alignment of the frame around a paragraph, None without one."""
    for properties in paragraph.iterchildren(w.PARAGRAPH_PROPERTIES):
        for frame in properties.iterchildren(w.FRAME):
            return alignment(frame.get(w.FRAME_ALIGNMENT))
    return None


def _length(element: etree._Element | None, name: str) -> int:
    """A length in twips, without the sign that fixes a margin."""
    if element is None:
        return 0
    return w.whole(element.get(name, "").partition(".")[0].lstrip("-")) or 0


def _mm(twips: int) -> Decimal:
    return rounded(twips / _TWIPS_PER_MM, 1)
