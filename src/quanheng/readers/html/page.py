"""Decode and parse web pages of unknown origin (解析网页)."""

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
"""Subsets of GB18030 that pages declare."""
_BYTE_WISE: Final = re.compile("utf-?(?:7|16|32)", re.IGNORECASE)
"""Encodings that can't be right if the declaration is readable byte by byte."""
_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


def decode_page(data: bytes, charset: str = "") -> str:
    """The markup of a page.

    The encoding is that of a byte order mark, the page's own declaration, or the
    ``charset`` of its envelope; if all are missing or wrong, it is detected.

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
    """The text in a named encoding, None if that is unknown or wrong."""
    if not name or _BYTE_WISE.match(name):
        return None
    try:
        text = data.decode(_WIDER.get(name, name))
    except (LookupError, ValueError):
        return None
    return None if _FORBIDDEN.search(text) else text


def parse_page(markup: str) -> etree._Element | None:
    """The root element of a page, None if it is empty.

    Nothing that the page refers to is ever opened, and only HTML's own entities are
    resolved.

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
    # At its limits the parser stops and returns a partial tree.
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
