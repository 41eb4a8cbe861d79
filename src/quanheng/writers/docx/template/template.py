"""Take page setup and styles from an office's Word file (模板)."""

from collections.abc import Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.office.package import Package
from quanheng.office.xml import parse
from quanheng.writers.docx.markup import (
    R_NAMESPACE,
    Element,
    name_of,
    serialised,
    w,
    whole_number,
)
from quanheng.writers.docx.page import UPRIGHT, Page, twips
from quanheng.writers.docx.paging.estimate import Measures
from quanheng.writers.docx.stationery import (
    Stationery,
    footer_parts,
    footer_references,
    settings,
    take_page,
    word_part,
)
from quanheng.writers.docx.template.copied_parts import Carrier
from quanheng.writers.docx.template.styles import (
    OfficeStyles,
    StyleMeasure,
    completed,
)

_CARRIED: Final = ("theme", "fontTable", "numbering")
"""Parts that styles depend on."""
_KINDS: Final = {
    name_of("headerReference"): "header",
    name_of("footerReference"): "footer",
}
_RELATION: Final = f"{{{R_NAMESPACE}}}id"
_PITCHED_GRIDS: Final = frozenset({"lines", "linesAndChars", "snapToChars"})
_LARGEST_PAPER: Final = 31680
"""Twips of the longest side that Word allows (22 inches)."""
_SMALLEST_AREA: Final = twips(50)


@lru_cache(maxsize=4)
def taken_over(data: bytes) -> Stationery:
    """Page setup, headers, footers and styles of a template.

    Raises:
        UnreadableFileError: It is not a Word file, damaged or unsafe.
    """
    try:
        return _taken_over(Package(data))
    except UnreadableFileError as error:
        raise UnreadableFileError(
            Words(
                f"模板无法使用：{error.message.zh}",
                f"The template can't be used: {error.message.en}",
            ),
            error.hint,
        ) from error


def _taken_over(package: Package) -> Stationery:
    main, section = _main_section(package)
    page = _page_of(section)
    carrier = Carrier(package)
    _carry_headers(section, package, main, carrier)
    for kind in _CARRIED:
        if part := package.related(main, kind):
            carrier.take(part, kind, kind)
    styles = completed(_part(package, main, "styles"))
    grid = section.find(name_of("docGrid"))
    pitched = grid is not None and grid.get(name_of("type")) in _PITCHED_GRIDS
    grid_pitch = _length(grid, "linePitch", 0) if pitched else 0
    has_numbers = section.find(name_of("footerReference")) is not None
    has_headers = section.find(name_of("headerReference")) is not None
    own = _part(package, main, "settings")
    across = deepcopy(section)
    take_page(across, page.across())
    if not has_numbers:
        _add_numbers(section, across=page.is_landscape)
        _add_numbers(across, across=True)
    return Stationery(
        parts=(
            word_part("styles", serialised(styles.root)),
            word_part("settings", settings(own, has_even=not has_numbers)),
            *carrier.parts.values(),
            *(() if has_numbers else footer_parts(page, styles.ids["Footer"])),
        ),
        upright=section,
        laid_across=across,
        measures=_measures(page, styles, grid_pitch),
        styles=styles.ids,
        bares_cover=not (has_numbers or has_headers),
        stops_numbering=True,
    )


def _measures(page: Page, styles: OfficeStyles, grid_pitch: int) -> Measures:
    def pitch(style: StyleMeasure) -> int:
        return style.fixed_pitch or max(grid_pitch, style.natural_pitch)

    text = styles.measure("BodyText")
    headings = [styles.measure(f"Heading{level}") for level in range(1, 5)]
    entry = styles.measure("TOC1")
    return Measures(
        page,
        pitch(text),
        text.size * 5,
        tuple((pitch(style), style.around) for style in headings),
        pitch(entry) + entry.around,
    )


