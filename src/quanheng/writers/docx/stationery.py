"""What a Word file is written on: page, footers and styles (信笺)."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from quanheng.writers.docx.fonts import font_table
from quanheng.writers.docx.footers import footer, footer_across
from quanheng.writers.docx.markup import (
    Element,
    name_of,
    relation,
    serialised,
    w,
)
from quanheng.writers.docx.package import WORD_TYPE, Part
from quanheng.writers.docx.page import LINE_PITCH, UPRIGHT, Page
from quanheng.writers.docx.paging.arrangement import Stretch
from quanheng.writers.docx.paging.estimate import Measures
from quanheng.writers.docx.styles import styles_part

_FOOTERS: Final = {
    (False, False): "footerOdd",
    (False, True): "footerEven",
    (True, False): "footerOddAcross",
    (True, True): "footerEvenAcross",
}
"""Whether pages lie across and are even → name of their footer."""

_STYLED: Final = (name_of("pStyle"), name_of("tblStyle"))
_VALUE: Final = name_of("val")
_SAY_THEIR_NUMBER: Final = ("Heading", "Title", "TOCHeading", "AnnexLabel")
"""Beginnings of our ids of the styles whose texts have their numbers in them."""
_BEFORE_NUMBER: Final = (name_of("keepNext"), name_of("pageBreakBefore"))
"""What of ours the schema puts before ``w:numPr``."""
_BEHIND_TITLE_PAGE: Final = ("textDirection", "bidi", "rtlGutter", "docGrid")
"""What the schema puts behind ``w:titlePg``."""

_SETTINGS: Final = (
    "mirrorMargins",
    "gutterAtTop",
    "defaultTabStop",
    "evenAndOddHeaders",
    "characterSpacingControl",
    "compat",
    "themeFontLang",
    "clrSchemeMapping",
)
"""What of the settings bears on the look, in the order of the schema."""


@dataclass(frozen=True, slots=True)
class Stationery:
    """What a file is written on (信笺).

    Attributes:
        parts: All parts but the document itself.
        upright: Properties of a section whose pages stand upright.
        laid_across: Properties of a section whose pages are laid across.
        measures: What the lines of its text take.
        styles: Our id of a style → the id that it goes by here, where it differs.
        bares_cover: Whether the page of a cover goes without header and footer.
        stops_numbering: Whether the styles of the headings would number them.
    """

    parts: tuple[Part, ...]
    upright: Element
    laid_across: Element
    measures: Measures = field(default_factory=Measures)
    styles: Mapping[str, str] = field(default_factory=dict)
    bares_cover: bool = True
    stops_numbering: bool = False

    def section(self, stretch: Stretch, *, is_first: bool, has_cover: bool) -> Element:
        """Properties of a section.

        Args:
            stretch: What stands on its pages.
            is_first: Whether the document begins with it; later ones go on counting.
            has_cover: Whether the document has a cover.
        """
        section = deepcopy(self.laid_across if stretch.across else self.upright)
        if stretch.is_close:
            take_page(section, stretch.page(self.measures.page))
        if not is_first:
            _go_on(section)
        elif has_cover and self.bares_cover:
            _bare_cover(section)
        return section

    def adopt(self, root: Element) -> None:
        """Let a document that names our styles name those that it has here."""
        if not self.styles:
            return
        for element in root.iter(*_STYLED):
            ours = element.get(_VALUE, "")
            element.set(_VALUE, self.styles.get(ours, ours))
            if self.stops_numbering and ours.startswith(_SAY_THEIR_NUMBER):
                _stop_numbering(element)


def _stop_numbering(style: Element) -> None:
    """The number stands in the text; one by the style would double it."""
    before = [style, *style.itersiblings(*_BEFORE_NUMBER)]
    before[-1].addnext(w("numPr", w("numId", val=0)))


def _bare_cover(section: Element) -> None:
    behind = (section.find(name_of(name)) for name in _BEHIND_TITLE_PAGE)
    following = next((child for child in behind if child is not None), None)
    if following is None:
        section.append(w("titlePg"))
    else:
        following.addprevious(w("titlePg"))


def take_page(section: Element, page: Page) -> None:
    """Give a section the paper and margins of a page."""
    for child in page.size_and_margins():
        own = section.find(child.tag)
        if own is None:
            section.append(child)
        else:
            section.replace(own, child)


def _go_on(section: Element) -> None:
    """Neither a first page of its own kind nor a count from the beginning."""
    for name in ("titlePg", "pgNumType"):
        for child in section.findall(name_of(name)):
            section.remove(child)


@cache
def house() -> Stationery:
    """Page, page numbers and styles of GB/T 9704-2012."""
    return Stationery(
        parts=(
            word_part("styles", styles_part()),
            word_part("settings", settings(w("settings"), has_even=True)),
            word_part("fontTable", font_table()),
            *footer_parts(UPRIGHT, "Footer"),
        ),
        upright=_section_properties(UPRIGHT),
        laid_across=_section_properties(UPRIGHT.across()),
    )


def word_part(kind: str, data: bytes) -> Part:
    """A part whose name, type and relation all say its kind."""
    return Part(f"word/{kind}.xml", data, f"{WORD_TYPE}.{kind}+xml", kind, kind)


def settings(own: Element, *, has_even: bool) -> bytes:
    """The part ``word/settings.xml``.

    Args:
        own: The settings of an office's file, empty for the norm's.
        has_even: Whether even pages have footers of their own.
    """
    kept = {child.tag: child for child in own}
    kept.setdefault(name_of("compat"), _compatibility())
    if has_even:
        kept[name_of("evenAndOddHeaders")] = w("evenAndOddHeaders")
    return serialised(w("settings", *(kept.get(name_of(name)) for name in _SETTINGS)))


def footer_parts(page: Page, style: str) -> Iterator[Part]:
    """The page numbers of upright pages and of those laid across.

    Args:
        page: The upright page.
        style: Id of the style of footers.
    """
    for (across, even), name in _FOOTERS.items():
        made = (
            footer_across(page, style, even=even)
            if across
            else footer(style, even=even)
        )
        yield Part(
            f"word/{name}.xml",
            serialised(made),
            f"{WORD_TYPE}.footer+xml",
            "footer",
            name,
        )


def footer_references(*, across: bool) -> list[Element]:
    """What a section names its page numbers by."""
    return [
        relation(
            w("footerReference", type="even" if even else "default"),
            _FOOTERS[across, even],
        )
        for even in (False, True)
    ]


def _section_properties(page: Page) -> Element:
    """Paper, margins, line grid and the two footers."""
    return w(
        "sectPr",
        *footer_references(across=page.lies_across),
        *page.size_and_margins(),
        w("docGrid", type="lines", linePitch=LINE_PITCH),
    )


def _compatibility() -> Element:
    """The layout of Word 2013 and later, not the mode for older files."""
    return w(
        "compat",
        w(
            "compatSetting",
            name="compatibilityMode",
            uri="http://schemas.microsoft.com/office/word",
            val=15,
        ),
    )
