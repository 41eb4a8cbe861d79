"""Check that a PDF file is complete and not a decompression bomb (文件完整).

The engine repairs files and silently drops what it can't repair, so a truncated file
would look like a shorter one; and it decompresses without a limit.
"""

import re
import zlib
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.refusals import damaged, too_large, unsafe

LARGEST_DRAWING: Final = 8 * 1024 * 1024
"""Most bytes of one page's content: a full page of text and tables has 0.3 MB, and
the engine takes up to 250 bytes of memory for each byte of hostile content."""

LARGEST_PART: Final = 64 * 1024 * 1024
"""Most bytes of a font: a whole Chinese font has 20 MB."""

MOST_DRAWN: Final = 100 * 1024 * 1024
"""Most bytes of all content: the engine takes up to 0.2 s per MB, and a file should
be read within 20 s; 200 full pages have 60 MB."""

_END: Final = b"%%EOF"
_LENGTH: Final = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s+(\d{1,12})")
_HEAD: Final = 2_048
"""First bytes of the file, which hold the declared length if there is one."""

_STREAM: Final = re.compile(rb"stream[ \t]*(?:\r\n|\n|\r)")
_LONGEST_HEADER: Final = 4_096
_PICTURE: Final = re.compile(rb"/Subtype\s*/Image\b")
_FONT: Final = re.compile(
    rb"/Length[123]\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)\b"
)
_DEFLATED: Final = re.compile(rb"/(?:FlateDecode|Fl)\b")
_CHUNK: Final = 65_536


def require_intact(data: bytes) -> None:
    """Refuse a file that is truncated or expands too much.

    Raises:
        UnreadableFileError: The file is truncated, or expands to more than allowed.
    """
    declared = _LENGTH.search(data, 0, _HEAD)
    is_short = declared is not None and len(data) < int(declared[1])
    if is_short or _END not in data:
        raise damaged(Words("PDF 的末尾缺失", "the end of the pdf is missing"))
    drawn = 0
    for mark in _STREAM.finditer(data):
        header = _header(data, mark.start())
        filters = len(_DEFLATED.findall(header))
        if not filters or _PICTURE.search(header):
            continue
        if filters > 1:
            raise unsafe(
                Words("PDF 内容被重复压缩", "a part of the pdf is compressed twice")
            )
        is_font = _FONT.search(header) is not None
        size = _expanded(data, mark.end(), LARGEST_PART if is_font else LARGEST_DRAWING)
        drawn += 0 if is_font else size
        if drawn > MOST_DRAWN:
            raise _too_large(Words("全部页面内容", "its pages"), MOST_DRAWN)


def _header(data: bytes, end: int) -> bytes:
    """The dictionary of a stream, empty if the word does not begin a stream."""
    header = data[max(0, end - _LONGEST_HEADER) : end].rstrip()
    return header[header.rfind(b"obj") :] if header.endswith(b">>") else b""


def _expanded(data: bytes, start: int, limit: int) -> int:
    """The decompressed size of a stream."""
    size = 0
    expander = zlib.decompressobj()
    for place in range(start, len(data), _CHUNK):
        waiting = data[place : place + _CHUNK]
        while waiting and not expander.eof:
            try:
                size += len(expander.decompress(waiting, _CHUNK))
            except zlib.error:
                return size
            if size > limit:
                raise _too_large(Words("一处内容", "a part"), limit)
            waiting = expander.unconsumed_tail
        if expander.eof:
            break
    return size


def _too_large(what: Words, limit: int) -> Exception:
    return too_large(
        Words(
            f"{what.zh}解压后超过 {limit >> 20} MB",
            f"{what.en} expands to more than {limit >> 20} MB",
        )
    )
