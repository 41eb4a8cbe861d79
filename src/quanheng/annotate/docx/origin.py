"""Locate each place of a Word document in the bytes of its main part (原位)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from lxml import etree

from quanheng.annotate.markup import Tag, locate
from quanheng.annotate.parts import Parts
from quanheng.core.source import WHOLE_FILE, Source
from quanheng.readers.docx import names as w
from quanheng.readers.docx.paragraphs import TextOrigin, TextOrigins
from quanheng.readers.docx.walk import (
    body_of,
    main_part,
    paragraphs_of,
    parsed,
    walk,
)

_PARAGRAPH: Final = "p"
_TEXT: Final = "t"
_PROPERTIES: Final = "pPr"
_RUN_PROPERTIES: Final = "rPr"


class Origin:
    """The main part of a Word file, with the position of each place in its bytes."""

    def __init__(self, parts: Parts) -> None:
        self.part = main_part(parts.package)
        self.data = parts.read(self.part)
        names = {_PARAGRAPH, _TEXT, _PROPERTIES, _RUN_PROPERTIES}
        self._located = locate(self.data, names)
        self._order = {tag: place for place, tag in enumerate(self._located)}
        root = parsed(parts.package, self.part)
        # Counted before the tree is tidied: the n-th paragraph is the n-th tag.
        self._tags = dict(self._pairs(root))
        self._hosts = dict(_hosts(self._named(_PARAGRAPH)))
        self._origins: TextOrigins = {}
        self._places = dict(_places(parts, self.part, root, self._origins))

    def tag(self, element: etree._Element) -> Tag:
        """The position of a paragraph or text element."""
        return self._tags[element]

    def text_origins(self, at: Source) -> list[tuple[Tag, TextOrigin]]:
        """The paragraphs at a place with the elements of their texts."""
        elements = self._places.get(at, ())
        return [(self._tags[element], self._origins[element]) for element in elements]

    def anchor(self, at: Source) -> Sequence[Tag]:
        """The paragraphs that anchor a comment on a place.

        For a text box it is the paragraph that anchors the box; for a whole table or
        file it is the first paragraph.
        """
        paragraphs = self._places[self._nearest(at)] if self._places else ()
        return [self._hosts[self._tags[paragraph]] for paragraph in paragraphs]

    def properties(self, paragraph: Tag) -> Tag | None:
        """The properties of a paragraph, None without any."""
        return self._next(paragraph, _PROPERTIES)

    def run_properties(self, paragraph: Tag) -> str:
        """The run properties of a paragraph mark as XML, empty without any."""
        properties = self.properties(paragraph)
        found = self._next(properties, _RUN_PROPERTIES) if properties else None
        return self.data[found.start : found.end].decode() if found else ""

    def _next(self, outer: Tag, name: str) -> Tag | None:
        """The first element inside another one, if it has this name."""
        place = self._order[outer] + 1
        first = self._located[place] if place < len(self._located) else outer
        return first if first.name == name and first in outer else None

    def _named(self, name: str) -> list[Tag]:
        return [tag for tag in self._located if tag.name == name]

    def _pairs(self, root: etree._Element) -> Iterator[tuple[etree._Element, Tag]]:
        for name in (_PARAGRAPH, _TEXT):
            elements = root.iter(f"{{*}}{name}")
            yield from zip(elements, self._named(name), strict=True)

    def _nearest(self, at: Source) -> Source:
        """The place itself, else the first one in its row, its table, the file."""
        if at in self._places:
            return at
        for wider in (replace(at, column=0), replace(at, row=0, column=0), WHOLE_FILE):
            for place in self._places:
                if _is_part(place, wider):
                    return place
        return next(iter(self._places))


def _is_part(place: Source, of: Source) -> bool:
    pairs = (
        (place.paragraph, of.paragraph),
        (place.table, of.table),
        (place.row, of.row),
    )
    return all(number in (0, own) for own, number in pairs)


def _hosts(paragraphs: Sequence[Tag]) -> Iterator[tuple[Tag, Tag]]:
    """Each paragraph with the outermost one around it."""
    host: Tag | None = None
    for tag in paragraphs:
        if host is None or tag not in host:
            host = tag
        yield tag, host


def _places(
    parts: Parts, part: str, root: etree._Element, origins: TextOrigins
) -> Iterator[tuple[Source, list[etree._Element]]]:
    """Each place with its paragraphs."""
    body = body_of(root)
    paragraphs = paragraphs_of(parts.package, part, body, origins)
    for _, places in walk(body, paragraphs):
        for at, element in places:
            is_cell = element.tag == w.CELL
            yield at, list(element.iterchildren(w.PARAGRAPH)) if is_cell else [element]
