"""The page setup, footers and styles of a Word file (信笺)."""

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
"""Names of the footers by landscape and even."""

_STYLED: Final = (name_of("pStyle"), name_of("tblStyle"))
_VALUE: Final = name_of("val")
_NUMBERED_TEXTS: Final = ("Heading", "Title", "TOCHeading", "AnnexLabel")
"""Prefixes of the IDs of styles whose texts include their numbers."""
_BEFORE_NUMBER: Final = (name_of("keepNext"), name_of("pageBreakBefore"))
"""Elements before ``w:numPr`` in the schema."""
_BEHIND_TITLE_PAGE: Final = ("textDirection", "bidi", "rtlGutter", "docGrid")
"""Elements after ``w:titlePg`` in the schema."""

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
"""Settings that affect the layout, in schema order."""


@dataclass(frozen=True, slots=True)
class Stationery:
    """The page setup, footers and styles of a Word file (信笺).

    Attributes:
        parts: All parts but the document itself.
        upright: Properties of a portrait section.
        laid_across: Properties of a landscape section.
        measures: Dimensions of its text.
        styles: Style IDs by our IDs, where they differ.
        bares_cover: Whether the cover has no header and footer.
        stops_numbering: Whether automatic numbers of headings are to be removed.
    """

    parts: tuple[Part, ...]
    upright: Element
    laid_across: Element
    measures: Measures = field(default_factory=Measures)
    styles: Mapping[str, str] = field(default_factory=dict)
    bares_cover: bool = True
    stops_numbering: bool = False

    def section(self, stretch: Stretch, *, is_first: bool, has_cover: bool) -> Element:
        """Properties of a section; those after the first continue page numbers."""
        section = deepcopy(self.laid_across if stretch.across else self.upright)
        if stretch.is_close:
            take_page(section, stretch.page(self.measures.page))
        if not is_first:
            for name in ("titlePg", "pgNumType"):
                for child in section.findall(name_of(name)):
                    section.remove(child)
        elif has_cover and self.bares_cover:
            _bare_cover(section)
        return section

    def adopt(self, root: Element) -> None:
        """Replace our style IDs in a document by those of this file."""
        if not self.styles:
            return
        for element in root.iter(*_STYLED):
            ours = element.get(_VALUE, "")
            element.set(_VALUE, self.styles.get(ours, ours))
            if self.stops_numbering and ours.startswith(_NUMBERED_TEXTS):
                _stop_numbering(element)


def _stop_numbering(style: Element) -> None:
    """Remove the automatic number, because the text includes it."""
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
    """Set the paper and margins of a section."""
    for child in page.size_and_margins():
        own = section.find(child.tag)
        if own is None:
            section.append(child)
        else:
            section.replace(own, child)


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
    """A part named after its kind."""
    return Part(f"word/{kind}.xml", data, f"{WORD_TYPE}.{kind}+xml", kind, kind)


def settings(own: Element, *, has_even: bool) -> bytes:
    """The part ``word/settings.xml``, with those of a template that affect layout."""
    kept = {child.tag: child for child in own}
    kept.setdefault(name_of("compat"), _compatibility())
    if has_even:
        kept[name_of("evenAndOddHeaders")] = w("evenAndOddHeaders")
    return serialised(w("settings", *(kept.get(name_of(name)) for name in _SETTINGS)))


def footer_parts(page: Page, style: str) -> Iterator[Part]:
    """The footers with page numbers of portrait and landscape pages."""
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
    """The references of a section to its footers."""
    return [
        relation(
            w("footerReference", type="even" if even else "default"),
            _FOOTERS[across, even],
        )
        for even in (False, True)
    ]


def _section_properties(page: Page) -> Element:
    return w(
        "sectPr",
        *footer_references(across=page.is_landscape),
        *page.size_and_margins(),
        w("docGrid", type="lines", linePitch=LINE_PITCH),
    )


def _compatibility() -> Element:
    """The layout mode of Word 2013 and later."""
    return w(
        "compat",
        w(
            "compatSetting",
            name="compatibilityMode",
            uri="http://schemas.microsoft.com/office/word",
            val=15,
        ),
    )
