"""Word files (docx) to documents (读取 Word)."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from quanheng.core.source import Source
from quanheng.document.blocks import Block, Document
from quanheng.document.headings import text_blocks, with_title
from quanheng.readers.docx import names as w
from quanheng.readers.docx.numbering import read_lists
from quanheng.readers.docx.paragraphs import Paragraphs
from quanheng.readers.docx.runs import Runs
from quanheng.readers.docx.styles import StyleSheet
from quanheng.readers.docx.table import Tables
from quanheng.readers.docx.tidy import tidy
from quanheng.readers.package import Package
from quanheng.readers.refusals import damaged
from quanheng.readers.word.numbering import Numbering
from quanheng.readers.xml import parse

_USUAL_MAIN_PART: Final = "word/document.xml"


class DocxReader:
    """Reads Word files as they look with all tracked changes accepted.

    Places: every paragraph outside tables counts, from 1, empty ones, those of
    text boxes and of the table of contents included; tables count from 1 in
    reading order, a nested one after the one around it, whose cell leaves its
    text to it; rows and columns are those of the grid.
    """

    def read(self, data: bytes, name: str) -> Document:
        """The headings, paragraphs and tables of a Word file.

        Raises:
            UnreadableFileError: The file is damaged, not safe or too large.
        """
        package = Package(data)
        main = package.related("", "officeDocument") or _USUAL_MAIN_PART
        if main not in package:
            raise damaged(
                "缺少正文部件 document.xml", "its main part document.xml is missing"
            )
        root = parse(_transitional(package.read(main)), "document.xml")
        body = next(root.iterchildren(w.BODY), root)
        tidy(body)
        paragraphs = Paragraphs(
            Runs(body),
            StyleSheet(lambda: _related(package, main, "styles")),
            Numbering(lambda: read_lists(_related(package, main, "numbering"))),
        )
        return Document(name, with_title(_blocks(body, paragraphs)))


def _blocks(body: etree._Element, paragraphs: Paragraphs) -> Iterator[Block]:
    count, tables = 0, Tables(paragraphs)
    for element in body:
        if element.tag == w.PARAGRAPH:
            count += 1
            text, level = paragraphs.text_and_level(element)
            if text:
                yield from text_blocks(text, Source(paragraph=count), level)
        elif element.tag == w.TABLE:
            yield from tables.read(element)


def _related(package: Package, main: str, kind: str) -> bytes:
    part = package.related(main, kind)
    return _transitional(package.read(part)) if part else b""


def _transitional(data: bytes) -> bytes:
    """Both dialects of the format as one: they differ in the name of the namespace."""
    return data.replace(w.STRICT.encode(), w.MAIN.encode())
