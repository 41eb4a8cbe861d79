"""Parse XML parts of files of unknown origin (解析 XML)."""

from typing import Final

from lxml import etree

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.core.refusals import damaged, nested_too_deeply, too_large, unsafe

LARGEST_TREE: Final = 5_000_000
"""Most tags and attributes of one part: a tree takes about 90 bytes for each, and
reading a file should stay below 1 GiB."""


def parse(data: bytes, part: str) -> etree._Element:
    """The root element of an XML part.

    Document type declarations are refused, so that no entity is expanded and no file
    or network is accessed. The parser limits nesting to 256 elements and a text to
    10 MB.

    Raises:
        UnreadableFileError: The part has a document type declaration, is too large,
            nested too deeply or not well-formed.
    """
    if data.count(b"<") + data.count(b"=") > LARGEST_TREE:
        raise too_large(
            Words(
                f"{part} 的标记超过{LARGEST_TREE // 10_000}万个",
                f"{part} has more than {LARGEST_TREE:,} tags and attributes",
            )
        )
    if b"<!DOCTYPE" in data:
        raise _declared(part)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _refusal(part, str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        # Declared in an encoding that the search above does not find.
        raise _declared(part)
    return root


def _declared(part: str) -> UnreadableFileError:
    return unsafe(
        Words(
            f"{part} 含文档类型声明（DTD）",
            f"{part} has a document type declaration (DTD)",
        )
    )


def _refusal(part: str, reason: str) -> UnreadableFileError:
    if "depth" in reason:
        return nested_too_deeply(
            Words(f"{part} 的元素超过256层", f"{part} has more than 256 levels")
        )
    if "too long" in reason:
        return too_large(
            Words(
                f"{part} 有一处内容超过 10 MB", f"{part} has a text of more than 10 MB"
            )
        )
    return damaged(Words(f"{part} 不是完整的 XML", f"{part} is not well-formed XML"))
