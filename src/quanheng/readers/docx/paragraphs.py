"""Paragraphs with their style and automatic number (段落)."""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from quanheng.readers.docx import names as w
from quanheng.readers.docx.runs import Runs
from quanheng.readers.docx.styles import Style, StyleSheet, level_of_outline
from quanheng.readers.docx.tidy import IN_CONTENTS
from quanheng.readers.word.fields import is_damaged_entry
from quanheng.readers.word.numbering import Numbering

_PLAIN: Final = Style("")


@dataclass(frozen=True, slots=True)
class TextOrigin:
    """The elements that the text of a paragraph comes from (文字来源).

    Attributes:
        label: Its automatic number, stored in no element.
        pieces: The elements that can show text, each with its visible text.
    """

    label: str
    pieces: tuple[tuple[etree._Element, str], ...]


TextOrigins = dict[etree._Element, TextOrigin]
"""The origin of the text of each paragraph, needed to change a file."""


@dataclass(slots=True)
class _Properties:
    style: Style = _PLAIN
    outline: str | None = None
    number_id: str = ""
    number_level: int | None = None


_NO_PROPERTIES: Final = _Properties()


class Paragraphs:
    """Reads the paragraphs of one document in order; numbers and fields carry over.

    The origin of each text is collected in ``origins`` if it is given.
    """

    def __init__(
        self,
        runs: Runs,
        styles: StyleSheet,
        numbering: Numbering,
        origins: TextOrigins | None = None,
    ) -> None:
        self._runs = runs
        self._styles = styles
        self._numbering = numbering
        self._origins = origins

    def text(self, paragraph: etree._Element) -> str:
        """The text of a paragraph with its automatic number: 一、项目概况."""
        label = self._label(self._properties(paragraph))
        return label + self._read(paragraph, label)

    def text_and_level(self, paragraph: etree._Element) -> tuple[str, int | None]:
        """The text with its automatic number, and its heading level.

        The text is empty for a paragraph of the table of contents; the level is None
        for body text.
        """
        properties = self._properties(paragraph)
        label = self._label(properties)
        text = self._read(paragraph, label).strip()
        in_contents = properties.style.in_contents or paragraph.get(IN_CONTENTS)
        if not text or (in_contents and not is_damaged_entry(text)):
            return "", None
        level = properties.style.level
        if properties.outline is not None:
            level = level_of_outline(properties.outline)
        return label + text, level

    def _read(self, paragraph: etree._Element, label: str) -> str:
        if self._origins is None:
            return self._runs.read(paragraph)
        pieces = tuple(self._runs.pieces(paragraph))
        self._origins[paragraph] = TextOrigin(label, pieces)
        return "".join([text for _, text in pieces])

    def _label(self, properties: _Properties) -> str:
        style = properties.style
        number_id = properties.number_id or style.number_id
        if not number_id:
            return ""
        level = properties.number_level
        if level is None and not properties.number_id:
            level = style.number_level
        return self._numbering.label(number_id, level, style.id)

    def _properties(self, paragraph: etree._Element) -> _Properties:
        first = paragraph[0] if len(paragraph) else None
        if first is None or first.tag != w.PARAGRAPH_PROPERTIES:
            return _NO_PROPERTIES
        properties = _Properties()
        for item in first.iterchildren(w.PARAGRAPH_STYLE, w.NUMBERING, w.OUTLINE_LEVEL):
            if item.tag == w.PARAGRAPH_STYLE:
                properties.style = self._styles.style(item.get(w.VAL, ""))
            elif item.tag == w.OUTLINE_LEVEL:
                properties.outline = item.get(w.VAL)
            else:
                _read_numbering(item, properties)
        return properties


def _read_numbering(numbering: etree._Element, properties: _Properties) -> None:
    for item in numbering.iterchildren(w.NUMBER_ID, w.NUMBER_LEVEL):
        if item.tag == w.NUMBER_ID:
            properties.number_id = item.get(w.VAL, "")
        else:
            properties.number_level = w.whole(item.get(w.VAL))
