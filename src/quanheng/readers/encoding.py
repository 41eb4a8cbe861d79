"""The encoding of a text by its bytes (字符编码)."""

import codecs
import re
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_BROKEN: Final = "\ufffd"
_MOST_BROKEN: Final = 0.002
"""Share of characters that may be damaged: a cut or a faulty copy breaks a few,
the wrong encoding most."""


def decode_text(data: bytes) -> str | None:
    """The text in ``data``, or None if it holds none.

    A byte order mark decides; else UTF-8, then GB18030 (GBK and GB2312 are parts
    of it), each without fault; else the one of the two that damages next to
    nothing.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _text(data[len(mark) :], encoding)
    for errors in ("strict", "replace"):
        for encoding in ("utf-8", "gb18030"):
            text = _text(data, encoding, errors)
            if text is not None:
                return text
    return None


def _text(data: bytes, encoding: str, errors: str = "replace") -> str | None:
    try:
        text = data.decode(encoding, errors)
    except UnicodeDecodeError:
        return None
    if _CONTROL.search(text) or text.count(_BROKEN) > _MOST_BROKEN * len(text):
        return None
    return text
