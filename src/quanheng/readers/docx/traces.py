"""Traces of editing: changes, comments, hidden text (编辑痕迹)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from quanheng.core.layout import Properties, Trace, TraceKind
from quanheng.core.source import Source
from quanheng.office.package import Package
from quanheng.readers.docx import names as w
from quanheng.readers.docx.side_parts import side_root

_CHANGES: Final = (
    w.INSERTED,
    w.DELETED,
    w.MOVED_HERE,
    w.MOVED_AWAY,
    w.CELL_INSERTED,
    w.CELL_DELETED,
    w.RUN_CHANGE,
    w.PARAGRAPH_CHANGE,
    w.SECTION_CHANGE,
)
_TRACES: Final = (*_CHANGES, w.COMMENT_REFERENCE, w.VANISH)
_CREATOR: Final = "{http://purl.org/dc/elements/1.1/}creator"
_EDITOR: Final = (
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
    "lastModifiedBy"
)
_COMPANY: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Company"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A trace whose place is not yet known (痕迹标记).

    Attributes:
        kind: Kind of trace.
        author: Its author.
        around: The innermost paragraph or row around it.
        table: The innermost table around it, None outside tables.
    """

    kind: TraceKind
    author: str
    around: etree._Element
    table: etree._Element | None


def marks_in(package: Package, main: str, root: etree._Element) -> tuple[Mark, ...]:
    """The traces in a parsed main part that is not yet tidied."""
    elements = tuple(root.iter(*_TRACES))
    if not elements:
        return ()
    authors: Mapping[str, str] = {}
    if any(element.tag == w.COMMENT_REFERENCE for element in elements):
        authors = _comment_authors(package, main)
    return tuple(_marks(elements, authors))


def _marks(
    elements: tuple[etree._Element, ...], authors: Mapping[str, str]
) -> Iterator[Mark]:
    for element in elements:
        kind, author = TraceKind.CHANGE, element.get(w.AUTHOR, "")
        if element.tag == w.COMMENT_REFERENCE:
            kind, author = TraceKind.COMMENT, authors.get(element.get(w.ID, ""), "")
        elif element.tag == w.VANISH:
            if not _hides_text(element):
                continue
            kind = TraceKind.HIDDEN
        around = next(element.iterancestors(w.PARAGRAPH, w.ROW), element)
        yield Mark(kind, author, around, next(element.iterancestors(w.TABLE), None))


def _hides_text(mark: etree._Element) -> bool:
    properties = mark.getparent()
    run = None if properties is None else properties.getparent()
    if run is None or run.tag != w.RUN or not w.is_on(mark.get(w.VAL)):
        return False
    return any((text.text or "").strip() for text in run.iterchildren(w.TEXT))


def _comment_authors(package: Package, main: str) -> dict[str, str]:
    root = side_root(package, package.related(main, "comments"))
    return {
        comment.get(w.ID, ""): comment.get(w.AUTHOR, "")
        for comment in (() if root is None else root.iter(w.COMMENT))
    }


def placed(
    marks: tuple[Mark, ...], places: Mapping[etree._Element, Source]
) -> tuple[Trace, ...]:
    """The traces with their places, given those of a tidied tree's elements."""
    return tuple(Trace(mark.kind, mark.author, _place(mark, places)) for mark in marks)


def _place(mark: Mark, places: Mapping[etree._Element, Source]) -> Source:
    """The paragraph or cell, or the table if its row is deleted."""
    around = mark.around
    for element in (
        around,
        *around.iterancestors(w.CELL),
        *around.iterchildren(w.CELL),
    ):
        if element in places:
            return places[element]
    cells = () if mark.table is None else mark.table.iter(w.CELL)
    table = next((places[cell].table for cell in cells if cell in places), 0)
    return Source(table=table)


def properties_of(package: Package) -> Properties:
    """The author, last editor and company that a file states."""
    core = side_root(package, package.related("", "core-properties"))
    extended = side_root(package, package.related("", "extended-properties"))
    return Properties(
        _text(core, _CREATOR), _text(core, _EDITOR), _text(extended, _COMPANY)
    )


def _text(root: etree._Element | None, name: str) -> str:
    found = None if root is None else next(root.iterchildren(name), None)
    return "" if found is None else (found.text or "").strip()
