"""Web pages of unknown origin: encoding and markup (解析网页)."""

import codecs
import re
from typing import Final

from lxml import etree

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.core.refusals import nested_too_deeply, no_text, too_large
from quanheng.office.xml import LARGEST_TREE
from quanheng.readers.encoding import decode_text

_HEAD: Final = 4096
_DECLARED: Final = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
_WIDER: Final = {"gb2312": "gb18030", "gbk": "gb18030", "hz-gb-2312": "gb18030"}
"""Pages name the part of GB18030 that was there when their editor was written."""
_BYTE_WISE: Final = re.compile("utf-?(?:7|16|32)", re.IGNORECASE)
"""Encodings that can't be true where the declaration itself is read byte by byte."""
_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


def decode_page(data: bytes, charset: str = "") -> str:
    """The markup of a page.

    A byte order mark decides, then what the page declares, then what its envelope
    says; the encoding is found by its bytes where none of these is true.

    Args:
        data: The bytes of the page.
        charset: The encoding that the envelope states.

    Raises:
        UnreadableFileError: It holds no text.
    """
    if not data.startswith(_MARKS):
        declared = _DECLARED.search(data[:_HEAD])
        named = declared[1].decode("ascii") if declared else charset
        text = _decoded(data, named.lower())
        if text is not None:
            return text
    text = decode_text(data)
    if text is None:
        raise no_text()
    return text


def _decoded(data: bytes, name: str) -> str | None:
    """The text in a named encoding, None where that is unknown or not true."""
    if not name or _BYTE_WISE.match(name):
        return None
    try:
        text = data.decode(_WIDER.get(name, name))
    except (LookupError, ValueError):
        return None
    return None if _FORBIDDEN.search(text) else text


def parse_page(markup: str) -> etree._Element | None:
    """The root element of a page, None where there is nothing in it.

    No file and no address that the page names is ever opened, and no entity but
    those of HTML is known.

    Raises:
        UnreadableFileError: The page is too large or nested too deeply.
    """
    if markup.count("<") + markup.count("=") > LARGEST_TREE:
        raise too_large(
            Words(
                f"网页的标记超过{LARGEST_TREE // 10_000}万个",
                f"a page of more than {LARGEST_TREE:,} tags and attributes",
            )
        )
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    root: etree._Element | None = etree.fromstring(markup.encode(), parser)
    # At its limits the parser stops and hands out what it has.
    for entry in parser.error_log:
        if entry.level_name == "FATAL":
            raise _refusal(entry.message)
    return root


def _refusal(reason: str) -> UnreadableFileError:
    if "depth" in reason:
        return nested_too_deeply(
            Words("网页的元素超过256层", "a page of more than 256 levels")
        )
    return too_large(
        Words("网页有一处内容超过 10 MB", "a text of more than 10 MB in a page")
    )
