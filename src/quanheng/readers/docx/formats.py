"""Paragraph formats with style inheritance (段落格式)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache
from html import unescape
from typing import Final

from lxml import etree

from quanheng.core.errors import UnreadableFileError
from quanheng.readers.docx import names as w
from quanheng.readers.docx.styles import StyleSheet

# A theme is long, and only four names of it are needed. Bounds on repetition keep
# hostile files from slowing the search.
_THEME_FONTS: Final = {
    kind: re.compile(rb"<(?:\w{1,20}:)?%bFont>" % kind.encode())
    for kind in ("major", "minor")
}
_TYPEFACE: Final = rb"""[^<>]{0,200}?typeface\s?=\s?["']([^"'<>]{0,200})"""
_EAST_ASIAN: Final = re.compile(rb"<(?:\w{1,20}:)?ea\s" + _TYPEFACE)
_LATIN: Final = re.compile(rb"<(?:\w{1,20}:)?latin\s" + _TYPEFACE)
_SIMPLIFIED: Final = re.compile(
    rb"""<(?:\w{1,20}:)?font\s[^<>]{0,200}?script\s?=\s?["']Hans["']""" + _TYPEFACE
)


@dataclass(frozen=True, slots=True)
class Format:
    """Formatting set by a style, a paragraph or a run; None where unset.

    Attributes:
        font: East Asian font.
        latin: Font of digits and letters.
        size: Half points.
        line: Line spacing in twips, or 240ths of a line.
        line_rule: Unit of ``line``: ``exact``, ``atLeast`` or ``auto``.
        indent: First-line indent in twips, negative if hanging.
        indent_chars: The same in hundredths of a character; takes precedence.
        align: Alignment as stored.
    """

    font: str | None = None
    latin: str | None = None
    size: int | None = None
    line: int | None = None
    line_rule: str | None = None
    indent: int | None = None
    indent_chars: int | None = None
    align: str | None = None

    def over(self, base: "Format") -> "Format":
        """This format, with unset values taken from ``base``."""
        if self == UNSET:
            return base
        return Format(
            *(
                getattr(base, name) if (own := getattr(self, name)) is None else own
                for name in _FIELDS
            )
        )


_FIELDS: Final = tuple(field.name for field in fields(Format))
UNSET: Final = Format()


class Formats:
    """The formats of one document's paragraphs.

    ``load_theme`` returns the theme part, empty if there is none.
    """

    def __init__(self, styles: StyleSheet, load_theme: Callable[[], bytes]) -> None:
        self._styles = styles
        self._load_theme = load_theme
        self._theme: dict[str, dict[str, str]] | None = None
        self._of_style = cache(self._read_style)
        self._of_character_style = cache(self._read_character_style)

    def paragraph(self, element: etree._Element) -> Format:
        """The format of a paragraph and of its run with the most text."""
        if next(element.iter(w.RUN_PROPERTIES), None) is None:
            return self.run(element, None)
        return self.run(element, max(element.iter(w.RUN), key=_length, default=None))

    def run(self, paragraph: etree._Element, run: etree._Element | None) -> Format:
        """The format of a paragraph and of one run in it."""
        style, own = "", UNSET
        properties = paragraph[0] if len(paragraph) else None
        if properties is not None and properties.tag == w.PARAGRAPH_PROPERTIES:
            style = _style_id(properties, w.PARAGRAPH_STYLE)
            if len(properties) > bool(style):
                own = _paragraph_format(properties)
        found = own.over(self._of_style(style))
        letters = run[0] if run is not None and len(run) else None
        if letters is None or letters.tag != w.RUN_PROPERTIES:
            return found
        if character_style := _style_id(letters, w.RUN_STYLE):
            found = self._of_character_style(character_style).over(found)
        return self._run_format(letters).over(found)

    def _read_style(self, style_id: str) -> Format:
        """A paragraph style over the defaults; an empty ID means the default style."""
        try:
            found = UNSET
            for part in self._styles.defaults:
                for properties in part:
                    found = self._properties(properties).over(found)
            return self._chain(style_id or self._styles.default).over(found)
        except UnreadableFileError:
            # Damaged styles must not prevent the text from being read.
            return UNSET

    def _read_character_style(self, style_id: str) -> Format:
        try:
            return self._chain(style_id)
        except UnreadableFileError:
            return UNSET

    def _chain(self, style_id: str) -> Format:
        found = UNSET
        for element in self._styles.chain(style_id):
            for properties in element.iterchildren(
                w.PARAGRAPH_PROPERTIES, w.RUN_PROPERTIES
            ):
                found = found.over(self._properties(properties))
        return found

    def _properties(self, properties: etree._Element) -> Format:
        if properties.tag == w.PARAGRAPH_PROPERTIES:
            return _paragraph_format(properties)
        return self._run_format(properties)

    def _run_format(self, properties: etree._Element) -> Format:
        font = latin = size = None
        for item in properties.iterchildren(w.FONTS, w.SIZE):
            if item.tag == w.SIZE:
                size = w.whole(item.get(w.VAL))
            else:
                font = self._font(item, w.EAST_ASIA, w.EAST_ASIA_THEME)
                latin = self._font(item, w.ASCII, w.ASCII_THEME)
        return Format(font, latin, size)

    def _font(self, fonts: etree._Element, name: str, theme: str) -> str | None:
        # A theme font takes precedence over a named one.
        if (key := fonts.get(theme)) is not None:
            return self._of_theme(key)
        return fonts.get(name)

    def _of_theme(self, key: str) -> str | None:
        if self._theme is None:
            data = self._load_theme()
            self._theme = _theme_fonts(data) if data else {}
        kind = "ea" if "EastAsia" in key else "latin"
        return self._theme.get(key[:5], {}).get(kind)


def _theme_fonts(data: bytes) -> dict[str, dict[str, str]]:
    found = {}
    for kind, opening in _THEME_FONTS.items():
        if start := opening.search(data):
            end = data.find(kind.encode() + b"Font>", start.end())
            fonts = data[start.end() : end]
            found[kind] = {
                "ea": _typeface(_EAST_ASIAN, fonts) or _typeface(_SIMPLIFIED, fonts),
                "latin": _typeface(_LATIN, fonts),
            }
    return found


def _typeface(pattern: re.Pattern[bytes], fonts: bytes) -> str:
    found = pattern.search(fonts)
    return unescape(found[1].decode(errors="replace")) if found else ""


def _paragraph_format(properties: etree._Element) -> Format:
    line = rule = indent = chars = align = None
    for item in properties.iterchildren(w.SPACING, w.INDENT, w.ALIGNMENT):
        if item.tag == w.SPACING:
            line = _count(item.get(w.LINE))
            rule = item.get(w.LINE_RULE) or ("auto" if line else None)
        elif item.tag == w.INDENT:
            indent = _first_line(item, w.FIRST_LINE, w.HANGING)
            chars = _first_line(item, w.FIRST_LINE_CHARS, w.HANGING_CHARS)
        else:
            align = item.get(w.VAL)
    return Format(
        line=line, line_rule=rule, indent=indent, indent_chars=chars, align=align
    )


def _first_line(indent: etree._Element, inward: str, outward: str) -> int | None:
    hanging = _count(indent.get(outward))
    return -hanging if hanging else _count(indent.get(inward))


def _count(value: str | None) -> int | None:
    """A length as stored, without its fraction (some programs write 579.0)."""
    return w.whole(value.partition(".")[0]) if value else None


def _style_id(properties: etree._Element, name: str) -> str:
    style = next(properties.iterchildren(name), None)
    return "" if style is None else style.get(w.VAL, "")


def _length(run: etree._Element) -> int:
    return sum(len(text.text or "") for text in run.iterchildren(w.TEXT))
