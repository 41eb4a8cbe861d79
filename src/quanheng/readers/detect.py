"""Detect the format of a file by its content (文件类型)."""

import re
from enum import StrEnum
from typing import Final

from quanheng.office.package import Package
from quanheng.readers.compound import CompoundFile
from quanheng.readers.encoding import decode_text


class Format(StrEnum):
    """File formats (文件类型)."""

    EMPTY = "empty"
    DOCX = "docx"
    DOC = "doc"
    XLSX = "xlsx"
    XLS = "xls"
    PPTX = "pptx"
    OPEN_DOCUMENT = "opendocument"
    PDF = "pdf"
    HTML = "html"
    MHTML = "mhtml"
    RTF = "rtf"
    IMAGE = "image"
    ZIP = "zip"
    PROTECTED = "protected"
    TEXT = "text"
    UNKNOWN = "unknown"


_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS: Final = (
    ("EncryptedPackage", Format.PROTECTED),
    ("Workbook", Format.XLS),
    ("Book", Format.XLS),
    ("WordDocument", Format.DOC),
)
"""Streams at the root; those of embedded files are further down."""
_ZIPS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_FOLDER: Final = re.compile(rb"PK\x03\x04.{26}(word|xl|ppt)[/\\]", re.DOTALL)
_TYPES: Final = "[Content_Types].xml"
_MAIN_TYPES: Final = (
    (b"wordprocessingml.document.main", Format.DOCX),
    (b"spreadsheetml.sheet.main", Format.XLSX),
    (b"presentationml.presentation.main", Format.PPTX),
)
"""Declared types of main parts, for packages with unusual folders."""
_FOLDERS: Final = {b"word": Format.DOCX, b"xl": Format.XLSX, b"ppt": Format.PPTX}
_OPEN_DOCUMENT: Final = b"mimetypeapplication/vnd.oasis.opendocument"
_STARTS: Final = (
    (b"%PDF-", Format.PDF),
    (b"{\\rtf", Format.RTF),
    (b"\x89PNG", Format.IMAGE),
    (b"\xff\xd8\xff", Format.IMAGE),
    (b"II*\x00", Format.IMAGE),
    (b"MM\x00*", Format.IMAGE),
)
_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|meta|title"
    r"|style|body|table|div|p|h[1-6]|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_ARCHIVE: Final = re.compile(
    r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related\b",
    re.IGNORECASE,
)
_HEAD: Final = 65_536
"""Bytes inspected to tell text from web pages."""


def detect(data: bytes) -> Format:
    """The format of a whole file.

    Raises:
        UnreadableFileError: A compound file or an office package is damaged.
    """
    if not data.strip():
        return Format.EMPTY
    if data.startswith(_OLE):
        file = CompoundFile(data)
        return next(
            (found for name, found in _OLE_STREAMS if name in file), Format.UNKNOWN
        )
    if data.startswith(_ZIPS):
        return _detect_zip(data)
    for start, format_ in _STARTS:
        if data.startswith(start):
            return format_
    return _detect_text(data)


def _detect_text(data: bytes) -> Format:
    text = decode_text(_head(data))
    if text is None:
        return Format.UNKNOWN
    if _ARCHIVE.match(text):
        return Format.MHTML
    return Format.HTML if _HTML.match(text) else Format.TEXT


def _head(data: bytes) -> bytes:
    if len(data) <= _HEAD:
        return data
    # Cut at a line end: a character cut in two would count as damage.
    return data[: data.rfind(b"\n", 0, _HEAD) + 1] or data[:_HEAD]


def _detect_zip(data: bytes) -> Format:
    if _OPEN_DOCUMENT in data[:256]:
        return Format.OPEN_DOCUMENT
    if folder := _FOLDER.search(data):
        return _FOLDERS[folder[1]]
    if _TYPES.encode() not in data:
        return Format.ZIP
    package = Package(data)
    declared = package.read(_TYPES) if _TYPES in package else b""
    found = (format_ for kind, format_ in _MAIN_TYPES if kind in declared)
    return next(found, Format.ZIP)
