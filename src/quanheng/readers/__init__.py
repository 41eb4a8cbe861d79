"""Files to documents (读取): the format is found by content, never by the name."""

from importlib import import_module
from typing import Final

from quanheng.core.errors import UnreadableFileError
from quanheng.document.blocks import Document
from quanheng.readers.base import Reader
from quanheng.readers.detect import Format, detect

LARGEST_FILE: Final = 200 * 1024 * 1024
"""Bytes of a file: a report with many pictures has 50 MB, and the whole file and
its parts are held in memory."""

_READERS: Final = {
    Format.DOCX: ("quanheng.readers.docx.reader", "DocxReader"),
    Format.TEXT: ("quanheng.readers.text.reader", "TextReader"),
}

_REFUSED: Final = {
    Format.EMPTY: ("文件是空的", "", "The file is empty", ""),
    Format.PROTECTED: (
        "文件有密码保护，无法读取",
        "请去掉密码另存后再读",
        "The file is protected by a password",
        "remove the password and save it anew",
    ),
    Format.UNKNOWN: (
        "无法识别的文件：不是文本，也不是 Word 文件",
        "请检查文件是否完整",
        "Unknown type of file: neither a text nor a Word file",
        "check whether the file is complete",
    ),
}
_NAMES: Final = {
    Format.DOC: ("旧版 Word 文件（doc）", "an old Word file (doc)"),
    Format.XLSX: ("Excel 文件（xlsx）", "an Excel file (xlsx)"),
    Format.XLS: ("旧版 Excel 文件（xls）", "an old Excel file (xls)"),
    Format.PPTX: ("演示文稿（pptx）", "a presentation (pptx)"),
    Format.OPEN_DOCUMENT: ("OpenDocument 文件", "an OpenDocument file"),
    Format.PDF: ("PDF 文件", "a PDF file"),
    Format.HTML: ("网页文件（html）", "a web page (html)"),
    Format.RTF: ("RTF 文件", "an RTF file"),
    Format.IMAGE: ("图片", "a picture"),
    Format.ZIP: ("压缩包（zip）", "a zip archive"),
}


def read_document(data: bytes, name: str) -> Document:
    """The document in a file.

    Args:
        data: The whole file.
        name: Its name; only kept, never opened and never trusted.

    Raises:
        UnreadableFileError: The file is empty, damaged, protected, too large, or
            of a type that has no reader.
    """
    if len(data) > LARGEST_FILE:
        limit = LARGEST_FILE >> 20
        raise UnreadableFileError(
            f"文件过大：超过 {limit} MB",
            "请压缩图片或拆分后再读",
            message_en=f"The file is too large: more than {limit} MB",
            hint_en="shrink its pictures or split it",
        )
    return _reader(detect(data)).read(data, name)


def _reader(found: Format) -> Reader:
    if found in _READERS:
        module, reader = _READERS[found]
        made: Reader = getattr(import_module(module), reader)()
        return made
    if found in _REFUSED:
        message, hint, message_en, hint_en = _REFUSED[found]
    else:
        chinese, english = _NAMES[found]
        message = f"不能读取这类文件：实际类型是{chinese}"
        hint = "请另存为 docx 或文本后再读"
        message_en = f"This type of file can't be read: it is {english}"
        hint_en = "save it as docx or text"
    raise UnreadableFileError(message, hint, message_en=message_en, hint_en=hint_en)
