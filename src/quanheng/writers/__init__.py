"""Write documents to files; a format's writer is loaded on demand (写出)."""

from importlib import import_module
from typing import Final, cast

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.writers.base import Writer

_WRITERS: Final = {
    ".docx": ("quanheng.writers.docx.writer", "DocxWriter"),
    ".xlsx": ("quanheng.writers.xlsx.writer", "XlsxWriter"),
    ".html": ("quanheng.writers.html.writer", "HtmlWriter"),
    ".pdf": ("quanheng.writers.pdf.writer", "PdfWriter"),
}

SUFFIXES: Final = tuple(_WRITERS)
DRAWING: Final = frozenset({".html"})
"""Formats whose writers draw charts."""
COMPUTING: Final = frozenset({".xlsx"})
"""Formats whose cells compute."""


def writer_for(suffix: str) -> Writer:
    """The writer of a file suffix (``.docx``).

    Raises:
        UnreadableFileError: There is no writer for the suffix.
    """
    try:
        module, name = _WRITERS[suffix.lower()]
    except KeyError:
        raise UnreadableFileError(
            Words(
                f"无法写出 {suffix or '无后缀'} 格式的文件",
                f"Files of type {suffix or '(no suffix)'} can't be written",
            ),
            Words(
                f"可写出的格式：{'、'.join(SUFFIXES)}",
                f"file types: {', '.join(SUFFIXES)}",
            ),
        ) from None
    return cast("Writer", getattr(import_module(module), name)())
