"""Detect the encoding of a text by its bytes (字符编码)."""

import codecs
import re
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITHOUT_MARK: Final = ("utf-8", "gb18030")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]")
_NOTHING: Final = "\x7f"
"""The delete character (删除符), which appears in texts by accident."""
_BROKEN: Final = "\ufffd"
_MOST_BROKEN: Final = 0.005
"""Share of non-ASCII characters that may be damaged: a bad copy breaks a few, the
wrong encoding most."""
_ASCII: Final = re.compile(r"[\x00-\x7f]+")


def encoding_of(data: bytes) -> str | None:
    """The encoding that :func:`decode_text` uses; a BOM is part of the bytes."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding if _text(data[len(mark) :], encoding) is not None else None
    found = (name for name in _WITHOUT_MARK if _text(data, name) is not None)
    return next(found, None)


def decode_text(data: bytes) -> str | None:
    """The text in ``data``, None if it is not text.

    A byte order mark decides; else UTF-8 is tried, then GB18030, the superset of GBK
    and GB2312.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _text(data[len(mark) :], encoding)
    text = _text(data, "utf-8")
    return _text(data, "gb18030") if text is None else text


def _text(data: bytes, encoding: str) -> str | None:
    text = data.decode(encoding, "replace")
    broken = text.count(_BROKEN)
    if broken and broken > _MOST_BROKEN * len(_ASCII.sub("", text)):
        return None
    return None if _CONTROL.search(text) else text.replace(_NOTHING, "")
