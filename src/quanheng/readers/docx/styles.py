"""Paragraph styles, parsed only on demand (样式)."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from quanheng.core.errors import UnreadableFileError
from quanheng.office.xml import parse
from quanheng.readers.docx import names as w
from quanheng.readers.word.style_names import is_of_contents, level_of_name

_ROOT: Final = re.compile(rb"<((?:[\w.-]+:)?)styles\b[^<>]*>")
_OPENING: Final = rb"""<%bstyle\s[^<>]*?styleId\s*=\s*["']([^"']*)["']"""
_DEFAULT: Final = (
    rb"""<%bstyle\s(?=[^<>]*?type\s*=\s*["']paragraph)"""
    rb"""(?=[^<>]*?default\s*=\s*["'](?:1|true|on)["'])"""
    rb"""[^<>]*?styleId\s*=\s*["']([^"']*)["']"""
)
_OTHER_ENCODING: Final = re.compile(
    rb"""<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE
)
_COMMENT: Final = b"<!"
"""Start of comments and CDATA, where cutting is unsafe."""
_LONGEST_CHAIN: Final = 20
"""Longest chain of base styles; a longer one is circular."""
_OUTLINES: Final = frozenset("012345678")


@dataclass(frozen=True, slots=True)
class Style:
    """A resolved paragraph style.

    Attributes:
        id: ID in the file.
        level: Heading level, 0 for a title, None for body text.
        in_contents: Whether it belongs to the table of contents.
        number_id: ID of its list, empty without one.
        number_level: Level in that list, None if not given.
    """

    id: str
    level: int | None = None
    in_contents: bool = False
    number_id: str = ""
    number_level: int | None = None


class StyleSheet:
    """The styles of one document.

    A style sheet often has hundreds of unused styles and ten times the length of
    the text, so it is cut into styles and only those in use are parsed.
    """

    def __init__(self, load: Callable[[], bytes]) -> None:
        self._load = load
        self._sheet: _Sheet | None = None
        self._cache: dict[str, Style] = {}
        self._elements: dict[str, etree._Element | None] = {}

    def style(self, style_id: str) -> Style:
        """A style with inherited values; plain if unknown."""
        if style_id not in self._cache:
            self._cache[style_id] = self._resolve(style_id)
        return self._cache[style_id]

    def _resolve(self, style_id: str) -> Style:
        style = Style("")
        for element in reversed(tuple(self.chain(style_id))):
            style = _derived(element, style)
        return replace(style, id=style_id)

    @property
    def default(self) -> str:
        """The ID of the default paragraph style."""
        return self._whole.default()

    @property
    def defaults(self) -> tuple[etree._Element, ...]:
        """The document defaults, which every style inherits."""
        raw = self._whole.defaults()
        return tuple(parse(raw, "styles.xml")[0]) if raw else ()

    def chain(self, style_id: str) -> Iterator[etree._Element]:
        """A style, its base style, and so on."""
        for _ in range(_LONGEST_CHAIN):
            element = self._parsed(style_id) if style_id else None
            if element is None:
                return
            yield element
            style_id = _value(element, w.BASED_ON) or ""

    def _parsed(self, style_id: str) -> etree._Element | None:
        if style_id not in self._elements:
            raw = self._whole.cut(style_id)
            element = parse(raw, "styles.xml")[0] if raw else None
            self._elements[style_id] = element
        return self._elements[style_id]

    @property
    def _whole(self) -> "_Sheet":
        if self._sheet is None:
            self._sheet = _Sheet(self._load())
        return self._sheet


class _Sheet:
    """A raw style sheet, cut into styles without parsing it as a whole.

    A sheet that can't be cut safely is first parsed and serialised anew.
    """

    def __init__(self, data: bytes) -> None:
        root = _ROOT.search(data)
        if root is None or _COMMENT in data or _OTHER_ENCODING.match(data):
            data = _written_plainly(data)
            root = _ROOT.search(data)
        self._data = data
        self._root, prefix = (root[0], root[1]) if root else (b"", b"")
        self._prefix = prefix
        self._closing = b"</%bstyle>" % prefix
        self._end = b"</%bstyles>" % prefix
        opening = re.compile(_OPENING % re.escape(prefix))
        self._openings = opening.finditer(data if root else b"")
        self._starts: dict[bytes, int] = {}

    def cut(self, style_id: str) -> bytes:
        """A style sheet with this style alone, empty if there is none."""
        start = self._start(style_id.encode())
        if start is None:
            return b""
        opened = self._data.index(b">", start) + 1
        if self._data.endswith(b"/>", start, opened):
            return self._root + self._data[start:opened] + self._end
        end = self._data.find(self._closing, start)
        return self._root + self._data[start:end] + self._closing + self._end

    def _start(self, style_id: bytes) -> int | None:
        """The offset of a style; the sheet is searched no further than needed."""
        if style_id not in self._starts:
            for found in self._openings:
                self._starts.setdefault(found[1], found.start())
                if found[1] == style_id:
                    break
        return self._starts.get(style_id)

    def default(self) -> str:
        """The ID of the default paragraph style, empty without one."""
        found = re.search(_DEFAULT % re.escape(self._prefix), self._data)
        return found[1].decode(errors="replace") if found else ""

    def defaults(self) -> bytes:
        """A style sheet with the document defaults alone, empty without any."""
        closing = b"</%bdocDefaults>" % self._prefix
        start = self._data.find(b"<%bdocDefaults>" % self._prefix)
        end = self._data.find(closing, start)
        if not self._root or start < 0 or end < 0:
            return b""
        return self._root + self._data[start:end] + closing + self._end


def _written_plainly(data: bytes) -> bytes:
    with suppress(UnreadableFileError):
        return etree.tostring(parse(data, "styles.xml"), encoding="utf-8")
    return b""


def _derived(element: etree._Element, parent: Style) -> Style:
    name = (_value(element, w.NAME) or "").strip()
    outline = _value(element, w.PARAGRAPH_PROPERTIES, w.OUTLINE_LEVEL)
    level = level_of_name(name) if outline is None else level_of_outline(outline)
    if level is None and outline is None:
        level = parent.level
    numbering = (w.PARAGRAPH_PROPERTIES, w.NUMBERING)
    number_id = _value(element, *numbering, w.NUMBER_ID)
    number_level = w.whole(_value(element, *numbering, w.NUMBER_LEVEL))
    return Style(
        parent.id,
        level,
        parent.in_contents or is_of_contents(name),
        parent.number_id if number_id is None else number_id,
        parent.number_level if number_id is None else number_level,
    )


def level_of_outline(outline: str | None) -> int | None:
    """The heading level of an outline level as stored: ``0`` is level 1."""
    return int(outline) + 1 if outline and outline in _OUTLINES else None


def _value(element: etree._Element, *path: str) -> str | None:
    for name in path:
        found = next(element.iterchildren(name), None)
        if found is None:
            return None
        element = found
    return element.get(w.VAL)
