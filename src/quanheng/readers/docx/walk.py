"""Walk a Word document paragraph by paragraph (逐段逐格).

The reader and the code that annotates files share it, so that places agree.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from quanheng.core.bilingual import Words
from quanheng.core.refusals import damaged
from quanheng.core.source import Source
from quanheng.document.blocks import Block
from quanheng.document.headings import text_blocks
from quanheng.office.package import Package
from quanheng.office.xml import parse
from quanheng.readers.docx import names as w
from quanheng.readers.docx.numbering import read_lists
from quanheng.readers.docx.paragraphs import Paragraphs, TextOrigins
from quanheng.readers.docx.runs import Runs
from quanheng.readers.docx.styles import StyleSheet
from quanheng.readers.docx.table import Tables
from quanheng.readers.docx.tidy import tidy
from quanheng.readers.word.numbering import Numbering

_USUAL_MAIN_PART: Final = "word/document.xml"

Place = tuple[Source, etree._Element]
"""A place and its ``w:p`` or ``w:tc``."""


def main_part(package: Package) -> str:
    """The name of the main part, which holds the text.

    Raises:
        UnreadableFileError: There is none.
    """
    main = package.related("", "officeDocument") or _USUAL_MAIN_PART
    if main not in package:
        raise damaged(
            Words("缺少正文部件 document.xml", "its main part document.xml is missing")
        )
    return main


def parsed(package: Package, main: str) -> etree._Element:
    """The tree of the main part as stored.

    Raises:
        UnreadableFileError: The part is damaged, unsafe or too large.
    """
    return parse(transitional(package.read(main)), "document.xml")


def body_of(root: etree._Element) -> etree._Element:
    """The body of a parsed main part, tidied in place."""
    body = next(root.iterchildren(w.BODY), root)
    tidy(body)
    return body


def styles_of(package: Package, main: str) -> StyleSheet:
    """The styles of a document, loaded on first use."""
    return StyleSheet(lambda: _related(package, main, "styles"))


def paragraphs_of(
    package: Package,
    main: str,
    body: etree._Element,
    origins: TextOrigins | None = None,
    styles: StyleSheet | None = None,
) -> Paragraphs:
    """The reader of a tidied body's paragraphs."""
    return Paragraphs(
        Runs(body),
        styles or styles_of(package, main),
        Numbering(lambda: read_lists(_related(package, main, "numbering"))),
        origins,
    )


def walk(
    body: etree._Element, paragraphs: Paragraphs
) -> Iterator[tuple[Iterable[Block], Iterable[Place]]]:
    """The blocks and places of each paragraph and table, in order.

    Raises:
        UnreadableFileError: Tables are too large or nested too deeply.
    """
    count, tables = 0, Tables(paragraphs)
    for element in body:
        if element.tag == w.PARAGRAPH:
            count += 1
            at = Source(paragraph=count)
            text, level = paragraphs.text_and_level(element)
            yield text_blocks(text, at, level) if text else (), ((at, element),)
        elif element.tag == w.TABLE:
            for table, cells in tables.read(element):
                sources = (cell.at for cell in table.cells)
                yield (table,), zip(sources, cells, strict=True)


def _related(package: Package, main: str, kind: str) -> bytes:
    """A part that the main part refers to, empty if there is none of this kind."""
    part = package.related(main, kind)
    return transitional(package.read(part)) if part else b""


def transitional(data: bytes) -> bytes:
    """Replace the namespace of strict OOXML by that of transitional OOXML."""
    return data.replace(w.STRICT.encode(), w.MAIN.encode())
