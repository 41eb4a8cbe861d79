"""Writer of Word files (Word 写出器)."""

from typing import ClassVar

from quanheng.document.blocks import Document
from quanheng.writers.base import PLAIN, Finish
from quanheng.writers.docx.body import body
from quanheng.writers.docx.markup import serialised
from quanheng.writers.docx.package import DOCUMENT, WORD_TYPE, Part, packed
from quanheng.writers.docx.stationery import house
from quanheng.writers.docx.template.template import taken_over


class DocxWriter:
    """Writes Word files in the layout of GB/T 9704 or of a template (Word 写出器)."""

    suffix: ClassVar[str] = ".docx"

    def write(self, document: Document, finish: Finish = PLAIN) -> bytes:
        """The document as a Word file.

        Raises:
            UnreadableFileError: The template can't be used.
        """
        template = finish.template
        stationery = house() if template is None else taken_over(template)
        root = body(document, stationery)
        stationery.adopt(root)
        main = Part(DOCUMENT, serialised(root), f"{WORD_TYPE}.document.main+xml")
        return packed([main, *stationery.parts], document.title, finish.created)