def _main_section(package: Package) -> tuple[str, Element]:
    """The main part and the properties of its last portrait section."""
    main = package.related("", "officeDocument")
    root = parse(package.read(main), main) if main else None
    if main is None or root is None or root.tag != name_of("document"):
        raise UnreadableFileError(
            Words("不是 Word 文件", "it is no Word file"),
            Words("请提供 .docx 或 .dotx 文件", "give a .docx or .dotx file"),
        )
    sections = list(root.iter(name_of("sectPr")))
    if not sections:
        return main, w("sectPr", *UPRIGHT.size_and_margins())
    upright = [number for number, found in enumerate(sections) if not _lies(found)]
    last = max(upright, default=len(sections) - 1)
    section = deepcopy(sections[last])
    for name in ("type", "sectPrChange", "printerSettings"):
        for child in section.findall(name_of(name)):
            section.remove(child)
    _inherit(section, sections[:last])
    return main, section


def _lies(section: Element) -> bool:
    size = section.find(name_of("pgSz"))
    return _length(size, "w", UPRIGHT.width) > _length(size, "h", UPRIGHT.height)


def _inherit(section: Element, before: Sequence[Element]) -> None:
    """Add the headers and footers inherited from earlier sections."""
    references: dict[tuple[str, str | None], Element] = {}
    copies = [deepcopy(earlier) for earlier in before]
    for earlier in (*copies, section):
        for reference in earlier.iterchildren(*_KINDS):
            references[reference.tag, reference.get(name_of("type"))] = reference
    for reference in reversed(references.values()):
        section.insert(0, reference)


def _part(package: Package, main: str, kind: str) -> Element:
    """The root of a part of the document, an empty one if missing."""
    name = package.related(main, kind)
    return parse(package.read(name), name) if name else w(kind)


def _carry_headers(
    section: Element, package: Package, main: str, carrier: Carrier
) -> None:
    """Copy the headers and footers of a section under new IDs."""
    for number, reference in enumerate(section.findall("*")):
        if (kind := _KINDS.get(reference.tag)) is None:
            continue
        part = package.targets(main, kind).get(reference.get(_RELATION, ""))
        if part is None:
            section.remove(reference)
        else:
            carrier.take(part, kind, f"{kind}{number}")
            reference.set(_RELATION, carrier.parts[part].relation)


def _add_numbers(section: Element, *, across: bool) -> None:
    """Add the page numbers of the norm to a section without footers.

    They need separate headers on even pages, which repeat the default ones.
    """
    references = footer_references(across=across)
    for header in section.findall(name_of("headerReference")):
        if header.get(name_of("type")) == "default":
            even = deepcopy(header)
            even.set(name_of("type"), "even")
            references.append(even)
    for reference in reversed(references):
        section.insert(0, reference)


def _page_of(section: Element) -> Page:
    """Paper and margins of a section, with those of the norm as default.

    Raises:
        UnreadableFileError: The page has no room for text.
    """
    size, margins = (section.find(name_of(name)) for name in ("pgSz", "pgMar"))
    page = Page(
        _length(size, "w", UPRIGHT.width),
        _length(size, "h", UPRIGHT.height),
        top=_length(margins, "top", UPRIGHT.top),
        right=_length(margins, "right", UPRIGHT.right),
        bottom=_length(margins, "bottom", UPRIGHT.bottom),
        left=_length(margins, "left", UPRIGHT.left),
        header=_length(margins, "header", UPRIGHT.header),
        footer=_length(margins, "footer", UPRIGHT.footer),
        gutter=_length(margins, "gutter", 0),
    )
    too_large = max(page.width, page.height) > _LARGEST_PAPER
    areas = (page.type_width, page.type_height)
    across = page.across()
    if too_large or min(*areas, across.type_width, across.type_height) < _SMALLEST_AREA:
        raise UnreadableFileError(
            Words(
                "纸张或页边距无法排版",
                "nothing can be set on its paper with its margins",
            ),
            Words("请检查模板的页面设置", "check its page setup"),
        )
    return page


def _length(element: Element | None, name: str, default: int) -> int:
    """A length in twips, without the sign of a fixed margin."""
    stored = "" if element is None else element.get(name_of(name), "")
    whole = whole_number(stored.partition(".")[0].removeprefix("-"))
    return default if whole is None else whole
