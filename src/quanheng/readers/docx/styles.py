"""Paragraph styles (样式), read only as far as they are asked for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from quanheng.readers.docx import names as w
from quanheng.readers.xml import parse

_ROOT: Final = re.compile(rb"<((?:[\w.-]+:)?)styles\b[^>]*>")
_ID: Final = re.compile(rb"""[\w.-]*:?styleId\s*=\s*["']([^"']*)["']""")
_HEADING: Final = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLES: Final = frozenset({"title", "标题"})
_CONTENTS: Final = re.compile(r"(?:toc|目录|contents)\b", re.IGNORECASE)
_LONGEST_CHAIN: Final = 20
_OUTLINES: Final = frozenset("012345678")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its paragraphs.

    Attributes:
        id: Its key in the file.
        level: Heading level, 0 for a title, None for body text.
        in_contents: Whether it is a style of the table of contents.
        number_id: Its automatic numbering, empty without one.
        number_level: Level of that numbering, None where left open.
    """

    id: str
    level: int | None = None
    in_contents: bool = False
    number_id: str = ""
    number_level: int | None = None


class StyleSheet:
    """The styles of one document.

    A style sheet often has hundreds of unused styles and is ten times as long as
    the text, so it is cut into its styles and only the asked ones are parsed.
    """

    def __init__(self, load: Callable[[], bytes]) -> None:
        self._load = load
        self._raw: dict[str, bytes] | None = None
        self._known: dict[str, Style] = {}

    def style(self, style_id: str) -> Style:
        """The style with a key, its ancestors counted in; plain if unknown."""
        if style_id not in self._known:
            self._known[style_id] = self._resolve(style_id)
        return self._known[style_id]

    def _resolve(self, style_id: str) -> Style:
        level, number_id, number_level = None, "", None
        is_body = in_contents = False
        for element in self._chain(style_id):
            name = _value(element, w.NAME) or ""
            in_contents = in_contents or bool(_CONTENTS.match(name))
            if level is None and not is_body:
                outline = _value(element, w.PARAGRAPH_PROPERTIES, w.OUTLINE_LEVEL)
                level = level_of_outline(outline)
                is_body = outline is not None and level is None
                if outline is None:
                    level = _level_of_name(name)
            if not number_id:
                numbering = (w.PARAGRAPH_PROPERTIES, w.NUMBERING)
                number_id = _value(element, *numbering, w.NUMBER_ID) or ""
                ilvl = _value(element, *numbering, w.NUMBER_LEVEL)
                number_level = int(ilvl) if ilvl and ilvl.isdecimal() else None
        return Style(style_id, level, in_contents, number_id, number_level)

    def _chain(self, style_id: str) -> Iterator[etree._Element]:
        for _ in range(_LONGEST_CHAIN):
            element = self._parsed(style_id)
            if element is None:
                return
            yield element
            style_id = _value(element, w.BASED_ON) or ""

    def _parsed(self, style_id: str) -> etree._Element | None:
        if self._raw is None:
            self._raw = _cut(self._load())
        raw = self._raw.get(style_id)
        return None if raw is None else parse(raw, "styles.xml")[0]


def level_of_outline(outline: str | None) -> int | None:
    """The heading level of an outline level as stored: ``0`` is level 1."""
    known = outline is not None and outline in _OUTLINES
    return int(outline) + 1 if outline is not None and known else None


def _level_of_name(name: str) -> int | None:
    if match := _HEADING.fullmatch(name.strip()):
        return int(match[1])
    return 0 if name.strip().lower() in _TITLES else None


def _value(element: etree._Element, *path: str) -> str | None:
    for name in path:
        found = next(element.iterchildren(name), None)
        if found is None:
            return None
        element = found
    return element.get(w.VAL)


def _cut(data: bytes) -> dict[str, bytes]:
    root = _ROOT.search(data)
    if root is None:
        return {}
    prefix = root[1]
    opening, closing = b"<" + prefix + b"style ", b"</" + prefix + b"style>"
    styles: dict[str, bytes] = {}
    for piece in data.split(opening)[1:]:
        style, closed, _ = piece.partition(closing)
        style_id = _ID.search(style[: style.find(b">")])
        if closed and style_id:
            whole = root[0] + opening + style + closing + b"</" + prefix + b"styles>"
            styles[style_id[1].decode(errors="replace")] = whole
    return styles
