"""Read files to documents (读取); the format is found by content, not by name."""

from importlib import import_module
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.bounded import LARGEST_FILE, over
from quanheng.core.errors import UnreadableFileError
from quanheng.core.refusals import (
    about,
    empty,
    no_reader,
    no_text,
    password_protected,
)
from quanheng.document.blocks import Document
from quanheng.readers.base import Reader
from quanheng.readers.detect import Format, detect

READERS: Final = {
    Format.DOCX: ("quanheng.readers.docx.reader", "DocxReader"),
    Format.XLSX: ("quanheng.readers.workbook.xlsx", "XlsxReader"),
    Format.XLS: ("quanheng.readers.workbook.xls", "XlsReader"),
    Format.PDF: ("quanheng.readers.pdf.reader", "PdfReader"),
    Format.DOC: ("quanheng.readers.doc.reader", "DocReader"),
    Format.HTML: ("quanheng.readers.html.reader", "HtmlReader"),
    Format.MHTML: ("quanheng.readers.html.reader", "HtmlReader"),
    Format.TEXT: ("quanheng.readers.text.reader", "TextReader"),
}
_REFUSED: Final = {
    Format.EMPTY: empty,
    Format.PROTECTED: password_protected,
    Format.UNKNOWN: no_text,
}
_NAMES: Final = {
    Format.XLSX: Words("Excel 文件（xlsx）", "an Excel file (xlsx)"),
    Format.XLS: Words("旧版 Excel 文件（xls）", "an old Excel file (xls)"),
    Format.PPTX: Words("演示文稿（pptx）", "a presentation (pptx)"),
    Format.OPEN_DOCUMENT: Words("OpenDocument 文件", "an OpenDocument file"),
    Format.PDF: Words("PDF 文件", "a PDF file"),
    Format.RTF: Words("RTF 文件", "an RTF file"),
    Format.IMAGE: Words("图片", "a picture"),
    Format.ZIP: Words("压缩包（zip）", "a zip archive"),
}


def read_document(data: bytes, name: str) -> Document:
    """The document in a file.

    Args:
        data: The whole file.
        name: Its name; only recorded, never opened or trusted.

    Raises:
        UnreadableFileError: The file is empty, damaged, protected, too large, or
            of an unsupported type; the message names the file.
    """
    try:
        if len(data) > LARGEST_FILE:
            raise over(LARGEST_FILE)
        return _reader(detect(data)).read(data, name)
    except UnreadableFileError as error:
        raise about(name, error) from error


def _reader(found: Format) -> Reader:
    if found not in READERS:
        raise _REFUSED[found]() if found in _REFUSED else no_reader(_NAMES[found])
    module, reader = READERS[found]
    made: Reader = getattr(import_module(module), reader)()
    return made
