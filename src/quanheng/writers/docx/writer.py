"""Documents to Word files (Word 写出器)."""

from functools import cache
from typing import ClassVar

from quanheng.document.blocks import Document
from quanheng.writers.base import PLAIN, Finish
from quanheng.writers.docx.body import body
from quanheng.writers.docx.markup import Element, serialised, w
from quanheng.writers.docx.package import packed
from quanheng.writers.docx.page import footer
from quanheng.writers.docx.styles import styles_part


class DocxWriter:
    """Writes a Word file as GB/T 9704 has it (Word 写出器)."""

    suffix: ClassVar[str] = ".docx"

    def write(self, document: Document, finish: Finish = PLAIN) -> bytes:
        """The document as a Word file."""
        parts = {
            "document.xml": serialised(body(document)),
            "styles.xml": styles_part(),
            **_fixed_parts(),
        }
        return packed(parts, document.title, finish.created)


@cache
def _fixed_parts() -> dict[str, bytes]:
    """The parts that are the same in every file."""
    settings = w("settings", w("evenAndOddHeaders"), _compatibility())
    return {
        "settings.xml": serialised(settings),
        "footer1.xml": serialised(footer(even=False)),
        "footer2.xml": serialised(footer(even=True)),
    }


def _compatibility() -> Element:
    """The layout of Word 2013 and later, not the mode for older files."""
    return w(
        "compat",
        w(
            "compatSetting",
            name="compatibilityMode",
            uri="http://schemas.microsoft.com/office/word",
            val=15,
        ),
    )
